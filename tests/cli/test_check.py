"""`check`: what a frozen build would miss, and what is asked of a picture besides; each line with its cure."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from mkdocs_illustrate.testing.answers import FORBIDDEN
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command


def checked(site: SiteMaker, *asked: str) -> list[tuple[str, str]]:
    """What `check` finds: codes and lines, as programs see them."""
    done = command(site, "check", "--json", *asked)
    answer: dict[str, Any] = json.loads(done.stdout)
    assert set(answer) == {"schema_version", "problems"}
    assert done.returncode == (1 if answer["problems"] else 0)
    return [(problem["code"], problem["text"]) for problem in answer["problems"]]


def mended(site: SiteMaker, name: str, **changes: Any) -> None:
    """A recipe, as somebody edits it."""
    path = site.folder / "illustrations" / name
    path.write_text(yaml.safe_dump(site.recipe(name) | changes, allow_unicode=True), "utf-8")


@pytest.fixture
def bought(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site of one page with its picture."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    return site


def test_check_judges_like_a_frozen_build(site: SiteMaker, server: ModelServer) -> None:
    """`check` exits 0 where a frozen build passes, 1 where it fails, and names the pages."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    done = command(site, "check")
    cure = "run `mkdocs-illustrate generate a.md`"
    assert (done.returncode, done.stdout) == (1, f"a.md: missing: it has no picture yet; {cure}\n")
    site.build("--strict", **KEYS)
    assert command(site, "check").stdout == "1 pictures, all in order\n"


@pytest.mark.parametrize("damage", ["cut", "conflict"])
def test_check_looks_at_the_pictures(site: SiteMaker, server: ModelServer, damage: str) -> None:
    """A kept picture that is cut off, or a recipe that can't be read, fails here as in a build."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build("--strict", **KEYS)
    kept = site.folder / f"illustrations/a.{'webp' if damage == 'cut' else 'yml'}"
    kept.write_bytes(kept.read_bytes()[:-400] if damage == "cut" else b"<<<<<<< mine\n")
    done = command(site, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.md: ")


def test_check_says_what_a_build_would_warn_about(site: SiteMaker, server: ModelServer) -> None:
    """A wish that can't be met and a recipe of two pages are named by every command."""
    site.page("a.md", CITIES, illustrate=True, illustrate_with={"model": "nope"})
    site.page("v1.md", "# One\n\nStory.\n", illustrate=True, illustrate_with=[{}, {"seed": 2}])
    site.page("v1.2.md", "# Two\n\nAnother.\n", illustrate=True)
    site.models(server.url)
    done = command(site, "check")
    assert done.returncode == 1
    assert "a.md: 'illustrate_with.model': 'nope' is unknown" in done.stderr
    assert "rename" in done.stderr
    assert "3 to make" in command(site, "plan").stdout


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ({"style": "watercolour"}, "its style changed"),
        ({"image": "gpt-image-9"}, "its model changed"),
        ({"title": "Quiet Villages"}, "its title says something else"),
        ({"text": "Nothing here is as it was, and nobody knows why.\n" * 2}, "% of its words are new or gone"),
    ],
)
def test_what_changed_is_said(bought: SiteMaker, after: dict[str, str], why: str) -> None:
    """A picture that is not the one wanted: why, and both ways out."""
    title, text = after.get("title", "Futuristic Cities"), after.get("text", CITIES.partition("\n\n")[2])
    bought.page("a.md", f"# {title}\n\n{text}", illustrate=True)
    bought.options["style"] = after.get("style")
    bought.options["image"]["model"] = after.get("image", bought.options["image"].get("model"))
    done = command(bought, "check")
    assert done.stdout.startswith("a.md: changed: ")
    assert done.stdout.endswith(f"{why}; run `mkdocs-illustrate generate a.md`, or pin it\n")


def test_a_picture_that_is_gone(bought: SiteMaker) -> None:
    """Its recipe is there, its file is not."""
    name = bought.recipe("a.yml")["file"]
    (bought.folder / "illustrations" / name).unlink()
    bought.options["cache_dir"] = "another"
    ((code, text),) = checked(bought)
    assert (code, f"names {name}, which is not there" in text) == ("missing", True)


def test_a_refusal_has_its_own_code(site: SiteMaker, server: ModelServer) -> None:
    """What a vendor refused is not simply missing."""
    site.page("a.md", CITIES, illustrate=True, illustrate_with={"prompt": FORBIDDEN})
    site.models(server.url)
    site.build(**KEYS)
    ((code, text),) = checked(site)
    assert (code, "generate --force a.md" in text) == ("refused", True)


def test_pictures_are_approved(bought: SiteMaker) -> None:
    """`--approved` names what nobody approved, and a file that is not the one that was."""
    assert checked(bought) == []
    assert [code for code, _ in checked(bought, "--approved")] == ["unapproved"]
    assert command(bought, "approve", "a.md", "--by", "Ada").returncode == 0
    assert checked(bought, "--approved") == []
    kept = bought.folder / "illustrations" / bought.recipe("a.yml")["file"]
    kept.write_bytes(kept.read_bytes() + b"another")
    ((code, text),) = checked(bought, "--approved")
    assert (code, "is another picture than the one that was approved" in text) == ("unapproved", True)


@pytest.mark.parametrize(
    ("alt", "words"),
    [
        ("", "no alternative text"),
        ("Futuristic Cities", "any picture"),
        ("Illustration for the article “Futuristic cities”", "any picture"),
        ("An AI-generated image of Futuristic Cities.", "any picture"),
        ("Bild zu: Futuristic Cities", "any picture"),
        ("cities-final.PNG", "any picture"),
        ("{{ page.title }}", "any picture"),
        ("AI-generated illustration", "any picture"),
        ("A tram glides between towers of green glass", ""),
        ("Picture a tram between towers", ""),
    ],
)
def test_alternative_texts(bought: SiteMaker, alt: str, words: str) -> None:
    """`--alt` names one that is missing or a template, and where to mend it."""
    mended(bought, "a.yml", alt=alt)
    assert checked(bought) == []
    found = [f"{code}: {text}" for code, text in checked(bought, "--alt")]
    assert len(found) == bool(words)
    assert all(words in text and text.endswith("mend `alt` in illustrations/a.yml") for text in found)


def test_an_alt_of_the_page(bought: SiteMaker) -> None:
    """The page's own words are looked at too; none at all marks a picture as decorative."""
    bought.page("a.md", CITIES, illustrate=True, illustrate_with={"alt": "Image of Futuristic Cities"})
    assert [text.partition("; ")[2] for _, text in checked(bought, "--alt")] == ["mend `alt` in its front matter"]
    bought.page("a.md", CITIES, illustrate=True, illustrate_with={"alt": ""})
    assert checked(bought, "--alt") == []


def test_an_alt_of_an_earlier_picture(bought: SiteMaker) -> None:
    """Words that somebody wrote for one picture stay over the next ones, and are named until they are looked at."""
    mended(bought, "a.yml", alt="A tram between towers")
    for story in ("Quiet Villages", "Loud Harbours"):
        bought.page("a.md", CITIES.replace("Futuristic Cities", story), illustrate=True)
        bought.build("--strict", **KEYS)
        assert bought.recipe("a.yml")["alt"] == "A tram between towers"
        ((code, text),) = checked(bought, "--alt")
        assert (code, "written for an earlier picture" in text) == ("alt", True)
    mended(bought, "a.yml", alt="A crane over the quay")
    assert checked(bought, "--alt") == []


def test_an_approved_picture_has_its_words(bought: SiteMaker) -> None:
    """Who approves a picture approves the words that stand with it."""
    mended(bought, "a.yml", alt="A tram between towers")
    bought.page("a.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    bought.build("--strict", **KEYS)
    assert len(checked(bought, "--alt")) == 1
    command(bought, "approve", "a.md", "--by", "Ada")
    assert checked(bought, "--alt") == []


def test_pictures_are_wide_enough(bought: SiteMaker) -> None:
    """`--min-width` looks at the picture itself, and at what is left of it when it is cropped."""
    width = bought.recipe("a.yml")["width"]
    assert checked(bought, "--min-width", str(width)) == []
    assert [code for code, _ in checked(bought, "--min-width", str(width + 1))] == ["too_small"]
    mended(bought, "a.yml", width=width * 9)
    assert [code for code, _ in checked(bought, "--min-width", str(width + 1))] == ["too_small"]


def test_a_drawing_needs_nothing(site: SiteMaker) -> None:
    """The painter's pictures are as wide as one likes, and it writes their words."""
    site.page("a.md", CITIES, illustrate=True)
    assert checked(site, "--alt", "--min-width", "4000", "--budget") == []


def test_the_budget_is_looked_at(site: SiteMaker, server: ModelServer) -> None:
    """`--budget` says when a run would not buy all that is wanted, in pictures and in dollars."""
    for name in "abc":
        site.page(f"{name}.md", f"# {name} tells a story\n\nOf its own.\n", illustrate=True)
    site.models(server.url, quality="high")
    site.options["budget"] = {"pictures": 2, "usd": 0.1}
    assert {code for code, _ in checked(site)} == {"missing"}
    texts = [text for code, text in checked(site, "--budget") if code == "budget"]
    assert [text.partition(",")[0] for text in texts] == ["3 pictures are to be bought", "about $0.16 are to be spent"]
