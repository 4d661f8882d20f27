"""From where the hub accepts an assertion, and what it does while it does not know the proxy's address."""

import asyncio
import logging
import threading

import pytest

from access_reconciler_api import ApiError, connect_cluster
from cluster import FakeCluster, pod
from iap_assertion import Refused
from iap_route import FRESH, GFE_RANGES, PAUSE, ProxyPods, Route, clean_address
from sign_in import GFE, PROXY, Handler, Request, enter, refresh

NOTEBOOK = "10.8.0.9"


class Cluster:
    """Kubernetes as the route asks it: `addresses` of the proxy, or an error to raise; `reads` counts."""

    def __init__(self, *addresses):
        self.addresses, self.error, self.reads, self.now, self.lines = list(addresses), None, 0, 0, []
        self.pods = ProxyPods(self.read, self.lines.append, lambda: self.now)

    def read(self):
        self.reads += 1
        if self.error:
            raise self.error
        return self.addresses

    def status(self, request):
        """0 where the route lets the request pass, else the status of the refusal."""
        try:
            asyncio.run(Route(self.pods, GFE_RANGES).check(request, "ada@acme.dev"))
            return 0
        except Refused as refused:
            return refused.status


def test_a_stolen_assertion_is_refused_and_logged_with_its_owner_and_source(authenticator, iap, caplog):
    class Thief(Handler):
        def __init__(self):
            self.request = Request(iap.assertion(), peer=NOTEBOOK)

    assert enter(authenticator, iap.assertion())["name"] == "ada@acme.dev"
    with caplog.at_level(logging.WARNING), pytest.raises(Exception) as caught:
        asyncio.run(authenticator.get_authenticated_user(Thief(), None))
    assert caught.value.status_code == 403 and "own load balancer" in caught.value.log_message
    assert "an assertion of ada@acme.dev came from 10.8.0.9, which is no pod of this hub's proxy" in caplog.text
    assert iap.assertion().split(".")[2] not in caplog.text
    handler = Thief()
    handler.get_token = lambda: None
    assert refresh(authenticator, "ada@acme.dev", handler) is False


# Name: peer, X-Forwarded-For as the hub gets it, whether the request is accepted.
WAYS = {
    "through load balancer and proxy": (PROXY, GFE, True),
    "with an address that a client wrote before it": (PROXY, f"1.2.3.4, {GFE}", True),
    "IPv4 within IPv6": (f"::ffff:{PROXY}", f"::ffff:{GFE}", True),
    "the other source range of GFE": (PROXY, "130.211.3.255", True),
    "a notebook": (NOTEBOOK, GFE, False),
    "a notebook within IPv6": (f"::ffff:{NOTEBOOK}", GFE, False),
    "a notebook that names the proxy": (NOTEBOOK, f"{PROXY}, {GFE}", False),
    "the hub's own pod": ("127.0.0.1", GFE, False),
    "no address": ("", GFE, False),
    "a notebook through the proxy": (PROXY, NOTEBOOK, False),
    "a notebook through the proxy that names a GFE address": (PROXY, f"{GFE},{NOTEBOOK}", False),
    "an address beside the GFE ranges": (PROXY, "35.192.0.1", False),
    "noise as the caller of the proxy": (PROXY, f"{GFE}, unknown", False),
    "no caller of the proxy": (PROXY, f"{GFE},", False),
}


@pytest.mark.parametrize("name", list(WAYS))
def test_only_the_way_through_load_balancer_and_proxy_is_accepted(name):
    peer, forwarded, is_accepted = WAYS[name]
    assert Cluster(PROXY).status(Request(peer=peer, forwarded=forwarded)) == (0 if is_accepted else 403)


def test_addresses_that_headers_claim_are_ignored():
    for header in ("X-Real-Ip", "Forwarded", "X-Forwarded-Host", "X-Scheme"):
        request = Request(peer=NOTEBOOK)
        request.headers[header] = PROXY
        request.remote_ip = PROXY
        assert Cluster(PROXY).status(request) == 403
    twice = Request()
    twice.headers.add("X-Forwarded-For", NOTEBOOK)
    assert Cluster(PROXY).status(twice) == 403
    none = Request()
    del none.headers["X-Forwarded-For"]
    assert Cluster(PROXY).status(none) == 403


def test_a_connection_without_an_address_is_refused():
    for connection in (None, object()):
        request = Request()
        request.connection = connection
        assert Cluster(PROXY).status(request) == 403
    over_a_file = Request()
    over_a_file.connection.context.address = "/run/hub.sock"
    assert Cluster(PROXY).status(over_a_file) == 403


def test_several_proxies_are_known_by_ipv4_and_ipv6():
    cluster = Cluster(PROXY, "10.8.0.6", "2001:DB8:0::7", "not an address")
    for peer in (PROXY, "10.8.0.6", "2001:db8::7"):
        assert cluster.status(Request(peer=peer)) == 0
    assert cluster.status(Request(peer="2001:db8::8")) == 403


def test_a_moved_proxy_is_known_at_once_and_its_old_address_is_not():
    cluster = Cluster(PROXY)
    assert cluster.status(Request()) == 0
    cluster.addresses = ["10.8.0.6"]
    cluster.now += PAUSE
    assert cluster.status(Request(peer="10.8.0.6")) == 0
    # A notebook may have it by now.
    assert cluster.status(Request()) == 403


def test_a_proxy_address_expires_and_is_looked_up_again():
    cluster = Cluster(PROXY)
    assert cluster.status(Request()) == 0
    cluster.now += FRESH - 1
    assert cluster.status(Request()) == 0 and cluster.reads == 1
    cluster.addresses = []
    cluster.now += 1
    assert cluster.status(Request()) == 403 and cluster.reads == 2


def test_requests_from_other_addresses_cost_one_lookup_a_second():
    cluster = Cluster(PROXY)
    for _ in range(50):
        assert cluster.status(Request(peer=NOTEBOOK)) == 403
        assert cluster.status(Request()) == 0
    assert cluster.reads == 1


def test_while_kubernetes_is_down_only_known_proxies_are_accepted():
    cluster = Cluster(PROXY)
    cluster.error = ApiError(0, "GET failed: timed out")
    assert cluster.status(Request()) == 503
    cluster.error, cluster.now = None, PAUSE
    assert cluster.status(Request()) == 0
    cluster.error, cluster.addresses = ApiError(503, "GET answered 503"), []
    for _ in range(3):
        cluster.now += FRESH
        assert cluster.status(Request()) == 0
        assert cluster.status(Request(peer=NOTEBOOK)) == 403
    assert [line.partition("not read")[1] for line in cluster.lines] == [
        "not read",
        "",
        "not read",
    ] and "answered 503" in cluster.lines[-1]
    cluster.error = None
    cluster.now += FRESH
    assert cluster.status(Request()) == 403


def test_without_kubernetes_nobody_is_admitted():
    lines = []
    pods = ProxyPods(None, lines.append)
    with pytest.raises(Refused) as caught:
        asyncio.run(Route(pods, GFE_RANGES).check(Request(), "ada@acme.dev"))
    assert caught.value.status == 503 and "no Kubernetes API" in lines[0]


def test_concurrent_requests_share_one_slow_lookup():
    asked, answered = [], threading.Event()

    def read():
        asked.append(1)
        assert answered.wait(10)
        return [PROXY]

    async def together():
        pods = ProxyPods(read, lambda line: None)
        waiting = [asyncio.ensure_future(pods.include(peer)) for peer in [clean_address(PROXY)] * 20]
        await asyncio.sleep(0.05)
        assert not any(one.done() for one in waiting)
        answered.set()
        return await asyncio.gather(*waiting)

    assert asyncio.run(together()) == [True] * 20 and len(asked) == 1


@pytest.mark.parametrize("networks", ["", "35.191.0.0/16,", "anywhere", "35.191.0.1/16"])
def test_invalid_front_end_networks_keep_the_hub_from_starting(networks):
    with pytest.raises(ValueError):
        Route(None, networks)


def test_only_running_proxies_of_this_hub_are_looked_up(tmp_path, monkeypatch):
    cluster = FakeCluster(tmp_path)
    cluster.pods = [
        pod("proxy", "10.8.0.5", "2001:db8::5"),
        pod("proxy", "10.8.0.6", phase="Pending"),
        pod("proxy", "10.8.0.7", phase="Failed"),
        pod("proxy", "10.8.0.8", phase="Succeeded"),
        pod("proxy", "10.8.1.5", release="other"),
        pod("proxy"),
        pod("singleuser-server", NOTEBOOK),
        {"metadata": cluster.pods[0]["metadata"]},
    ]
    env = {
        "KUBERNETES_SERVICE_HOST": "127.0.0.1",
        "KUBERNETES_SERVICE_PORT": str(cluster.server.port),
        "POD_NAMESPACE": "jupyterhub-research",
        "JUPYTERHUB_GKE_HUB": "research",
        "JUPYTERHUB_GKE_SERVICE_ACCOUNT_DIR": str(cluster.account),
    }
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert connect_cluster().proxies() == ["10.8.0.5", "2001:db8::5", "10.8.0.6"]
    monkeypatch.delenv("POD_NAMESPACE")
    assert connect_cluster() is None
