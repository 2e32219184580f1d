"""Calls in flight: as many at once as are allowed, begun early, and none of them waits for nothing."""

from __future__ import annotations

import json

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker


def test_calls_overlap(site: SiteMaker, server: ModelServer) -> None:
    """Calls run beside one another, never more than `concurrency` at once."""
    server.seconds = {"/chat/completions": 0.5, "/images/generations": 1.0}
    for n in range(8):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory number {n}.\n", illustrate=True)
    site.models(server.url)
    site.options["concurrency"] = 4
    assert site.build("--strict", **KEYS).code == 0
    assert server.most_at_once == 4
    first, last = server.calls[0].began, server.calls[-1].began
    assert last - first < 8 * 1.5  # one after the other would take longer


def test_the_seat_of_a_brief_is_its_pictures(site: SiteMaker, server: ModelServer) -> None:
    """A picture is asked for as soon as its brief is there: no further brief comes between, and no page comes last."""
    for n in range(6):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory number {n}.\n", illustrate=True)
    site.models(server.url)
    site.options["concurrency"] = 1
    assert site.build("--strict", **KEYS).code == 0
    assert [call.path.rpartition("/")[2] for call in server.calls] == ["completions", "generations"] * 6


def test_calls_begin_before_rendering(site: SiteMaker, server: ModelServer) -> None:
    """A page that waits while it is rendered sees that the calls are under way meanwhile."""
    asked = site.folder / "asked"

    def brief(_body: object) -> str:
        asked.touch()
        return json.dumps({"prompt": "A boat.", "alt": "A boat", "caption": "Afloat"})

    server.state["brief"] = brief
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    (site.folder / "hook.py").write_text(
        "import pathlib, time\n"
        "def on_page_markdown(markdown, page, **kw):\n"
        f"    asked = pathlib.Path({str(asked)!r})\n"
        "    ends = time.monotonic() + 60\n"
        "    while not asked.exists() and time.monotonic() < ends:\n"
        "        time.sleep(0.05)\n"
        "    return markdown + ('\\n\\nUNDER WAY' if asked.exists() else '')\n"
    )
    site.config["hooks"] = ["hook.py"]
    assert "UNDER WAY" in site.build("--strict", **KEYS).html("index.html")


def test_a_large_site_holds_few_files_open(site: SiteMaker, server: ModelServer) -> None:
    """Of a site that is made from nothing only so many pages begin at once: each has a lock, which is an open file."""
    locks = site.folder / ".cache/plugin/illustrate/locks"
    begun: list[int] = []

    def count(_call: Call, _server: ModelServer) -> Reply:
        begun.append(len(list(locks.glob("*.lock"))))
        return Reply.json({"error": {"message": "no such key"}}, status=401)

    server.routes = {**server.routes, "/chat/completions": count}
    for n in range(20):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n} about boats and harbours.\n", illustrate=True)
    site.models(server.url)
    site.options |= {"concurrency": 1, "on_missing": "skip"}
    site.build(**KEYS)
    assert begun == [8]
