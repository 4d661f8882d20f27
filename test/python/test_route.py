"""From where the hub takes an assertion, and what it does while it does not know where the proxy is."""

import asyncio
import logging
import threading

import pytest
from cluster import FakeCluster, pod
from iap_assertion import Refused
from iap_route import FRESH, FRONT_ENDS, PAUSE, ProxyPods, Route, clean_address
from access_reconciler_api import ApiError, connect_cluster
from test_authenticator import FRONT_END, PROXY, Handler, Request, authenticator, enter, refresh  # noqa: F401 - the fixture is used by name

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
            asyncio.run(Route(self.pods, FRONT_ENDS).check(request, "ada@acme.dev"))
            return 0
        except Refused as refused:
            return refused.status


def test_a_stolen_assertion_is_nobodys_and_the_log_says_whose_and_from_where(authenticator, iap, caplog):  # noqa: F811
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


# Name: peer, X-Forwarded-For as the hub gets it, whether it is the way.
WAYS = {
    "the way": (PROXY, FRONT_END, True),
    "the way, with what a client wrote before it": (PROXY, f"1.2.3.4, {FRONT_END}", True),
    "IPv4 within IPv6": (f"::ffff:{PROXY}", f"::ffff:{FRONT_END}", True),
    "the other network of front ends": (PROXY, "130.211.3.255", True),
    "a notebook": (NOTEBOOK, FRONT_END, False),
    "a notebook within IPv6": (f"::ffff:{NOTEBOOK}", FRONT_END, False),
    "a notebook that names the proxy": (NOTEBOOK, f"{PROXY}, {FRONT_END}", False),
    "the hub's own pod": ("127.0.0.1", FRONT_END, False),
    "no address": ("", FRONT_END, False),
    "a notebook through the proxy": (PROXY, NOTEBOOK, False),
    "a notebook through the proxy that names a front end": (PROXY, f"{FRONT_END},{NOTEBOOK}", False),
    "beside the front ends": (PROXY, "35.192.0.1", False),
    "noise for a front end": (PROXY, f"{FRONT_END}, unknown", False),
    "nothing for a front end": (PROXY, f"{FRONT_END},", False),
}


@pytest.mark.parametrize("name", list(WAYS))
def test_only_one_way_leads_in(name):
    peer, forwarded, right = WAYS[name]
    assert Cluster(PROXY).status(Request(peer=peer, forwarded=forwarded)) == (0 if right else 403)


def test_what_headers_claim_changes_nothing():
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


def test_a_connection_without_an_address_is_nobodys():
    for connection in (None, object()):
        request = Request()
        request.connection = connection
        assert Cluster(PROXY).status(request) == 403
    over_a_file = Request()
    over_a_file.connection.context.address = "/run/hub.sock"
    assert Cluster(PROXY).status(over_a_file) == 403


def test_several_proxies_and_both_families_are_known():
    cluster = Cluster(PROXY, "10.8.0.6", "2001:DB8:0::7", "not an address")
    for peer in (PROXY, "10.8.0.6", "2001:db8::7"):
        assert cluster.status(Request(peer=peer)) == 0
    assert cluster.status(Request(peer="2001:db8::8")) == 403


def test_a_proxy_that_moved_is_known_at_once_and_its_old_address_no_more():
    cluster = Cluster(PROXY)
    assert cluster.status(Request()) == 0
    cluster.addresses = ["10.8.0.6"]
    cluster.now += PAUSE
    assert cluster.status(Request(peer="10.8.0.6")) == 0
    # A notebook may have it by now.
    assert cluster.status(Request()) == 403


def test_an_address_is_looked_up_again_before_it_counts_once_more():
    cluster = Cluster(PROXY)
    assert cluster.status(Request()) == 0
    cluster.now += FRESH - 1
    assert cluster.status(Request()) == 0 and cluster.reads == 1
    cluster.addresses = []
    cluster.now += 1
    assert cluster.status(Request()) == 403 and cluster.reads == 2


def test_whoever_asks_from_elsewhere_costs_one_look_a_second_and_shuts_nobody_out():
    cluster = Cluster(PROXY)
    for _ in range(50):
        assert cluster.status(Request(peer=NOTEBOOK)) == 403
        assert cluster.status(Request()) == 0
    assert cluster.reads == 1


def test_while_kubernetes_is_away_those_known_stay_and_nobody_else_comes():
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
    assert [line.partition("not read")[1] for line in cluster.lines] == ["not read", "", "not read"] and "answered 503" in cluster.lines[-1]
    cluster.error = None
    cluster.now += FRESH
    assert cluster.status(Request()) == 403


def test_without_kubernetes_nobody_enters():
    lines = []
    pods = ProxyPods(None, lines.append)
    with pytest.raises(Refused) as caught:
        asyncio.run(Route(pods, FRONT_ENDS).check(Request(), "ada@acme.dev"))
    assert caught.value.status == 503 and "no Kubernetes API" in lines[0]


def test_a_slow_answer_is_waited_for_once_by_all_and_holds_up_nothing_else():
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
def test_networks_that_are_none_keep_the_hub_from_starting(networks):
    with pytest.raises(ValueError):
        Route(None, networks)


def test_kubernetes_is_asked_for_the_proxies_of_this_hub_that_run(tmp_path, monkeypatch):
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
