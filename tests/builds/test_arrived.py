"""What has arrived is paid: it is on disk before it is read, and whoever dies over it leaves it to the next build."""

from __future__ import annotations

import base64
import json
import os
import random
import signal
import time
from pathlib import Path

from PIL import Image

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.openai import images
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, started

CHAT, IMAGES = "/chat/completions", "/images/generations"


def _incoming(site: SiteMaker) -> list[Path]:
    return list((site.folder / ".cache/plugin/illustrate/incoming").glob("*.answer"))


def _noise(path: Path) -> bytes:
    """A picture that takes a while to be stored and decoded."""
    Image.frombytes("RGB", (2400, 1600), random.Random(1).randbytes(2400 * 1600 * 3)).save(path, "PNG")  # noqa: S311
    return path.read_bytes()


def test_killed_after_it_had_arrived(site: SiteMaker, server: ModelServer, tmp_path: Path) -> None:
    """A build that is killed over an answer leaves it to the next one, which buys nothing."""
    answer = Reply.json({"data": [{"b64_json": base64.b64encode(_noise(tmp_path / "noise.png")).decode()}]})
    server.fail(IMAGES, reply=answer, times=99)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.write_config()
    process = started(site.folder, "mkdocs", "build", env={**os.environ, **KEYS})
    ends = time.monotonic() + 60
    while not (found := [p for p in _incoming(site) if p.stat().st_size > 10**6]) and time.monotonic() < ends:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait(40)
    assert found
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    assert (server.count(CHAT), server.count(IMAGES)) == (1, 1)
    assert built.figures()[0]["figure"]["class"] == "illustration"
    assert _incoming(site) == []


def test_a_refused_answer_is_not_kept(site: SiteMaker, server: ModelServer) -> None:
    """What was read to its end, good or bad, lies there no more."""
    server.fail(IMAGES, reply=Reply.json({"data": []}))
    site.page("a.md", CITIES, illustrate=True)
    site.page("b.md", CITIES + "Another.", illustrate=True)
    site.models(server.url)
    site.build(**KEYS)
    assert server.count(IMAGES) == 2
    assert _incoming(site) == []


def test_an_error_of_our_own_loses_nothing(site: SiteMaker, server: ModelServer) -> None:
    """An answer that we fail at is read again by the next build, a better version perhaps, and not bought again."""

    def strange(call: Call, running: ModelServer) -> Reply:
        answer = json.loads(images(call, running).body)
        answer["data"][0] |= {"seed": "9" * 5000}
        return Reply.json(answer)

    server.routes = {**server.routes, IMAGES: strange}
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    for _ in range(2):
        assert "Traceback" not in site.build(**KEYS).log
    assert server.count(IMAGES) == 1


def test_a_picture_has_a_mark_of_its_own(site: SiteMaker, server: ModelServer) -> None:
    """`Idempotency-Key` is the same in each run for the same order, and another for another picture."""
    server.fail(IMAGES, 400, {"error": {"message": "Invalid value"}}, times=2)
    for page, story in {"a": "Harbours at dusk", "b": "Mountains in snow"}.items():
        site.page(f"{page}.md", f"# {story}\n\nA story of {story}.\n", illustrate=True)
    site.models(server.url)
    for _ in range(2):
        site.build(**KEYS)
    marks: dict[str, set[str]] = {}
    for call in server.asked(IMAGES):
        marks.setdefault(call.body["prompt"], set()).add(call.headers["idempotency-key"])
    assert server.count(IMAGES) == 4
    assert [len(found) for found in marks.values()] == [1, 1]
    assert len(set.union(*marks.values())) == 2
