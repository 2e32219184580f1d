"""The command line, run on real sites."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from PIL import Image

from mkdocs_illustrate.cli.main import COMMANDS, main
from mkdocs_illustrate.testing.pictures import drawing, picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command


def test_check_judges_like_a_frozen_build(site: SiteMaker, server: ModelServer) -> None:
    """`check` exits 0 where a frozen build passes, 1 where it fails, and names the pages."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    done = command(site, "check")
    assert (done.returncode, done.stdout) == (1, "a.md: missing\n")
    site.build("--strict", **KEYS)
    assert command(site, "check").returncode == 0


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


def test_import_spares_what_can_not_be_read(site: SiteMaker, server: ModelServer) -> None:
    """A recipe with conflict marks is not written over, nor is its picture."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build("--strict", **KEYS)
    recipe = site.folder / "illustrations/a.yml"
    recipe.write_text(f"<<<<<<< mine\n{recipe.read_text()}=======\n>>>>>>> theirs\n")
    before = {path: path.read_bytes() for path in recipe.parent.iterdir()}
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(site, "import", "a.md", "mine.png")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert {path: path.read_bytes() for path in recipe.parent.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("models", "--provider", "opnai"), "did you mean 'openai'?"),
        (("plan", "-f", "nowhere.yml"), "nowhere.yml"),
        (("paln",), "paln"),
    ],
)
def test_wrong_usage(site: SiteMaker, arguments: tuple[str, ...], words: str) -> None:
    """Wrong usage and wrong configuration exit 2 with one clear line."""
    done = command(site, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_without_the_plugin(site: SiteMaker) -> None:
    """A site that does not list the plugin is told so."""
    site.page("index.md", "# T\n")
    path = site.write_config()
    path.write_text(path.read_text().replace("- illustrate", "- search"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_illustrate", "plan"],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "does not list" in done.stderr) == (2, True)


def test_a_picture_made_elsewhere(site: SiteMaker, server: ModelServer) -> None:
    """The build says which prompt to use; `import` takes the file, and the page shows it."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["image"] = {"provider": "manual"}
    site.options["on_missing"] = "skip"
    told = site.build("--strict", **KEYS)
    assert (told.code, told.figures("a/index.html")) == (0, [])
    (line,) = told.lines("mkdocs-illustrate import")
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(site, "import", "a.md", "mine.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a.md: illustrations/a.png, 900x600, marked as trainedAlgor")
    recipe = site.recipe("a.yml")
    assert recipe["prompt"] in line
    assert (recipe["origin"], recipe["provider"]) == ("imported", "manual")
    site.page("a.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    (figure,) = site.build("--strict", ILLUSTRATE_FROZEN="1").figures("a/index.html")
    assert figure["caption"] == "AI-generated illustration"
    assert figure["img"]["alt"] == recipe["alt"]
    assert command(site, "check").returncode == 0


@pytest.mark.parametrize("source", [None, "drawing"])
def test_a_photo(site: SiteMaker, source: str | None) -> None:
    """A camera's file is no model's picture; its owner is named, its place is not published."""
    site.page("a.md", CITIES, illustrate=True)
    marks = Image.Exif()
    marks[0x010F], marks[0x8769] = "Nikon", {0x9286: "at home"}
    Image.new("RGB", (800, 800), "teal").save(site.folder / "mine.jpg", exif=marks)
    more = ("--source", source) if source else ()
    words = ("--alt", "A quay", "--credit", "Photo: Ada", "--json", *more)
    done = command(site, "import", "a.md", "mine.jpg", *words)
    assert json.loads(done.stdout)["alt"] == "A quay"
    built = site.build("--strict")
    (figure,) = built.figures("a/index.html")
    assert figure["caption"] == "Photo: Ada"
    assert (figure["img"]["alt"], figure["img"]["width"]) == ("A quay", "800")
    data = next(built.folder.rglob("a*.webp")).read_bytes()
    assert b"at home" not in data
    assert (b"digitalCreation" if source else b"digitalCapture") in data


def test_a_drawing_from_elsewhere(site: SiteMaker) -> None:
    """An SVG that passes the lists is kept as it is, cleaned, and shown as pixels."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "mine.svg").write_bytes(drawing("mine", (300, 200)))
    assert command(site, "import", "a.md", "mine.svg", "--source", "drawing").returncode == 0
    (figure,) = site.build("--strict").figures("a/index.html")
    assert figure["img"]["src"].endswith(".webp")
    assert (figure["img"]["width"], figure["img"]["height"]) == ("1536", "1024")
    assert (site.folder / "illustrations/a.svg").read_bytes().startswith(b"<svg")


@pytest.mark.parametrize(
    ("page", "data", "code", "words"),
    [
        ("b.md", b"", 2, "no figure is asked for on 'b.md'"),
        ("a.md#2", b"", 2, "no figure is asked for on 'a.md#2'"),
        ("a.md", b"", 1, "it is empty"),
        ("a.md", b"<html>", 1, "a web page"),
        ("a.md", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 1, "not accepted"),
    ],
)
def test_what_can_not_be_taken(site: SiteMaker, page: str, data: bytes, code: int, words: str) -> None:
    """One line says why, and nothing is written."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "mine.png").write_bytes(data)
    done = command(site, "import", page, "mine.png")
    assert (done.returncode, done.stderr.count("\n")) == (code, 1)
    assert words in done.stderr
    assert not (site.folder / "illustrations").exists()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    """`--help` shows for each command the first sentence of its own help."""
    own = main.get_command(click.Context(main), name)
    assert own is not None
    assert own.name == name
    assert str(own.help).split("\n")[0].startswith(COMMANDS[name])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_names_each_command(name: str) -> None:
    """Whoever reads the README knows of every command."""
    assert f"mkdocs-illustrate {name}" in (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_what_a_vendor_lacks_is_one_line(site: SiteMaker) -> None:
    """A model that must be named is asked for in one line, without a traceback."""
    site.page("a.md", CITIES, illustrate=True)
    site.options["chat"] = {"provider": "anthropic"}
    done = command(site, "plan")
    assert done.returncode == 2
    assert done.stderr.strip() == "Error: chat.model is needed for provider 'anthropic'"
