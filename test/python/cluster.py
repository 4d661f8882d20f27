"""A Kubernetes API of two ConfigMaps and the proxy's pods over TLS, and a server of IAP's keys."""

import datetime
import ipaddress
import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

# Address of the pod of a notebook server; all of 127.0.0.0/8 is this machine.
NOTEBOOK = "127.0.0.77"


def pod(component, *addresses, phase="Running", release="research"):
    """A pod as the API has it, as far as anybody reads it."""
    labels = {"app.kubernetes.io/component": component, "app.kubernetes.io/instance": release}
    return {
        "metadata": {"labels": labels},
        "status": {"phase": phase, "podIPs": [{"ip": address} for address in addresses]},
    }


def serve(handler, context=None):
    """A server on a free loopback port, in a thread; `.port` is where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Quiet(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, data):
        text = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def serve_keys(iap):
    """Serves IAP's public keys."""

    class Keys(Quiet):
        def do_GET(self):
            self.answer(200, json.loads(iap.keys()))

    return serve(Keys)


class FakeCluster:
    """ConfigMaps by name in one namespace, and its pods; `account` is the folder of the service account."""

    def __init__(self, folder):
        self.maps = {"research-reconciler": {}}
        self.pods = [pod("proxy", "127.0.0.1"), pod("singleuser-server", NOTEBOOK)]
        self.account = folder / "account"
        self.account.mkdir()
        (self.account / "token").write_text("a-token\n")
        context = _certificate(self.account)
        cluster = self

        class Api(Quiet):
            def do_GET(self):
                self._answer(lambda name: None)

            def do_PATCH(self):
                patch = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                kind = self.headers["Content-Type"]
                assert kind in ("application/merge-patch+json", "application/apply-patch+yaml")
                if kind == "application/apply-patch+yaml":
                    assert urlsplit(self.path).query == "fieldManager=access-reconciler&force=true"
                    self.path = urlsplit(self.path).path
                    cluster.maps.setdefault(patch["metadata"]["name"], {})
                self._answer(lambda name: cluster.maps[name].update(patch["data"]))

            def _answer(self, change):
                prefix = "/api/v1/namespaces/jupyterhub-research/configmaps/"
                name = self.path.removeprefix(prefix)
                if self.headers["Authorization"] != "Bearer a-token":
                    return self.answer(401, {})
                url = urlsplit(self.path)
                if url.path == "/api/v1/namespaces/jupyterhub-research/pods":
                    wanted = dict(
                        part.split("=") for part in parse_qs(url.query).get("labelSelector", [""])[0].split(",") if part
                    )
                    return self.answer(
                        200,
                        {"items": [one for one in cluster.pods if wanted.items() <= one["metadata"]["labels"].items()]},
                    )
                if not self.path.startswith(prefix) or name not in cluster.maps:
                    return self.answer(404, {})
                change(name)
                return self.answer(200, {"metadata": {"name": name}, "data": cluster.maps[name]})

        self.server = serve(Api, context)

    def report(self):
        """The access reconciler's last report, or None."""
        text = self.maps["research-reconciler"].get("status.json")
        return json.loads(text) if text else None


def _certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    (folder / "ca.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = folder / "key.pem"
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.crt", private)
    return context
