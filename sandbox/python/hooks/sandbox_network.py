"""The pod's network: its own address, the names of Services, and their addresses.

A pod of the sandbox shares this machine's network. So listening on every address means the pod's own one. The loopback
address means the pod's own one where the pod listens there. A Service's name or cluster address leads to a ready pod
behind it. Connections on this machine come from the pod's own address. The node agent keeps the table of Services in a
file that is read again whenever it changes.
"""

import functools
import ipaddress
import json
import os
import random

_ANY = {"", "0.0.0.0", "::"}
_LOCAL = {"127.0.0.1", "localhost", "::1"}
# Linux: the source's port is chosen when the connection is made, so that many connections can share one.
_BIND_ADDRESS_NO_PORT = 24


class Network:
    """The table of Services as seen from one pod."""

    def __init__(self, ip, namespace, file):
        self.ip = ip
        self._namespace = namespace
        self._file = file
        self._stamp = None
        self._services = {}
        self._addresses = {}

    def _load(self):
        status = os.stat(self._file)
        stamp = (status.st_mtime_ns, status.st_ino)
        if stamp == self._stamp:
            return
        with open(self._file, encoding="utf-8") as file:
            self._services = json.load(file)["services"]
        self._addresses = {service["clusterIP"]: service for service in self._services.values() if service["clusterIP"]}
        self._stamp = stamp

    def service(self, name):
        """Service of a DNS name, or None. Search domains: the pod's namespace, svc.cluster.local and cluster.local."""
        parts = name.rstrip(".").lower().split(".")
        if parts[2:] not in ([], ["svc"], ["svc", "cluster", "local"]):
            return None
        self._load()
        return self._services.get(f"{parts[1] if len(parts) > 1 else self._namespace}/{parts[0]}")

    def hosts(self, name):
        """Addresses that DNS gives for the name of a Service, or None when it names none."""
        service = self.service(name)
        if service is None:
            return None
        if service["clusterIP"]:
            return [service["clusterIP"]]
        return sorted({endpoint.rsplit(":", 1)[0] for port in service["ports"] for endpoint in port["endpoints"]})

    def target(self, host, port):
        """Where a connection to this address really goes."""
        if host in _LOCAL:
            return (self.ip, port) if self._listens(port) else (host, port)
        service = self.service(host)
        if service is None:
            self._load()
            service = self._addresses.get(host)
        if service is None:
            return (host, port)
        for entry in service["ports"]:
            if entry["port"] == port and entry["endpoints"]:
                address, _, target = random.choice(entry["endpoints"]).rpartition(":")
                return (address, int(target))
        raise ConnectionRefusedError(111, f"no ready pod behind {host}:{port}")

    def _listens(self, port):
        wanted = "".join(f"{byte:02X}" for byte in reversed(ipaddress.ip_address(self.ip).packed)) + f":{port:04X}"
        try:
            with open("/proc/net/tcp", encoding="ascii") as table:
                return any(fields[1] == wanted and fields[3] == "0A" for fields in (line.split() for line in table))
        except OSError:
            return False


def patch_socket(module, network):
    """Redirects bind, connect and name resolution."""
    _patch_connections(module, network)
    _patch_names(module, network)


def _patch_connections(module, network):
    base = module.socket
    bind, connect, connect_ex = base.bind, base.connect, base.connect_ex

    def there(sock, address):
        if not isinstance(address, tuple) or sock.family != module.AF_INET:
            return address
        host, port = network.target(address[0], address[1])
        # Loopback connections come from 127.0.0.1 otherwise, whoever makes them.
        if host.startswith("127.") and sock.type == module.SOCK_STREAM and sock.getsockname() == ("0.0.0.0", 0):
            sock.setsockopt(module.IPPROTO_IP, _BIND_ADDRESS_NO_PORT, 1)
            bind(sock, (network.ip, 0))
        return (host, port)

    @functools.wraps(bind)
    def patched_bind(self, address):
        return bind(self, _own_address(module, network, self, address))

    @functools.wraps(connect)
    def patched_connect(self, address):
        return connect(self, there(self, address))

    @functools.wraps(connect_ex)
    def patched_connect_ex(self, address):
        try:
            address = there(self, address)
        except ConnectionRefusedError as error:
            return error.errno
        return connect_ex(self, address)

    base.bind, base.connect, base.connect_ex = patched_bind, patched_connect, patched_connect_ex


def _own_address(module, network, sock, address):
    """Where a socket of the pod listens that asks for this address."""
    if not isinstance(address, tuple) or sock.family not in (module.AF_INET, module.AF_INET6):
        return address
    host, port = address[0], address[1]
    if host in _LOCAL and port == 0:
        return address
    if host not in _ANY and host not in _LOCAL:
        return address
    if sock.family == module.AF_INET:
        return (network.ip, port)
    if host == "::":
        sock.setsockopt(module.IPPROTO_IPV6, module.IPV6_V6ONLY, 0)
        return (f"::ffff:{network.ip}", port)
    return address


def _patch_names(module, network):
    getaddrinfo = module.getaddrinfo

    @functools.wraps(getaddrinfo)
    def patched_getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):  # noqa: A002 - named by socket
        text = host.decode() if isinstance(host, (bytes, bytearray)) else host
        if (text is None and flags & module.AI_PASSIVE) or (text in _ANY and text is not None):
            return getaddrinfo(network.ip, port, module.AF_INET, type, proto, flags)
        found = network.hosts(text) if isinstance(text, str) else None
        if found is None:
            return getaddrinfo(host, port, family, type, proto, flags)
        if not found or family == module.AF_INET6:
            raise module.gaierror(module.EAI_NONAME, "Name or service not known")
        return [entry for ip in found for entry in getaddrinfo(ip, port, module.AF_INET, type, proto, flags)]

    def gethostbyname(name):
        return patched_getaddrinfo(name, None, module.AF_INET)[0][4][0]

    module.getaddrinfo, module.gethostbyname = patched_getaddrinfo, gethostbyname


def patch_tornado(module):
    """Keeps tornado on its own HTTP client: libcurl resolves names by itself, past the pod's network."""
    original = module.AsyncHTTPClient.configure.__func__

    def configure(cls, impl, **kwargs):
        name = impl if isinstance(impl, str) else getattr(impl, "__name__", "")
        if "curl" in (name or "").lower():
            impl = None
        kwargs.setdefault("max_clients", 64)
        return original(cls, impl, **kwargs)

    module.AsyncHTTPClient.configure = classmethod(configure)
