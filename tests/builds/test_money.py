"""What a run may buy: the budget holds in pictures and in dollars, whatever the vendors say or do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.openai import chat, images
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import KEYS, SiteMaker

CHAT, IMAGES = "/chat/completions", "/images/generations"


def _pages(site: SiteMaker, count: int) -> None:
    for n in range(count):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n} about boats and harbours.\n", illustrate=True)


def _told(server: ModelServer, where: str, usage: Mapping[str, Any]) -> None:
    """Let every answer of a path say what it cost."""
    route = {CHAT: chat, IMAGES: images}[where]

    def priced(call: Call, running: ModelServer) -> Reply:
        reply = route(call, running)
        return Reply.json({**json.loads(reply.body), "usage": dict(usage)}) if reply.status == 200 else reply

    server.routes = {**server.routes, where: priced}


@pytest.mark.parametrize("concurrency", [1, 8])
def test_briefs_count_in_dollars(site: SiteMaker, server: ModelServer, concurrency: int) -> None:
    """Sixteen briefs at $0.40 that nobody knew of: with $1.00 two are bought."""
    _told(server, CHAT, {"cost": 0.40})
    _pages(site, 16)
    site.models(server.url, model="gpt-image-2")
    site.options |= {"budget": {"usd": 1.0}, "concurrency": concurrency}
    built = site.build(**KEYS)
    assert server.count(CHAT) <= 2
    assert built.lines("the budget of $1.00 a run is used up")


@pytest.mark.parametrize("concurrency", [1, 8])
def test_pictures_that_name_their_price(site: SiteMaker, server: ModelServer, concurrency: int) -> None:
    """Of a model whose price nobody knows the first goes alone; what it costs is the price from then on."""
    _told(server, IMAGES, {"cost": 0.30})
    _pages(site, 16)
    site.models(server.url, model="brand-new")
    server.state["fields"] = None
    site.options |= {"budget": {"usd": 1.0}, "concurrency": concurrency}
    built = site.build(**KEYS)
    assert server.count(IMAGES) == 3
    assert built.lines("spent $0.90")
    assert not built.lines("no price is known for openai brand-new")


@pytest.mark.parametrize("concurrency", [1, 8])
def test_a_dear_chat_model(site: SiteMaker, server: ModelServer, concurrency: int) -> None:
    """A chat model that is paid by tokens is reserved for by what its dearest brief has cost."""
    usage = {"prompt_tokens": 10_000, "completion_tokens": 20_000}
    _told(server, CHAT, usage)
    _pages(site, 16)
    site.models(server.url)
    site.options["chat"] |= {"provider": "aimlapi", "model": "gpt-4o"}
    site.options |= {"budget": {"usd": 1.0}, "concurrency": concurrency}
    built = site.build(**KEYS)
    (line,) = built.lines("spent $")
    assert float(line.rpartition("$")[2]) <= 1.25
    assert server.count(CHAT) < 16


def test_a_server_that_charges_and_fails(site: SiteMaker, server: ModelServer) -> None:
    """With room for five pictures five are asked for, though each is charged and answered with 500."""
    server.fail(IMAGES, 500, times=99, work_first=True)
    _pages(site, 16)
    site.models(server.url)
    site.options["budget"] = {"pictures": 5}
    site.build(**KEYS)
    assert server.count(IMAGES) == 5


def test_no_price_at_all(site: SiteMaker, server: ModelServer) -> None:
    """Models that name no price count in pictures only, and one INFO line says which."""
    server.state["fields"] = None
    _pages(site, 4)
    site.models(server.url, model="brand-new")
    site.options["budget"] = {"usd": 0.01}
    built = site.build("--strict", **KEYS)
    assert (built.code, server.count(IMAGES)) == (0, 4)
    (line,) = built.lines("no price is known for")
    assert "brand-new" in line


@pytest.mark.parametrize("odd", [{"revised_prompt": "A cat \ud83d"}, {"seed": "9" * 5000}])
def test_an_error_of_our_own_releases_nothing(site: SiteMaker, server: ModelServer, odd: dict[str, str]) -> None:
    """Whatever an answer holds: what was paid is counted as paid, also where nobody can read it."""

    def strange(call: Call, running: ModelServer) -> Reply:
        answer = json.loads(images(call, running).body)
        answer["data"][0] |= odd
        return Reply.json(answer)

    server.routes = {**server.routes, IMAGES: strange}
    _pages(site, 6)
    site.models(server.url)
    site.options["budget"] = {"pictures": 2}
    built = site.build(**KEYS)
    assert server.count(IMAGES) == 2
    assert "Traceback" not in built.log


def test_a_refusal_that_names_its_price(site: SiteMaker, server: ModelServer) -> None:
    """A picture that was turned down in a good answer may be paid for: it stays counted."""
    flagged = Reply.json({"images": [{"url": "http://x"}], "has_nsfw_concepts": [True]})
    server.fail(IMAGES, reply=flagged, times=99)
    _pages(site, 6)
    site.models(server.url)
    site.options["budget"] = {"pictures": 2}
    site.build(**KEYS)
    assert server.count(IMAGES) == 2
