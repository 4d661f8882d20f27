"""Checks that a request came through Identity-Aware Proxy: from the load balancer, by the hub's proxy, to the hub.

The proxy passes IAP's assertion on to notebook servers. The owner of a server so gets, valid for minutes, the assertion
of everybody who opens it. Pods can also call the hub, whose API they need. So an assertion says who somebody is only in
a request that came this way.

Two addresses are compared. The other end of the connection must be a pod of this hub's proxy. The caller of the proxy
must be in the source ranges of Google Front End (GFE), from which load balancers call backends. The proxy appends that
caller to X-Forwarded-For. Anybody can write what stands before it, or X-Real-Ip. In clusters that enforce network
policies, a policy makes the second check too.

Kubernetes says which pods are the proxy's: by the chart's labels, with the hub's own account.
"""

import asyncio
import ipaddress
import time
from collections.abc import Callable, Iterable

from tornado.httputil import HTTPServerRequest

from hub_files import Log
from iap_assertion import NOT_READY, Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Source ranges of GFE: cloud.google.com/load-balancing/docs/firewall-rules. The companion chart's policy has them too.
GFE_RANGES = "130.211.0.0/22,35.191.0.0/16"
STRAY = "This hub accepts requests only through its own load balancer. Open the hub at its own address."
# Age in seconds up to which an address counts as the proxy's. Once the proxy has moved, another pod may get it.
FRESH = 10
# A proxy that has just started is looked up at its first request. Other requests cost one look-up a second.
PAUSE = 1


def clean_address(text: str) -> Address | None:
    """The IP address in its one form, or None: IPv4 may come as ::ffff:10.0.0.1."""
    try:
        address = ipaddress.ip_address(text.strip())
    except (ValueError, AttributeError):
        return None
    return getattr(address, "ipv4_mapped", None) or address


def peer_of(request: HTTPServerRequest) -> Address | None:
    """Address of the other end of the connection, or None. `request.remote_ip` is what headers claim."""
    address = getattr(getattr(request.connection, "context", None), "address", None)
    return clean_address(address[0]) if isinstance(address, tuple) else None


def caller_of_proxy(request: HTTPServerRequest) -> Address | None:
    """Address from which the proxy got the request, or None; true only where the peer is the proxy."""
    forwarded = request.headers.get_list("X-Forwarded-For")
    return clean_address(forwarded[-1].rpartition(",")[2]) if forwarded else None


class ProxyPods:
    """The proxy's addresses. `read` gives them as texts, in a thread of its own; None: there is no Kubernetes API.

    While `read` fails, the known addresses stay, so that people can work while the cluster's API is down. The hub then
    starts no notebook server either, which could get an address that was the proxy's. Before the first success no
    address is the proxy's.
    """

    def __init__(
        self, read: Callable[[], Iterable[str]] | None, log: Log, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._read, self._log, self._clock = read, log, clock
        self._known: frozenset[Address | None] | None = None
        self._tried: float | None = None
        self._said: str | None = None
        self._lock = asyncio.Lock()

    @property
    def ready(self) -> bool:
        """Whether Kubernetes has answered at all."""
        return self._known is not None

    async def include(self, address: Address | None) -> bool:
        """Whether this is now an address of the proxy; None never is."""
        if self._age() >= (FRESH if address in (self._known or ()) else PAUSE):
            async with self._lock:
                # Another request may have looked it up meanwhile.
                if self._age() >= PAUSE:
                    await self._renew()
        return address in (self._known or ())

    def _age(self) -> float:
        return float("inf") if self._tried is None else self._clock() - self._tried

    async def _renew(self) -> None:
        problem = None
        try:
            self._known = frozenset(map(clean_address, await self._addresses())) - {None}
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the known addresses stay
            problem = str(error)
        # Counted from the end: after a slow answer, the requests that waited for it do not ask again.
        self._tried = self._clock()
        if problem != self._said:
            state = f"not read, the known ones stay: {problem}" if problem else "read again"
            self._log(f"Pods of the proxy: {state}")
        self._said = problem

    async def _addresses(self) -> Iterable[str]:
        if self._read is None:
            raise OSError("there is no Kubernetes API")
        return await asyncio.get_running_loop().run_in_executor(None, self._read)


class Route:
    """The way through load balancer and proxy; `gfe_ranges`: comma-separated networks. ValueError for anything else."""

    def __init__(self, pods: ProxyPods, gfe_ranges: str) -> None:
        self._pods = pods
        self._gfe_ranges = [ipaddress.ip_network(text.strip()) for text in gfe_ranges.split(",")]

    async def is_by_proxy(self, request: HTTPServerRequest) -> bool:
        """Whether the request came from a pod of this hub's proxy."""
        return await self._pods.include(peer_of(request))

    async def check(self, request: HTTPServerRequest, email: str) -> None:
        """Refused unless the request came this way. `email`: whom its verified assertion is about, for the log."""
        peer = peer_of(request)
        if not await self._pods.include(peer):
            if not self._pods.ready:
                raise Refused(503, NOT_READY, "Kubernetes has not said yet which pods are the proxy's")
            came = f"an assertion of {email} came from {peer or 'no address'}"
            raise Refused(403, STRAY, f"{came}, which is no pod of this hub's proxy")
        caller = caller_of_proxy(request)
        if caller is None or not any(caller in network for network in self._gfe_ranges):
            came = f"the proxy got an assertion of {email} from {caller or 'no address'}"
            raise Refused(403, STRAY, f"{came}, which is not in the source ranges of GFE")
