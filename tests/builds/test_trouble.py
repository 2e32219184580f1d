"""Whatever goes wrong: one clear line, the page is built, nothing paid is lost."""

from __future__ import annotations

import json
import os
import time
from typing import Any

import pytest

from mkdocs_illustrate.testing.answers import Reply, error
from mkdocs_illustrate.testing.server import Fault, ModelServer
from tests.sites import CITIES, KEYS, SiteMaker
from tests.systems import root

KEY = "sk-very-secret-0123456789abcdef"
IMAGES, CHAT = "/images/generations", "/chat/completions"
PAGE = "<html><body>Please log in</body></html>"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64

# What the server does; calls it gets for one page; words that the one line must hold.
CASES: dict[str, tuple[str, dict[str, Any], int, tuple[str, ...]]] = {
    "key refused": (IMAGES, {"status": 401}, 1, ("key", "401")),
    "no right": (IMAGES, {"status": 403, "body": {"error": "verify"}}, 1, ("403",)),
    "no credit": (IMAGES, {"status": 402}, 1, ("credit",)),
    "quota": (
        IMAGES,
        {"status": 429, "body": {"error": {"code": "insufficient_quota", "message": "You have"}}},
        1,
        ("credit",),
    ),
    "refused": (
        IMAGES,
        {"status": 400, "body": {"error": {"code": "moderation_blocked", "message": "no"}}},
        1,
        ("refused", "prompt"),
    ),
    "bad parameter": (
        IMAGES,
        {"status": 400, "body": {"error": {"message": "Unknown parameter: 'x'"}}},
        1,
        ("Unknown parameter",),
    ),
    "no such model": (IMAGES, {"status": 404}, 1, ("model",)),
    "server error": (IMAGES, {"status": 500}, 2, ("500",)),
    "gateway": (IMAGES, {"status": 504}, 2, ("504",)),
    "cut off": (IMAGES, {"cut": True}, 2, ("charged",)),
    "web page": (IMAGES, {"reply": Reply.html(PAGE)}, 2, ("web page", "base_url")),
    "not json": (IMAGES, {"reply": Reply(body=b"hello")}, 2, ("neither",)),
    "empty": (IMAGES, {"reply": Reply(body=b"")}, 2, ("base_url",)),
    "null": (IMAGES, {"reply": Reply(body=b"null")}, 2, ("image server",)),
    "no data": (IMAGES, {"reply": Reply.json({"data": []})}, 1, ("refuse",)),
    "flagged": (
        IMAGES,
        {"reply": Reply.json({"images": [{"url": "http://x"}], "has_nsfw_concepts": [True]})},
        1,
        ("refused",),
    ),
    "a picture that is none": (IMAGES, {"reply": Reply(body=PNG)}, 1, ("damaged", "charged")),
    "redirect": (IMAGES, {"status": 307, "headers": {"Location": "http://x"}}, 1, ("base_url",)),
    "chat key refused": (CHAT, {"status": 401}, 1, ("key",)),
    "chat web page": (CHAT, {"reply": Reply.html(PAGE)}, 2, ("web page",)),
    "chat refuses": (
        CHAT,
        {"reply": Reply.json({"choices": [{"message": {"content": "", "refusal": "No."}}]})},
        1,
        ("refused",),
    ),
    "chat says nothing": (
        CHAT,
        {"reply": Reply.json({"choices": [{"message": {"content": ""}}]})},
        2,
        ("nothing",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_clear_line(site: SiteMaker, server: ModelServer, name: str) -> None:
    """A failure is one WARNING with page, vendor and cause; the page has a drawing instead."""
    where, fault, calls, words = CASES[name]
    server.key = KEY
    server.fail(where, times=99, **fault)
    site.page("story.md", CITIES, illustrate=True)
    site.models(server.url)
    built = site.build(OPENAI_API_KEY=KEY)
    assert built.code == 0, built.log
    (line,) = built.warnings()
    assert line.startswith("WARNING -  story.md: openai: ")
    assert all(word in line for word in words), line
    assert "Traceback" not in built.log
    assert server.count(where) == calls
    assert where == IMAGES or server.count(IMAGES) == 0
    (figure,) = built.figures("story/index.html")
    assert figure["figure"]["class"] == "illustration illustration--placeholder"
    remembered = any("refuse" in word for word in words)
    assert site.build("--strict", OPENAI_API_KEY=KEY).code == (0 if remembered else 1)


def test_a_key_is_nowhere(site: SiteMaker, server: ModelServer) -> None:
    """A key that the server echoes is in no line, no file, and in no plugin object."""
    body = {"error": {"message": f"Incorrect API key provided: {KEY}"}}
    server.fail(IMAGES, 401, body)
    site.page("index.md", CITIES + "\n{{ config.plugins['illustrate'].config }}\n", illustrate=True)
    site.models(server.url)
    site.config["plugins"] = ["macros"]
    server.key = KEY
    built = site.build("-v", OPENAI_API_KEY=KEY)
    assert KEY not in built.log
    for path in site.folder.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("value", ["", "  ", "sk-\u00e9\u00e9", "two words"])
def test_a_key_that_is_none(site: SiteMaker, server: ModelServer, value: str) -> None:
    """An empty or impossible key is a normal state: one INFO line, no call, strict passes."""
    site.page("a.md", CITIES, illustrate=True)
    site.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    site.models(server.url)
    built = site.build("--strict", OPENAI_API_KEY=value)
    assert (built.code, server.calls) == (0, [])
    assert len(built.lines("OPENAI_API_KEY")) == 1


def test_a_trailing_newline(site: SiteMaker, server: ModelServer) -> None:
    """A key pasted with its newline works."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", OPENAI_API_KEY="test-key\n").code == 0


def test_an_unreachable_endpoint(site: SiteMaker) -> None:
    """Nobody listens: one line for all pages, and no long wait for each."""
    for n in range(12):
        site.page(f"p{n}.md", f"# P{n}\n\nStory {n}.\n", illustrate=True)
    site.models("http://127.0.0.1:9/v1")
    began = time.monotonic()
    built = site.build(**KEYS)
    assert built.code == 0
    (line,) = built.warnings()
    assert "and 9 more pages" in line
    assert "reached" in line
    assert time.monotonic() - began < 60


def test_a_wrong_key_asks_once(site: SiteMaker, server: ModelServer) -> None:
    """After a key was refused, nobody else of the build asks that vendor."""
    server.key = "another"
    site.options["concurrency"] = 1
    for n in range(6):
        site.page(f"p{n}.md", f"# P{n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url, provider="openai")
    site.options["concurrency"] = 1
    built = site.build(**KEYS)
    assert len(server.calls) == 1
    assert len(built.warnings()) == 1


@pytest.mark.parametrize(("after", "calls", "works"), [("0", 3, False), ("0", 2, True), ("3600", 1, False)])
def test_too_many_requests(site: SiteMaker, server: ModelServer, after: str, calls: int, works: bool) -> None:
    """429 with Retry-After is waited for while `timeout.job` lasts; an hour is not waited for."""
    times = 1 if works else 99
    server.fail(IMAGES, 429, headers={"Retry-After": after}, times=times)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["timeout"] = {"job": 0.5}
    built = site.build(**KEYS)
    assert server.count(IMAGES) == calls
    assert (built.warnings() == []) == works


def test_a_time_out(site: SiteMaker, server: ModelServer) -> None:
    """An image call without an answer in time may have been charged: one repeat, no more."""
    server.faults.append(Fault(where=IMAGES, before=9, work_first=True, times=99, cut=True))
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["timeout"] = {"image": 0.5}
    built = site.build(**KEYS)
    (line,) = built.warnings()
    assert "0.5 s" in line
    assert "charged" in line
    assert server.count(IMAGES) == 2


def test_a_repeat_that_works(site: SiteMaker, server: ModelServer) -> None:
    """A passing fault leaves no trace but a second call."""
    server.fail(IMAGES, 502)
    server.fail(CHAT, cut=True)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    assert server.count(IMAGES) == 2


def test_a_refusal_is_remembered(site: SiteMaker, server: ModelServer) -> None:
    """A refused prompt is not paid for again, until the article changes."""
    body = {"error": {"code": "moderation_blocked", "message": "no"}}
    server.fail(IMAGES, 400, body)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build(**KEYS)
    built = site.build("--strict", **KEYS)
    assert built.code == 0
    assert len(built.lines("refused before")) == 1
    assert server.count(IMAGES) == 1
    site.page("index.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    site.build("--strict", **KEYS)
    assert server.count(IMAGES) == 2


def test_a_refusal_stays_an_error(site: SiteMaker, server: ModelServer) -> None:
    """With `on_error: error`, the second build is as red as the first."""
    server.fail(IMAGES, 400, {"error": {"code": "moderation_blocked", "message": "no"}}, times=9)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["on_error"] = "error"
    for _ in range(2):
        assert site.build("--strict", **KEYS).code == 1
    assert server.count(IMAGES) == 1


def test_a_refusal_beside_an_old_picture(site: SiteMaker, server: ModelServer) -> None:
    """An article whose new picture is refused keeps the old one, and nobody calls it none."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build("--strict", **KEYS)
    server.fail(IMAGES, 400, {"error": {"code": "moderation_blocked", "message": "no"}})
    site.page("index.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    site.build(**KEYS)
    built = site.build("--strict", **KEYS)
    (line,) = built.lines("refused before")
    assert "1 changed and kept the old picture" in line
    assert built.lines("1 out of date")
    frozen = site.build(ILLUSTRATE_FROZEN="1")
    assert frozen.code == 1
    assert frozen.lines("index.md: changed since its picture was made")


def test_on_error_stops(site: SiteMaker, server: ModelServer) -> None:
    """`on_error: error` stops the build, after every page was tried, with one line for all."""
    server.fail(IMAGES, 400, {"error": {"message": "Invalid value"}}, times=2)
    for n in range(3):
        site.page(f"p{n}.md", f"# P{n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url)
    site.options["on_error"] = "error"
    built = site.build(**KEYS)
    assert built.code == 1
    (line,) = built.lines("illustrate:")
    assert line.count(".md") == 2
    assert "Traceback" not in built.log
    assert len(list((site.folder / "illustrations").glob("*.yml"))) == 1


def test_the_budget_ends(site: SiteMaker, server: ModelServer) -> None:
    """No more than the budget is bought; the rest is counted in one INFO line; strict passes."""
    for n in range(5):
        site.page(f"p{n}.md", f"# P{n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url)
    site.options["budget"] = {"pictures": 2}
    built = site.build("--strict", **KEYS)
    assert (built.code, server.count(IMAGES)) == (0, 2)
    assert len(built.lines("3 without a picture")) == 1
    assert site.build("--strict", **KEYS).lines("2 made, 2 kept")


def test_a_price_that_nobody_knows(site: SiteMaker, server: ModelServer) -> None:
    """A model without a known price counts in `pictures` only, and one INFO line says so."""
    server.key = None
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, model="brand-new-model")
    built = site.build("--strict", **KEYS)
    assert built.code == 0
    assert len(built.lines("no price is known for")) == 1


def test_a_damaged_portfolio(site: SiteMaker, server: ModelServer) -> None:
    """A recipe or picture that can't be read is one line; nothing is deleted, nothing breaks."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build(**KEYS)
    folder = site.folder / "illustrations"
    good = (folder / "a.yml").read_text()
    cases = {
        "merge conflict": ("a.yml", f"<<<<<<< ours\n{good}=======\n>>>>>>> theirs\n"),
        "no YAML": ("a.yml", "key: [unclosed"),
        "git lfs pull": ("a.webp", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
        "no picture beside": ("a.yml", good.replace("file: a.webp", "file: ../../secret")),
    }
    picture = (folder / "a.webp").read_bytes()
    for words, (name, text) in cases.items():
        (folder / "a.yml").write_text(good)
        (folder / "a.webp").write_bytes(picture)
        (folder / name).write_text(text)
        site.options["generate"] = "never"
        built = site.build()
        assert built.code == 0, built.log
        assert any(words in line for line in built.warnings()), (words, built.log)
        assert (folder / name).read_text() == text


def test_a_cache_of_garbage(site: SiteMaker, server: ModelServer) -> None:
    """A destroyed index costs nothing: pictures are found by their names."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["portfolio"] = None
    site.build(**KEYS)
    index = site.folder / ".cache/plugin/illustrate/v1/cache.db"
    for damage in (b"", b"garbage" * 1000, None):
        index.unlink() if damage is None else index.write_bytes(damage)
        assert site.build("--strict", **KEYS).code == 0
    assert server.count(IMAGES) == 1


@root
def test_a_full_disk(site: SiteMaker, server: ModelServer) -> None:
    """On a full disk nothing is bought: it could not be kept."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    cache = site.folder / ".cache"
    cache.mkdir(parents=True)
    if os.system(f"mount -t tmpfs -o size=24k none {cache}"):  # noqa: S605
        pytest.skip("this machine does not let us mount a small disk")
    try:
        built = site.build(**KEYS)
    finally:
        os.system(f"umount {cache}")  # noqa: S605
    assert built.code == 0, built.log
    assert "Traceback" not in built.log
    assert built.lines("nothing is bought that can't be kept")
    assert server.calls == []


def test_unknown_models_and_vendors(site: SiteMaker) -> None:
    """A vendor that nobody knows stops the build with one line and a near miss."""
    site.page("index.md", CITIES)
    site.options["image"] = {"provider": "opnai"}
    built = site.build()
    assert built.code == 1
    assert built.lines("did you mean 'openai'?")
    assert "Traceback" not in built.log


def test_a_model_that_a_page_invents(site: SiteMaker) -> None:
    """A page that names no model of mkdocs.yml is one warning, and the page is built."""
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"model": "phto"})
    site.options["models"] = {"photo": {"provider": "offline"}}
    built = site.build()
    assert built.code == 0
    (line,) = built.warnings()
    assert "index.md" in line
    assert "did you mean 'photo'?" in line


def test_wishes_that_are_refused(site: SiteMaker) -> None:
    """A page can't set an endpoint, a key, a file or a limit; each is one warning, and 0 calls."""
    refused = {"base_url": "http://127.0.0.1:1", "api_key": "x", "output": "../x", "timeout": 9}
    site.page("index.md", CITIES, illustrate=True, illustrate_with=refused)
    built = site.build()
    assert built.code == 0
    lines = built.warnings()
    assert len(lines) == len(refused)
    assert all("index.md" in line and "mkdocs.yml" in line for line in lines)
    assert built.figures()


def test_pages_that_mkdocs_leaves_out(site: SiteMaker, server: ModelServer) -> None:
    """Nothing is bought for a page that is a draft or excluded."""
    site.page("out/x.md", CITIES, illustrate=True)
    site.page("later.md", CITIES, illustrate=True)
    site.config |= {"exclude_docs": "out/\n", "draft_docs": "later.md\n"}
    site.page("index.md", "# Home\n")
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    assert server.calls == []


def test_an_error_in_a_good_answer(site: SiteMaker, server: ModelServer) -> None:
    """An error that comes with status 200 is told as what it is."""
    server.fail(CHAT, reply=error(200, "The engine is down"), times=99)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    (line,) = site.build(**KEYS).warnings()
    assert "engine" in line or "error" in line


def test_json_of_a_ledger(site: SiteMaker, server: ModelServer) -> None:
    """What was paid stands in the ledger: an intent before the call, its end after it."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build(**KEYS)
    text = (site.folder / ".cache/plugin/illustrate/ledger.jsonl").read_text()
    events = [json.loads(line)["event"] for line in text.splitlines()]
    assert events == ["brief", "intent", "done"]
