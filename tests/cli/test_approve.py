"""`approve`: a name under a picture, in its recipe."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime

import pytest
import yaml

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, planned

NOBODY = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture
def bought(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site of two pages with their pictures, and one without."""
    for name in "ab":
        site.page(f"{name}.md", f"# {name} tells a story\n\nOf its own.\n", illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    return site


def signed(site: SiteMaker) -> dict[str, bool]:
    """Which figures are approved, as `plan` says it."""
    return {figure["page"]: figure["approved"] for figure in planned(site)["figures"]}


def test_a_picture_is_approved(bought: SiteMaker) -> None:
    """The recipe says who, when and of which picture; all else in it stays as it was."""
    before = bought.recipe("a.yml")
    done = command(bought, "approve", "a.md", "--by", "Ada Moreau", "--json")
    today = datetime.now(UTC).date().isoformat()
    approval = {"by": "Ada Moreau", "date": today, "key": before["key"]}
    assert json.loads(done.stdout)["figures"] == [{"page": "a.md", **approval}]
    after = bought.recipe("a.yml")
    assert {**after.pop("approved"), "date": today} == approval
    assert after == before
    assert signed(bought) == {"a.md": True, "b.md": False}


def test_an_approval_is_of_a_picture(bought: SiteMaker) -> None:
    """A new picture is unapproved, a mended word is not a new picture."""
    command(bought, "approve", "--all", "--by", "Ada")
    mended = bought.recipe("a.yml") | {"alt": "Seen at dawn"}
    (bought.folder / "illustrations/a.yml").write_text(yaml.safe_dump(mended))
    bought.page("b.md", CITIES, illustrate=True)
    bought.build("--strict", **KEYS)
    assert signed(bought) == {"a.md": True, "b.md": False}


def test_all_and_back(bought: SiteMaker) -> None:
    """`--all` leaves what is approved as it is; `--undo` takes it back."""
    command(bought, "approve", "a.md", "--by", "Ada")
    assert command(bought, "approve", "--all", "--by", "Ben").stdout.startswith("b.md: approved by Ben")
    assert bought.recipe("a.yml")["approved"]["by"] == "Ada"
    assert "all pictures are approved" in command(bought, "approve", "--all", "--by", "Ben").stdout
    assert command(bought, "approve", "--undo", "a.md").stdout == "a.md: no longer approved\n"
    assert "approved" not in bought.recipe("a.yml")
    assert signed(bought) == {"a.md": False, "b.md": True}


def test_in_whose_name(bought: SiteMaker) -> None:
    """Without `--by` it is git's user.name; where git knows none, one line says how to tell it."""
    done = command(bought, "approve", "a.md", **NOBODY)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "say --by NAME, or set it: git config user.name NAME" in done.stderr
    assert "approved" not in bought.recipe("a.yml")
    subprocess.run(["git", "init", "-q"], cwd=bought.folder, check=True)
    subprocess.run(["git", "config", "user.name", "Ada\u202e Moreau"], cwd=bought.folder, check=True)
    assert command(bought, "approve", "a.md", **NOBODY).stdout.startswith("a.md: approved by Ada Moreau, ")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "name the pages"),
        (("a.md", "--all"), 2, "name the pages"),
        (("nope.md",), 2, "no figure is asked for on 'nope.md'"),
        (("c.md",), 1, "c.md: there is no picture to approve; run `mkdocs-illustrate generate c.md`"),
    ],
)
def test_what_can_not_be_approved(bought: SiteMaker, arguments: tuple[str, ...], code: int, words: str) -> None:
    """One line says why."""
    bought.page("c.md", CITIES, illustrate=True)
    done = command(bought, "approve", "--by", "Ada", *arguments)
    assert (done.returncode, done.stderr.count("\n")) == (code, 1)
    assert words in done.stderr


def drawing_of(site: SiteMaker) -> bytes:
    """The file that a page shows."""
    (figure,) = site.build("--strict").figures("a/index.html")
    return (site.folder / "site/a" / figure["img"]["src"]).read_bytes()


def test_a_drawing_is_approved(site: SiteMaker) -> None:
    """It becomes a recipe without a picture: the page shows this very drawing, whatever the article says."""
    site.page("a.md", CITIES, illustrate=True)
    shown = drawing_of(site)
    assert command(site, "check", "--approved").returncode == 1
    assert command(site, "approve", "a.md", "--by", "Ada").stdout.startswith("a.md: approved by Ada")
    recipe = site.recipe("a.yml")
    assert (recipe["provider"], "file" in recipe, recipe["approved"]["key"]) == ("offline", False, recipe["key"])
    site.page("a.md", "# Boats\n\nThey come home.\n", illustrate=True)
    assert drawing_of(site) == shown
    assert command(site, "check", "--approved", "--alt").stdout == "1 pictures, all in order\n"


def test_a_drawing_in_place_of_a_bought_picture(bought: SiteMaker) -> None:
    """What is approved is what is shown, and not the picture of a recipe in whose place a drawing stands."""
    command(bought, "approve", "a.md", "--by", "Ada")
    del bought.options["image"]
    assert "a.md: nobody approved this picture" in command(bought, "check", "--approved").stdout
    done = command(bought, "approve", "a.md", "--by", "Ben")
    assert (done.returncode, "is of another picture" in done.stderr) == (1, True)
    assert bought.recipe("a.yml")["approved"]["by"] == "Ada"
