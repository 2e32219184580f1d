"""Over builds: what was asked for twice in vain is not paid a third time, and nothing is bought that can't be kept."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from mkdocs_illustrate.records import Outcome, PageSource, State
from mkdocs_illustrate.settings import read_settings
from mkdocs_illustrate.studio.studio import Studio
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import Fault, ModelServer
from tests.sites import CITIES, KEYS, SiteMaker

IMAGES = "/images/generations"
TORN = Reply(body=picture("x", (64, 64), "PNG")[:200])


@pytest.mark.parametrize(
    "fault",
    [
        Fault(where=IMAGES, reply=Reply.json({}, status=500), work_first=True, times=99),
        Fault(where=IMAGES, cut=True, work_first=True, times=99),
        Fault(where=IMAGES, reply=TORN, times=99),
    ],
    ids=["500", "cut", "torn"],
)
def test_twice_in_all(site: SiteMaker, server: ModelServer, fault: Fault) -> None:
    """A picture that may have been charged is asked for twice in all, over any number of builds; one line says so."""
    server.faults.append(fault)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    for _ in range(4):
        built = site.build(**KEYS)
    assert server.count(IMAGES) == 2
    (line,) = built.warnings()
    assert "index.md: openai: it was asked for twice in vain" in line


def _carried_out(site: SiteMaker, *, force: bool) -> Outcome:
    studio = Studio(read_settings(site.options), site.folder, "build", force=force)
    (plan,) = studio.plan(PageSource(page="index.md", text=CITIES, meta={"illustrate": True})).figures

    async def done() -> Outcome:
        try:
            return await studio.carry_out(plan)
        finally:
            await studio.close()

    return asyncio.run(done())


def test_force_asks_again(site: SiteMaker, server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who forces it gets two more tries."""
    monkeypatch.setenv("OPENAI_API_KEY", "test-key")
    server.fail(IMAGES, 500, times=2)
    site.models(server.url)
    site.folder.mkdir()
    assert [_carried_out(site, force=False).state for _ in range(2)] == [State.FAILED] * 2
    assert server.count(IMAGES) == 2
    assert _carried_out(site, force=True).state is State.MADE


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a full disk")
def test_no_call_after_a_failed_write(site: SiteMaker, server: ModelServer) -> None:
    """A disk that fills up ends all buying: what is bought then could not be kept."""
    for n in range(12):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url)
    site.options["concurrency"] = 1
    cache = site.folder / ".cache"
    cache.mkdir(parents=True)
    if os.system(f"mount -t tmpfs -o size=1400k none {cache}"):  # noqa: S605
        pytest.skip("this machine does not let us mount a small disk")
    try:
        _fill_up(cache, server)
        built = site.build(**KEYS)
    finally:
        os.system(f"umount {cache}")  # noqa: S605
    assert server.count(IMAGES) <= 3
    assert len(built.lines("nothing is bought that can't be kept")) == 1
    assert "Traceback" not in built.log


def _fill_up(cache: Path, server: ModelServer) -> None:
    """Let the disk be full with the first picture that comes."""
    inner = server.routes[IMAGES]

    def filling(call: object, running: ModelServer) -> Reply:
        room = shutil.disk_usage(cache).free
        (cache / f"{server.count(IMAGES)}.full").write_bytes(bytes(max(0, room - 4096)))
        return inner(call, running)  # type: ignore[arg-type]

    server.routes = {**server.routes, IMAGES: filling}
