"""What a person reads while a server starts, and why it did not start."""

import asyncio
import json

import pytest
from kubernetes_asyncio.client.exceptions import ApiException
from tornado.web import HTTPError

from refusals import FULL, KINDS, Refusal, page_of, said, spare_failure_count
from start_progress import FIRST, STEPS, install, minutes, newest_stage, quota_text, refusal_of, stage_of

USUAL = "2 to 5 minutes"


def event(reason, message="", **more):
    return {"reason": reason, "message": message, "type": "Normal", "lastTimestamp": "now", "eventTime": None, **more}


NO_NODES = event("FailedScheduling", "0/3 nodes are available: 3 Insufficient cpu.")
UP = event("TriggeredScaleUp", "pod triggered scale-up: [{https://…/instanceGroups/x 0->1 (max: 1000)}]")
STOCKOUT = event(
    "FailedScaleUp",
    "Node scale up in zones us-central1-a associated with this pod failed: GCE out of resources. "
    "Pod is at risk of not being scheduled.",
)
PROJECT = event("FailedScaleUp", STOCKOUT["message"].replace("out of resources", "quota exceeded"))
ORDINARY = [
    (NO_NODES, 0, "asks Google for another"),
    (UP, 0, "Google is making a machine for you. This usually takes 2 to 5 minutes."),
    (event("Scheduled", "Successfully assigned x/y to gk3-1"), 1, "A machine is ready"),
    (event("SuccessfulAttachVolume", "AttachVolume.Attach succeeded"), 1, "Your files are connected"),
    (event("Pulling", 'Pulling image "quay.io/jupyter/x"'), 1, "is being loaded"),
    (event("Pulled", "Successfully pulled image"), 1, "is loaded"),
    (event("Started", "Started container notebook"), 2, "Your server is starting"),
]


def test_an_ordinary_start_goes_from_step_to_step_in_plain_words():
    seen = []
    for one, step, text in ORDINARY:
        seen.append(one)
        stage = newest_stage(seen, USUAL)
        assert (stage.step, stage.is_trouble) == (step, False) and text in stage.text, one
    assert newest_stage([], USUAL) == FIRST and len(STEPS) == 3


def test_the_scheduler_does_not_hide_that_google_makes_a_machine():
    assert "making a machine" in newest_stage([NO_NODES, UP, NO_NODES], USUAL).text
    assert "no free machine" in newest_stage([UP, STOCKOUT, NO_NODES], USUAL).text


@pytest.mark.parametrize(
    ("one", "kind", "text"),
    [
        (STOCKOUT, "no-capacity", "no free machine"),
        (PROJECT, "project-quota", "may not have more machines"),
        (event("FailedScaleUp", "… failed: Internal error."), "no-capacity", "cannot make a machine"),
        (
            event("NotTriggerScaleUp", "pod didn't trigger scale-up: 2 max node group size reached"),
            "no-capacity",
            "cannot",
        ),
        (event("Failed", 'Failed to pull image "x": not found'), "image", "image"),
        (event("BackOff", 'Back-off pulling image "x"'), "image", "image"),
        (event("FailedMount", "MountVolume failed"), "slow", "not connected yet"),
    ],
)
def test_trouble_is_said_and_becomes_the_reason_of_a_start_that_took_too_long(one, kind, text):
    stage = newest_stage([NO_NODES, one], USUAL)
    assert stage.is_trouble and stage.kind == kind and text in stage.text
    refusal = refusal_of(TimeoutError(), Spawner([NO_NODES, one]), USUAL)
    assert refusal.kind == kind and "5 minutes" in refusal.jupyterhub_message
    assert KINDS[refusal.kind][1] is not None


def test_events_that_tell_a_person_nothing_are_left_out():
    for one in (
        event("Created", "Created container"),
        event("Unhealthy"),
        event("BackOff", "Back-off restarting failed container notebook"),
        event(None),
        event(["Pulling"].__str__()),
        {},
    ):
        assert stage_of(one, USUAL) is None


class Spawner:
    start_timeout = 300

    def __init__(self, events=(), handler=None):
        self.events, self.handler = list(events), handler


class Handler:
    def __init__(self, settings):
        self.settings = settings


def denied(message):
    error = ApiException(status=403, reason="Forbidden")
    error.body = json.dumps({"kind": "Status", "message": message, "code": 403})
    return error


QUOTA = (
    'pods "jupyter-ada" is forbidden: exceeded quota: research, requested: requests.nvidia.com/gpu=1, '
    "used: requests.nvidia.com/gpu=4, limited: requests.nvidia.com/gpu=4"
)


def test_a_full_quota_is_a_sentence():
    text = quota_text(denied(QUOTA))
    assert text == (
        "All 4 GPUs of this hub are in use. Choose a smaller profile, or try again when somebody has stopped a server."
    )
    assert "All 40 CPU cores" in quota_text(denied(QUOTA.replace("requests.nvidia.com/gpu=4", "limits.cpu=40")))
    assert "The 64Gi of memory" in quota_text(
        denied(QUOTA.replace("limited: requests.nvidia.com/gpu=4", "limited: limits.memory=64Gi"))
    )
    assert "All 50 servers" in quota_text(
        denied(QUOTA.replace("limited: requests.nvidia.com/gpu=4", "limited: pods=50"))
    )
    assert "The quota of this hub is full" in quota_text(denied("exceeded quota: x"))
    for other in (denied("pods is forbidden: violates PodSecurity"), ValueError(QUOTA), ApiException(status=500)):
        assert quota_text(other) is None and refusal_of(other, Spawner(), USUAL) is None


def test_a_start_that_fails_for_a_reason_is_a_refusal_and_does_not_count_as_a_fault_of_the_hub():
    handler = Handler({"failure_count": 2})

    class Base(Spawner):
        error = denied(QUOTA)

        async def progress(self):
            yield {"progress": 50, "message": "x", "raw_event": UP}
            yield {"progress": 60, "message": "y"}

        def start(self):
            async def fail():
                raise self.error

            return asyncio.ensure_future(fail())

    install(Base, lambda spawner: USUAL)
    spawner = Base(handler=handler)
    with pytest.raises(Refusal) as caught:
        asyncio.run(run(spawner.start))
    assert caught.value.status_code == 429 and handler.settings["failure_count"] == 1
    assert spawner.consecutive_failure_limit == 0
    spawner.error = Refusal(403, "memory", "All your servers together …")
    with pytest.raises(Refusal):
        asyncio.run(run(spawner.start))
    assert handler.settings["failure_count"] == 0
    spawner.error = KeyError("a fault")
    with pytest.raises(KeyError):
        asyncio.run(run(spawner.start))

    async def told():
        return [one async for one in spawner.progress()]

    first, second = asyncio.run(told())
    assert first["plain"]["text"].startswith("Google is making") and first["message"] == "x"
    assert "plain" not in second


def test_a_start_gives_up_before_jupyterhub_does_so_that_it_can_say_why():
    class Slow(Spawner):
        start_timeout = 1.2

        async def progress(self):
            yield {}

        def start(self):
            return asyncio.ensure_future(asyncio.sleep(60))

    install(Slow, lambda spawner: USUAL)
    with pytest.raises(Refusal) as caught:
        asyncio.run(run(Slow([STOCKOUT]).start))
    assert caught.value.kind == "no-capacity"


async def run(start):
    return await start()


def test_pages_have_a_title_a_text_and_one_next_step():
    refusal = Refusal(403, "no-profile", "All of 100% are for others.")
    assert page_of(403, "", refusal) == ("There is no profile for you in this hub", refusal.jupyterhub_message, None)
    assert page_of(404, "anything").text.startswith("Nothing is at this address")
    assert page_of(500, "").text.startswith("The hub could not do this") and page_of(500, "").step.path == ""
    assert page_of(418, "tea").title == "Something went wrong in the hub"
    for status, text in ((429, "Active user limit exceeded. Try again in a few minutes."), (429, FULL)):
        assert page_of(status, text)[:2] == ("All servers of this hub are in use", FULL)
    busy = page_of(429, "Too many users trying to log in right now. Try again in 50 seconds.")
    assert busy.title == "Many servers are starting right now" and "50 seconds" in busy.text
    for title, step in KINDS.values():
        assert title and (step is None or step.label)


def test_jupyterhubs_numbers_are_not_shown_to_people():
    assert said(str(HTTPError(403, "You may not (yet)"))) == "You may not (yet)"
    assert said(str(HTTPError(429, "Active user limit exceeded. Try again in a few minutes."))) == FULL
    assert said(None) == "" and said("<b>x</b>") == "<b>x</b>"


def test_a_spawner_without_a_handler_has_no_count():
    spare_failure_count(object())


def test_times_are_said_as_people_do():
    assert [minutes(one) for one in (30, 60, 90, 300, 1200)] == [
        "30 seconds",
        "1 minute",
        "2 minutes",
        "5 minutes",
        "20 minutes",
    ]
