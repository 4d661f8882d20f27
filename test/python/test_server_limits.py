"""Names of named servers, and the memory that all servers of one person may have."""

import asyncio
import json
from types import SimpleNamespace

import pytest
from tornado.web import HTTPError
from traitlets.config import Config

from server_limits import GIB, NamedServers, configure, pod_memory, quantity

ADA, BOB = "ada@acme.dev", "bob@acme.dev"


def handler(*args, known=(), **named):
    user = SimpleNamespace(orm_spawners=dict.fromkeys(known))
    found = {ADA: user}
    return SimpleNamespace(path_args=list(args), path_kwargs=named, find_user=found.get)


@pytest.mark.parametrize("name", ["a", "gpu", "gpu-2", "a" * 30, "a-b-c"])
def test_a_name_of_the_rule_is_taken_by_page_and_api(name):
    assert NamedServers(2)(handler(user_name=ADA, server_name=name)) == 2
    assert NamedServers(2)(handler(ADA, name)) == 2


@pytest.mark.parametrize("name", ["A", "gpu_2", "2gpu", "-a", "a-", "a--b", "a" * 31, "ä", "a b", "a.b", "a\n"])
def test_another_name_is_refused_with_the_rule_unless_a_server_has_it(name):
    for asked in (handler(user_name=ADA, server_name=name), handler(ADA, name), handler(BOB, name, known=[name])):
        with pytest.raises(HTTPError, match="1 to 30 lower-case letters") as refused:
            NamedServers(2)(asked)
        assert refused.value.status_code == 400
    assert NamedServers(2)(handler(ADA, name, known=[name])) == 2


def test_pages_without_a_server_get_the_number():
    requests = (handler(), handler(user_name=ADA), handler(ADA), handler(ADA, ""))
    assert [NamedServers(3)(asked) for asked in requests] == [
        3,
        3,
        3,
        3,
    ]


@pytest.mark.parametrize(
    ("text", "size"),
    [("4294967296", 4 * GIB), ("4Gi", 4 * GIB), ("1.5Gi", 3 * GIB // 2), ("2G", 2 * 10**9), ("1e3", 1000)],
)
def test_quantities_of_kubernetes_are_bytes(text, size):
    assert quantity(text) == size


@pytest.mark.parametrize("text", ["", "4GiB", "lots", "-1", "1 Gi"])
def test_what_is_no_quantity_is_an_error(text):
    with pytest.raises(ValueError, match="no quantity"):
        quantity(text)


def pod(name, owner, size, phase="Running", kind="limits"):
    containers = [{"name": "gate"}, {"name": "notebook", "resources": {kind: {"memory": size}}}]
    metadata = {"name": name, "annotations": {"hub.jupyter.org/username": owner}}
    return {"metadata": metadata, "spec": {"containers": containers}, "status": {"phase": phase}}


def test_a_pod_without_a_limit_counts_by_what_it_has_for_sure():
    assert pod_memory(pod("a", ADA, "2Gi", kind="requests")) == 2 * GIB
    assert pod_memory({"spec": {"containers": [{"name": "notebook"}]}}) == 0


class Hub:
    """Spawners of one person with KubeSpawner's parts that the check uses; `sizes` is what each profile sets."""

    def __init__(self, tmp_path, most):
        hub = self

        class Spawner:
            mem_guarantee = None
            active = True

            def __init__(self, name, size, user):
                self.pod_name, self.size, self.user, self.mem_limit = f"jupyter-{name}", size, user, GIB
                self.pod_reflector = hub.reflector

            async def load_user_options(self):
                await asyncio.sleep(0)
                self.mem_limit = self.size

        path = tmp_path / "limits.json"
        path.write_text(json.dumps({"memoryPerUser": most}))
        self.reflector = SimpleNamespace(pods={})
        self.user = SimpleNamespace(name=ADA, spawners={})
        self._class = Spawner
        configure(Config(), Spawner, path)

    def spawner(self, name, size):
        self.user.spawners[name] = made = self._class(name, size, self.user)
        return made

    def run(self, *pods):
        self.reflector.pods = {one["metadata"]["name"]: one for one in pods}


def test_servers_of_one_person_are_added_up(tmp_path):
    hub = Hub(tmp_path, 8 * GIB)
    hub.run(pod("jupyter-one", ADA, "5Gi"), pod("jupyter-other", BOB, "64Gi"), pod("jupyter-old", ADA, "9Gi", "Failed"))
    asyncio.run(hub.spawner("fits", 3 * GIB).load_user_options())
    hub.user.spawners.clear()
    with pytest.raises(HTTPError) as refused:
        asyncio.run(hub.spawner("large", int(3.5 * GIB)).load_user_options())
    assert refused.value.status_code == 403
    assert refused.value.log_message == (
        "All your servers together may have 8 GiB of memory. Those that run have 5 GiB, and this one needs 3.5 GiB. "
        "Stop a server, or choose a smaller profile."
    )


def test_a_restart_does_not_count_its_own_last_pod(tmp_path):
    hub = Hub(tmp_path, 8 * GIB)
    hub.run(pod("jupyter-one", ADA, "8Gi"))
    asyncio.run(hub.spawner("one", 8 * GIB).load_user_options())


def test_of_two_starts_at_once_only_what_fits_is_granted(tmp_path):
    hub = Hub(tmp_path, 8 * GIB)
    spawners = [hub.spawner(name, 5 * GIB) for name in ("one", "two")]

    async def both():
        return await asyncio.gather(*(one.load_user_options() for one in spawners), return_exceptions=True)

    results = asyncio.run(both())
    assert [type(one).__name__ for one in results] == ["NoneType", "Refusal"]
    # Once the first one is stopped, the second fits.
    spawners[0].active = False
    asyncio.run(spawners[1].load_user_options())


def test_a_file_without_a_number_of_bytes_keeps_the_hub_down(tmp_path):
    for most in (0, "8Gi", True, None):
        with pytest.raises(ValueError, match="no number of bytes"):
            Hub(tmp_path, most)
