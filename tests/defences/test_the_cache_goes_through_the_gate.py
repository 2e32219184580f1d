"""What lies in a cache folder is no picture because it lies there: it goes through the gate before it is used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_illustrate.store.cache import Cache
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from ..sites import CITIES, KEYS, SiteMaker, planned

HTML = b"<!doctype html><script>alert(document.domain)</script>" + b" " * 2000
SOUND = picture("boats", (96, 64))
PLANTED = {"a web page": HTML, "a page behind a header": SOUND[:40] + HTML}


def plant(site: SiteMaker, data: bytes, **facts: object) -> str:
    """A value in the cache as whoever filled it may have written it; its key."""
    key = str(planned(site, **KEYS)["figures"][0]["key"])
    said = {"media_type": "image/png", "width": 96, "height": 64} | facts
    cache = Cache(Path(site.folder, ".cache/plugin/illustrate"))
    cache.put(key, json.dumps(said).encode() + b"\n" + data)
    cache.close()
    return key


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize("portfolio", ["illustrations", None])
def test_what_is_planted_is_not_kept(site: SiteMaker, server: ModelServer, name: str, portfolio: str | None) -> None:
    """Text under a picture's key reaches neither portfolio nor site, and one of the next builds buys the picture."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options |= {"portfolio": portfolio, "on_missing": "skip"}
    plant(site, PLANTED[name])
    logs = [site.build(**KEYS).log for _ in range(2)]
    assert not any("Traceback" in log for log in logs)
    files = [p for p in site.folder.rglob("*") if p.is_file() and ".cache" not in p.parts]
    assert not any(b"document.domain" in path.read_bytes() for path in files)
    assert server.count("/images/generations") == 1


def test_a_cached_pictures_own_numbers_count(site: SiteMaker) -> None:
    """Numbers and type that stand beside a cached picture are nobody's word."""
    site.page("index.md", CITIES, illustrate=True)
    site.models("http://127.0.0.1:9")
    plant(site, SOUND, width=64, height=3_000_000, media_type="image/svg+xml")
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    recipe = site.recipe("index.yml")
    assert (recipe["file"], recipe["width"], recipe["height"]) == ("index.png", 96, 64)
