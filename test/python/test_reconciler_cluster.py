"""The access reconciler's ConfigMap in a Kubernetes API: it is made anew where somebody deleted it."""

import ssl

import pytest

from access_reconciler_api import Api, ApiError, Cluster
from cluster import FakeCluster


@pytest.fixture
def kubernetes(tmp_path):
    fake = FakeCluster(tmp_path)
    yield fake
    fake.server.shutdown()


def client(kubernetes, token="a-token"):
    context = ssl.create_default_context(cafile=str(kubernetes.account / "ca.crt"))
    api = Api(f"https://127.0.0.1:{kubernetes.server.port}", lambda: token, context)
    return Cluster(api, "jupyterhub-research", "research")


def test_a_report_goes_into_a_map_that_somebody_deleted_and_later_writes_keep_each_other(kubernetes):
    del kubernetes.maps["research-reconciler"]
    cluster = client(kubernetes)
    assert cluster.status() == "" and cluster.last_list() == ""
    assert cluster.report({"generation": 3})
    assert kubernetes.report() == {"generation": 3}
    assert cluster.keep_list("packed") and cluster.last_list() == "packed"
    assert kubernetes.report() == {"generation": 3}


def test_another_refusal_makes_nothing(kubernetes):
    with pytest.raises(ApiError) as refused:
        client(kubernetes, "another").report({})
    assert refused.value.status == 401 and kubernetes.maps == {"research-reconciler": {}}
