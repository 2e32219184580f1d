"""No text that a page shows holds what nobody sees; and none that comes in is too broken to be kept."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from mkdocs_illustrate.records import Picture, Recipe
from mkdocs_illustrate.store.ledger import Ledger
from mkdocs_illustrate.store.portfolio import Portfolio
from mkdocs_illustrate.studio.library import Library
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from ..sites import CITIES, KEYS, SiteMaker

UNSEEN = "\u200e\u200f\u061c\u00ad\U000e0041\u202e\x1b\u2066\ufeff"
_ANY = re.compile(f"[{UNSEEN}]")
HALF = "A cat \ud83d"
KEY = "ab" * 16


@pytest.mark.parametrize("where", ["the page", "the recipe"])
def test_whoever_wrote_it(site: SiteMaker, where: str) -> None:
    """Alt, caption, label and credit hold no unseen character, from front matter, recipe or mkdocs.yml."""
    words = {"alt": f"A {UNSEEN}boat", "caption": f"The {UNSEEN}harbour"}
    site.page("index.md", CITIES, illustrate=True, **({"illustrate_with": words} if where == "the page" else {}))
    site.models("http://127.0.0.1:9")
    site.options["figure"] = {"caption": True, "label": f"By a {UNSEEN}model"}
    data, folder = picture("boats", (96, 64)), site.folder / "illustrations"
    recipe = {"key": KEY, "pin": True, "file": "index.png", "sha256": hashlib.sha256(data).hexdigest()}
    folder.mkdir(parents=True)
    (folder / "index.png").write_bytes(data)
    (folder / "index.yml").write_text(yaml.safe_dump(recipe | words | {"credit": f"A {UNSEEN}person"}))
    built = site.build("--strict")
    assert built.code == 0, built.log
    html = built.html("index.html")
    assert not _ANY.search(html)
    (figure,) = built.figures()
    assert figure["img"]["alt"] == "A  boat"
    assert figure["caption"] == "The  harbour By a  model · A  person"


def test_halves_of_characters_are_kept_as_marks(tmp_path: Path) -> None:
    """A lone surrogate, or a number without end, in what is written to recipe, cache or ledger never raises."""
    portfolio = Portfolio(tmp_path / "illustrations")
    recipe = Recipe(prompt=HALF, alt=HALF, revised_prompt=HALF, options={HALF: [HALF]})
    portfolio.write("a.md", 1, recipe, b"picture", "png")
    read = portfolio.read("a.md")
    assert read is not None
    assert (read.revised_prompt, read.options) == ("A cat \ufffd", {"A cat \ufffd": ["A cat \ufffd"]})
    library = Library(None, tmp_path / "cache")
    data = picture("boats", (96, 64))
    library.put_picture(
        KEY, Picture(data=data, media_type="image/png", width=96, height=64, revised_prompt=HALF, seed=10**5000)
    )
    found = library.picture(KEY)
    assert found is not None
    assert (found.revised_prompt, found.seed) == ("A cat \ufffd", None)
    library.close()
    ledger = Ledger(tmp_path)
    ledger.journal("k").note_job(id="j-7", poll=f"https://x/{HALF}\u2028")
    ledger.write("unknown", "k", cause=HALF, seed=10**5000)
    job = ledger.journal("k").open_job()
    assert job is not None
    assert job["poll"] == "https://x/A cat \ufffd\u2028"


@pytest.mark.parametrize("said", ["seed: " + "9" * 5000, "cost: .nan", "width: " + "9" * 30, 'alt: "half \\ud83d"'])
def test_a_recipe_of_broken_values(site: SiteMaker, server: ModelServer, said: str) -> None:
    """A recipe with half a character, or a number that can't be, is read or is one line; nothing is bought for it."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    folder = site.folder / "illustrations"
    folder.mkdir(parents=True)
    (folder / "index.yml").write_text(f"key: {KEY}\n{said}\n")
    built = site.build(**KEYS)
    assert built.code == 0, built.log
    assert "Traceback" not in built.log
    assert built.lines("illustrations/index.yml")
    assert server.calls == []


def test_a_torn_line_swallows_no_other(tmp_path: Path) -> None:
    """What is written behind a line that a crash cut off stands on a line of its own."""
    ledger = Ledger(tmp_path)
    ledger.path.write_text('{"event": "done", "key": "k"')
    ledger.journal("k").note_job(id="1")
    assert ledger.journal("k").open_job() is not None
