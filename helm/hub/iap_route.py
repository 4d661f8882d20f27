"""Whether a request came the way that leads through Identity-Aware Proxy: load balancer, the hub's proxy, hub.

The proxy hands IAP's assertion on to notebook servers as well. Whoever owns one so holds, for minutes, the assertion of everybody who opened it, and
can call the hub, whose API pods need. A right assertion therefore says who somebody is only in a request that came that way. Compared are
the other end of the connection, which has to be a pod of this hub's proxy, and whoever called the proxy, which has to be a front end of Google's
load balancer. The proxy writes the latter last into X-Forwarded-For; what stands before it, or in X-Real-Ip, anybody can write. The
network policies see to the second too, in clusters that enforce them.

Which pods are the proxy's, Kubernetes says (labels of the chart, by the hub's own account).
"""

import asyncio
import ipaddress
import time

from iap_assertion import NOT_READY, Refused

# Addresses of the front ends that call backends: cloud.google.com/load-balancing/docs/firewall-rules. The companion chart's policy has them too.
FRONT_ENDS = "130.211.0.0/22,35.191.0.0/16"
STRAY = "This hub accepts an assertion of Identity-Aware Proxy only through its own load balancer. Open the hub's own address."
# Age in seconds up to which an address counts as the proxy's: once the proxy has moved, another pod may get it.
FRESH = 10
# A proxy that has just started is looked up at its first request. Others who ask cost one look a second.
PAUSE = 1


def clean_address(text):
    """The IP address in its one form, or None: IPv4 may come as ::ffff:10.0.0.1."""
    try:
        address = ipaddress.ip_address(text.strip())
    except (ValueError, AttributeError):
        return None
    return getattr(address, "ipv4_mapped", None) or address


def peer_of(request):
    """Address of the other end of a tornado request's connection, or None. `request.remote_ip` is what headers claim."""
    address = getattr(getattr(request.connection, "context", None), "address", None)
    return clean_address(address[0]) if isinstance(address, tuple) else None


def caller_of_proxy(request):
    """Address from which the proxy got the request, or None; true only where the peer is the proxy."""
    forwarded = request.headers.get_list("X-Forwarded-For")
    return clean_address(forwarded[-1].rpartition(",")[2]) if forwarded else None


class ProxyPods:
    """The proxy's addresses. `read` gives them as texts, in a thread of its own; None: there is no Kubernetes API.

    While it fails those known stay, so that people can work while the cluster's API is away: without it this hub starts no notebook server, which
    could come by an address that was the proxy's. Before the first success nobody is the proxy.
    """

    def __init__(self, read, log, clock=time.monotonic):
        self._read, self._log, self._clock = read, log, clock
        self._known = None
        self._tried = None
        self._said = None
        self._lock = asyncio.Lock()

    @property
    def ready(self):
        """Whether Kubernetes has answered at all."""
        return self._known is not None

    async def include(self, address):
        """Whether this is now an address of the proxy; None never is."""
        if self._age() >= (FRESH if address in (self._known or ()) else PAUSE):
            async with self._lock:
                # Whoever waited for somebody else's look has its result.
                if self._age() >= PAUSE:
                    await self._renew()
        return address in (self._known or ())

    def _age(self):
        return float("inf") if self._tried is None else self._clock() - self._tried

    async def _renew(self):
        problem = None
        try:
            if self._read is None:
                raise OSError("there is no Kubernetes API")
            found = await asyncio.get_running_loop().run_in_executor(None, self._read)
            self._known = frozenset(map(clean_address, found)) - {None}
        except Exception as error:  # noqa: BLE001 - whatever the network or the answer brings, those known stay
            problem = str(error)
        # Counted from the end: a slow answer does not make everybody who waits ask again.
        self._tried = self._clock()
        if problem != self._said:
            self._log(f"Pods of the proxy: {f'not read, those known stay: {problem}' if problem else 'read again'}")
        self._said = problem


class Route:
    """The way by the proxy's pods and the front ends' networks (comma-separated); ValueError where a network is none."""

    def __init__(self, pods, front_ends):
        self._pods = pods
        self._front_ends = [ipaddress.ip_network(text.strip()) for text in front_ends.split(",")]

    async def check(self, request, email):
        """Refused unless the request came this way. `email`: whom its verified assertion is about, for the log."""
        peer = peer_of(request)
        if not await self._pods.include(peer):
            if not self._pods.ready:
                raise Refused(503, NOT_READY, "Kubernetes has not said yet which pods are the proxy's")
            raise Refused(403, STRAY, f"an assertion of {email} came from {peer or 'no address'}, which is no pod of this hub's proxy")
        caller = caller_of_proxy(request)
        if caller is None or not any(caller in network for network in self._front_ends):
            raise Refused(403, STRAY, f"the proxy got an assertion of {email} from {caller or 'no address'}, which is no front end of a load balancer")
