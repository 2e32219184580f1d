"""Jobs: submitted once, looked after at the vendor's pace, gone on with by the next run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import BadAnswer, JobFailed, ModelError, Refused, UnknownOutcome
from mkdocs_illustrate.models.polling import noted
from mkdocs_illustrate.models.polling import notes as notes_of
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.wire.endpoint import Endpoint
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.store.ledger import Ledger
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer
from tests.systems import KILL
from tests.waiting import PATIENCE, until

from .conftest import KEY
from .talk import Notes, buy, wanted

Make = Callable[..., ImageModel]
CLOUDS = ["pictory", "bfl", "replicate", "fal", "comfyui"]


def submits(server: ModelServer) -> int:
    """How many jobs were handed in."""
    return sum(call.method == "POST" for call in server.calls)


def looks(server: ModelServer) -> int:
    """How often somebody asked how it is getting on."""
    return sum(call.method == "GET" and "/files/" not in call.path for call in server.calls)


@pytest.mark.parametrize("vendor", CLOUDS)
@pytest.mark.parametrize("times", [0, 1, 5])
def test_the_sequence(make: Make, vendor: str, times: int) -> None:
    """However long a job takes, it is submitted once, noted before the first look, and fetched."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.state["looks"] = times
        noted: list[int] = []

        class Watching(Notes):
            async def note_job(self, **facts: str) -> None:
                noted.append(looks(server))
                await super().note_job(**facts)

        model = make(vendor, base_url=server.url)
        picture = buy(model, notes=Watching())
        assert check(picture.data).width >= 512
        assert submits(server) == 1
        assert noted == [0]
        assert looks(server) >= times + 1


@pytest.mark.parametrize("vendor", CLOUDS)
def test_an_open_job_is_gone_on_with(make: Make, vendor: str) -> None:
    """A job of an earlier run is followed to its end; nothing is submitted again."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.state["looks"] = 10**6
        notes = Notes()
        hasty = make(vendor, base_url=server.url, timeout={"job": 0.3})
        with pytest.raises(UnknownOutcome, match="next run") as raised:
            buy(hasty, notes=notes)
        assert not isinstance(raised.value, BadAnswer)
        assert (submits(server), len(notes.jobs)) == (1, 1)
        for job in server.state["jobs"].values():
            job["left"] = 1
        buy(make(vendor, base_url=server.url), notes=notes)
        assert submits(server) == 1


@pytest.mark.parametrize("vendor", CLOUDS)
def test_a_job_that_nobody_knows(make: Make, vendor: str) -> None:
    """An old job that the vendor has forgotten is handed in anew, once."""
    with ModelServer.of(vendor, key=KEY) as server:
        notes = Notes()
        buy(make(vendor, base_url=server.url), notes=notes)
        server.state["jobs"].clear()
        server.state.pop("seen", None)
        buy(make(vendor, base_url=server.url), notes=notes)
        assert submits(server) == 2


@pytest.mark.parametrize(
    ("vendor", "state", "kind", "words"),
    [
        ("pictory", {"outcome": "failed"}, JobFailed, "Image generation failed"),
        ("bfl", {"outcome": "Error"}, JobFailed, "Error"),
        ("bfl", {"outcome": "Content Moderated"}, Refused, "Content Moderated"),
        ("replicate", {"outcome": "failed"}, JobFailed, "CUDA"),
        ("replicate", {"outcome": "canceled"}, JobFailed, "CUDA"),
        ("bfl", {"outcome": "Cancelled"}, JobFailed, "Cancelled"),
        ("comfyui", {"outcome": "error"}, JobFailed, "CUDA"),
    ],
)
def test_how_it_may_end(make: Make, vendor: str, state: dict[str, str], kind: type[ModelError], words: str) -> None:
    """A job that failed, though with HTTP 200, says so in the vendor's words; once."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.state.update(state)
        with pytest.raises(kind, match=words):
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert submits(server) == 1


def test_a_completed_job_may_hold_an_error(make: Make) -> None:
    """A COMPLETED of fal may still hold a failure: it is looked at three times, not for ever."""
    with ModelServer.of("fal", key=KEY) as server:
        server.state["outcome"] = "error"
        with pytest.raises(JobFailed, match="downstream"):
            buy(make("fal", base_url=server.url), notes=Notes())
        assert submits(server) == 1
        assert sum(call.path.count("/") == 5 for call in server.calls) == 3


def test_a_vendor_that_does_not_know_it_yet(make: Make) -> None:
    """A job that was accepted just now may be unknown for a look or two."""
    with ModelServer.of("bfl", key=KEY) as server:
        server.fail("/get_result", status=200, body={"status": "Task not found"}, times=2)
        server.fail("/get_result", status=404, body={"detail": "Task not found"})
        buy(make("bfl", base_url=server.url), notes=Notes())
        assert submits(server) == 1


@pytest.mark.parametrize("vendor", CLOUDS)
def test_looks_that_fail(make: Make, vendor: str) -> None:
    """A paid job is not given up because a look failed: 500, 429, a cut line, a web page."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.state["looks"] = 0
        model = make(vendor, base_url=server.url)
        place = {"pictory": "/v1/jobs/", "bfl": "/get_result", "fal": "/status"}
        where = place.get(vendor, "/predictions/" if vendor == "replicate" else "/history/")
        server.fail(where, status=500)
        server.fail(where, status=429, headers={"Retry-After": "1"})
        server.fail(where, cut=True)
        server.fail(where, reply=Reply.html("<html>maintenance</html>"))
        buy(model, notes=Notes())
        assert submits(server) == 1


LOOKS = {
    "pictory": "/v1/jobs/",
    "bfl": "/get_result",
    "replicate": "/predictions/",
    "fal": "/status",
    "comfyui": "/history/",
}


@pytest.mark.parametrize("vendor", CLOUDS)
@pytest.mark.parametrize("status", [400, 401, 402, 403, 409, 422])
def test_looks_that_are_turned_away(make: Make, vendor: str, status: int) -> None:
    """A no to a look is no end of the job: it stays open, and the next run pays nothing."""
    with ModelServer.of(vendor, key=KEY) as server:
        notes = Notes()
        server.fail(LOOKS[vendor], status=status, times=99)
        with pytest.raises(UnknownOutcome, match="next run goes on with it") as raised:
            buy(make(vendor, base_url=server.url), notes=notes)
        assert not isinstance(raised.value, BadAnswer)
        server.faults.clear()
        buy(make(vendor, base_url=server.url), notes=notes)
        assert submits(server) == 1


@pytest.mark.parametrize("vendor", ["pictory", "bfl", "replicate", "fal"])
def test_a_picture_that_cannot_be_fetched_today(make: Make, vendor: str) -> None:
    """A picture whose address fails leaves its job open; one that is gone for good is made anew."""
    with ModelServer.of(vendor, key=KEY) as server:
        notes = Notes()
        server.fail("/files/", status=404)
        buy(make(vendor, base_url=server.url), notes=Notes())
        server.fail("/files/", status=403, times=3)
        with pytest.raises(UnknownOutcome, match="next run goes on with it") as raised:
            buy(make(vendor, base_url=server.url), notes=notes)
        assert not isinstance(raised.value, BadAnswer)
        assert submits(server) == 2
        buy(make(vendor, base_url=server.url), notes=notes)
        assert submits(server) == 2
        server.fail("/files/", status=410, times=3)
        buy(make(vendor, base_url=server.url), notes=notes)
        assert submits(server) == 3


def test_an_address_is_noted_before_it_is_fetched(make: Make) -> None:
    """A picture that was bought by address and could not be fetched is not bought again."""
    with ModelServer.of("aimlapi", key=KEY) as server:
        notes = Notes()
        server.fail("/files/", status=503, times=3)
        with pytest.raises(UnknownOutcome, match="next run goes on with it"):
            buy(make("aimlapi", base_url=server.url), notes=notes)
        first = buy(make("aimlapi", base_url=server.url), notes=notes)
        assert check(first.data).width > 200
        assert first.cost is not None
        assert server.count("/images/generations") == 1
        server.fail("/files/", status=404, times=3)  # its time is over
        buy(make("aimlapi", base_url=server.url), notes=notes)
        assert server.count("/images/generations") == 2


def test_the_others_of_a_purchase_are_noted_too() -> None:
    """Of two pictures by address, both come with the next run, at what both cost."""
    notes = Notes({"address": "https://10.0.0.1/a", "others": "https://10.0.0.1/b", "cost": "0.08"})
    answer = noted(notes.jobs[-1])
    assert answer is not None
    assert [other.address for other in answer.others] == ["https://10.0.0.1/b"]
    assert notes_of(answer) == dict(notes.jobs[0])


def test_notes_that_somebody_edited(make: Make) -> None:
    """A ledger from anywhere is no way to make us fetch from this machine, or to crash us."""
    for job in ({"address": "http://10.0.0.1/x"}, {"address": "x", "cost": "y"}, {"cost": "1"}):
        with ModelServer.of("google", key=KEY) as server:
            buy(make("google", base_url=server.url), notes=Notes(job))
            assert len(server.calls) == 1


def test_a_job_behind_another_base_url(make: Make) -> None:
    """A job whose address may not be asked any more is handed in anew, not waited for in vain."""
    with ModelServer.of("bfl", key=KEY) as server:
        stale = {"job": "1", "poll": "ftp://elsewhere.example/v1/get_result?id=1"}
        buy(make("bfl", base_url=server.url), notes=Notes(stale))
        assert submits(server) == 1


def test_a_resumed_job_that_is_not_found_once(make: Make) -> None:
    """One "not found" about an old job may be a gateway's mood: it is not paid again for that."""
    with ModelServer.of("bfl", key=KEY) as server:
        notes = Notes()
        buy(make("bfl", base_url=server.url), notes=notes)
        server.fail("/get_result", status=404)
        buy(make("bfl", base_url=server.url), notes=notes)
        assert submits(server) == 1


@pytest.mark.parametrize(
    "outputs",
    [
        {"9": {"images": None}},
        {"9": None},
        [],
        {"9": {"images": ["x", 7, None]}},
        {"9": {"images": {"filename": "x"}}},
    ],
)
def test_comfy_outputs_that_are_none(make: Make, outputs: object) -> None:
    """A node of somebody's own may save what it likes: the line says what the workflow lacks."""
    with ModelServer.of("comfyui") as server:
        server.state.update(outcome="odd", odd={"outputs": outputs, "status": {"completed": True}})
        with pytest.raises(JobFailed, match="SaveImage"):
            buy(make("comfyui", base_url=server.url), notes=Notes())


@pytest.mark.parametrize("messages", [None, 7, [["execution_error", "x"]], [["execution_error"]]])
def test_comfy_errors_without_words(make: Make, messages: object) -> None:
    """A workflow that failed says so, however little it says."""
    with ModelServer.of("comfyui") as server:
        status = {"status_str": "error", "messages": messages}
        server.state.update(outcome="odd", odd={"outputs": {}, "status": status})
        with pytest.raises(JobFailed, match="the workflow failed"):
            buy(make("comfyui", base_url=server.url), notes=Notes())


@pytest.mark.parametrize("vendor", ["bfl", "replicate", "fal"])
def test_addresses_are_moved_to_a_base_url_of_ones_own(make: Make, vendor: str) -> None:
    """With a base_url of one's own the vendor's polling addresses are asked there."""
    hosts = {"bfl": "https://api.eu.bfl.ai", "replicate": "https://api.replicate.com", "fal": "https://queue.fal.run"}
    with ModelServer.of(vendor, key=KEY) as server:
        server.state["polling"] = hosts[vendor]
        buy(make(vendor, base_url=server.url), notes=Notes())
        assert looks(server) >= 2


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://api.bfl.ai/v1/get_result?id=1", True),
        ("https://api.eu2.bfl.ai/v1/get_result?id=1", True),
        ("https://api.eu2.bfl.ai:443/x", True),
        ("http://api.eu2.bfl.ai/v1/get_result?id=1", False),
        ("https://api.eu2.bfl.ai:8443/x", False),
        ("https://bfl.ai.evil.example/x", False),
        ("https://evilbfl.ai/x", False),
        ("https://key@api.bfl.ai/x", False),
        ("https://169.254.169.254/latest", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_the_key_stays_with_the_vendor(address: str, good: bool) -> None:
    """A polling address is asked with the key only inside the vendor's own domain."""
    own = "https://api.bfl.ai"
    endpoint = Endpoint(base_url=own, default_base_url=own, key=lambda: KEY, domain="bfl.ai")
    if good:
        assert endpoint.trusted_address(address) == address
    else:
        with pytest.raises(BadAnswer, match="foreign host"):
            endpoint.trusted_address(address)


@pytest.mark.parametrize("address", ["https://[", "https://x:99999999/"])
def test_a_polling_address_that_is_none(address: str) -> None:
    """An address that can't be read is a bad answer, not a crash."""
    own = "https://api.bfl.ai"
    endpoint = Endpoint(base_url=own, default_base_url=own, key=lambda: KEY, domain="bfl.ai")
    with pytest.raises(BadAnswer, match="base_url"):
        endpoint.trusted_address(address)


def test_the_server_itself_may_be_asked() -> None:
    """An address on the very server that was asked is trusted, also of a vendor that names no domain."""
    own = "http://127.0.0.1:8188"
    endpoint = Endpoint(base_url=own, default_base_url=own, key=lambda: KEY)
    assert endpoint.trusted_address(f"{own}/jobs/1") == f"{own}/jobs/1"
    with pytest.raises(BadAnswer, match="foreign host"):
        endpoint.trusted_address("http://127.0.0.1:8189/jobs/1")


def test_a_plain_address_is_moved_too() -> None:
    """Who answers behind a base_url of one's own is asked there, however the vendor spells its address."""
    endpoint = Endpoint(base_url="https://gate.example/b", default_base_url="https://api.bfl.ai", key=lambda: KEY)
    assert endpoint.trusted_address("http://api.bfl.ai/v1/x?id=1") == "https://gate.example/b/v1/x?id=1"


def test_a_region_of_ones_own() -> None:
    """Who chose a regional host still polls where the vendor put the job."""
    endpoint = Endpoint(
        base_url="https://api.us1.bfl.ai", default_base_url="https://api.bfl.ai", key=lambda: KEY, domain="bfl.ai"
    )
    address = "https://api.us2.bfl.ai/v1/get_result?id=1"
    assert endpoint.trusted_address(address) == address
    with pytest.raises(BadAnswer, match="foreign host"):
        endpoint.trusted_address("https://bfl.ai.evil.example/x")


def test_the_cost_of_a_job(make: Make) -> None:
    """What the submit answer says that a job costs is its cost: three credits of a cent."""
    with ModelServer.of("bfl", key=KEY) as server:
        picture = buy(make("bfl", base_url=server.url), notes=Notes())
        assert picture.cost == pytest.approx(0.03)
        assert picture.seed == 42


def test_pictory_is_asked_as_its_guide_says(make: Make) -> None:
    """The guide's own request: the key as it is, model, ratio, a style by options."""
    with ModelServer.of("pictory", key=KEY) as server:
        model = make("pictory", base_url=server.url, options={"style": "photorealistic"})
        buy(model, wanted("A golden retriever", size=(1600, 900)), Notes())
        body = server.calls[0].body
        assert body == {
            "model": "seedream3.0",
            "prompt": "A golden retriever",
            "aspectRatio": "16:9",
            "style": "photorealistic",
        }
        assert server.calls[0].headers["authorization"] == KEY
        assert server.calls[0].path == "/pictoryapis/v1/aistudio/images"


def test_a_job_of_long_ago(tmp_path: Path) -> None:
    """A job that was asked after in vain, when it was older than any vendor's memory, is not asked after again."""
    ledger = Ledger(tmp_path)
    ledger.journal("k1").note_job(job="1")
    ledger.write("unknown", "k1", cause="it took too long")
    assert ledger.journal("k1").open_job() is not None
    ledger.path.write_text(ledger.path.read_text().replace('"at": "20', '"at": "19', 1))
    assert ledger.journal("k1").open_job() is None


_RUN = """
import asyncio, sys
from pathlib import Path
from mkdocs_illustrate.models.protocols import ImageRequest
from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.store.ledger import Ledger
import yaml, mkdocs_illustrate.models.vendor_files as catalog

class Notes:
    def __init__(self, journal):
        self.journal = journal

    async def note_job(self, **facts):
        self.journal.note_job(**facts)

    async def open_job(self):
        return self.journal.open_job()

async def main(url, folder):
    model = Registry(TimeoutSettings(), 8).image(
        ImageSettings(provider="bfl", base_url=url, api_key_env="TEST_KEY"))
    order = model.plan(ImageRequest(prompt="A lighthouse at dawn"))
    ledger = Ledger(Path(folder))
    picture = await model.run(order, Notes(ledger.journal("k1")))
    ledger.write("done", "k1")
    print(len(picture.data))
    await model.close()

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.real_time
def test_killed_in_mid_poll(tmp_path: Path) -> None:
    """A run that is killed while it waits leaves its job on disk; the next one pays nothing."""
    with ModelServer.of("bfl", key=KEY) as server:
        server.state["looks"] = 10**6
        command = [sys.executable, "-c", _RUN, server.url, str(tmp_path)]
        env = {**os.environ, "TEST_KEY": KEY}
        first = subprocess.Popen(command, env=env, stdout=subprocess.PIPE)
        until(lambda: looks(server))
        first.send_signal(KILL)
        first.communicate()
        assert looks(server) >= 1
        assert "job" in (tmp_path / "ledger.jsonl").read_text()
        for job in server.state["jobs"].values():
            job["left"] = 0
        again = subprocess.run(command, env=env, capture_output=True, check=True, timeout=PATIENCE)
        assert int(again.stdout) > 1000
        assert submits(server) == 1
