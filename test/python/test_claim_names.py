"""KubeSpawner names the claims of homes as src/access/homes/claim-name.ts expects it."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from kubespawner.spawner import KubeSpawner

NAMES = json.loads((Path(__file__).parents[1] / "fixtures" / "claim-names.json").read_text())


def claim_of(owner, server, scheme):
    spawner = SimpleNamespace(
        user=SimpleNamespace(name=owner, id=1),
        name=server,
        slug_scheme=KubeSpawner.slug_scheme.default_value,
        _namespace_default=lambda: "jupyterhub-research",
    )
    template = KubeSpawner.pvc_name_template.default_value
    return KubeSpawner._expand_user_properties(spawner, template, slug_scheme=scheme)


@pytest.mark.parametrize("case", NAMES, ids=lambda case: f"{case['owner']} {case['server']}")
def test_a_claim_has_the_name_that_typescript_computes(case):
    assert claim_of(case["owner"], case["server"], None) == case["name"]
    assert claim_of(case["owner"], case["server"], "escape") == case["legacyName"]
