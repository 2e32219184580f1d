"""`import`: a picture made elsewhere takes the place of a bought one, and is called what it is."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from mkdocs_illustrate.testing.pictures import drawing, picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command
from tests.terminal import typed


def test_import_spares_what_can_not_be_read(site: SiteMaker, server: ModelServer) -> None:
    """A recipe with conflict marks is not written over, nor is its picture."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    site.build("--strict", **KEYS)
    recipe = site.folder / "illustrations/a.yml"
    recipe.write_text(f"<<<<<<< mine\n{recipe.read_text()}=======\n>>>>>>> theirs\n")
    before = {path: path.read_bytes() for path in recipe.parent.iterdir()}
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(site, "import", "a.md", "mine.png", "--source", "ai")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert {path: path.read_bytes() for path in recipe.parent.iterdir()} == before


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
    done = command(site, "import", "a.md", "mine.png", "--source", "ai")
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
        ("b.md", b"", 2, "no figure is asked for on 'b.md'; did you mean 'a.md'?"),
        ("blog/b.md", b"", 2, "on 'blog/b.md': it has no flag; write `illustrate: true`"),
        ("a.md#2", b"", 2, "no figure is asked for on 'a.md#2'"),
        ("a.md", b"", 1, "it is empty"),
        ("a.md", b"<html>", 1, "a web page"),
        ("a.md", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 1, "not accepted"),
    ],
)
def test_what_can_not_be_taken(site: SiteMaker, page: str, data: bytes, code: int, words: str) -> None:
    """One line says why, and nothing is written."""
    site.page("a.md", CITIES, illustrate=True)
    site.page("blog/b.md", CITIES)
    (site.folder / "mine.png").write_bytes(data)
    done = command(site, "import", page, "mine.png")
    assert (done.returncode, done.stderr.count("\n")) == (code, 1)
    assert words in done.stderr
    assert not (site.folder / "illustrations").exists()


def test_nobody_is_called_a_model(site: SiteMaker) -> None:
    """A picture that does not say how it was made is not taken as a model's: the choices are named, nothing is kept."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(site, "import", "a.md", "mine.png", "--alt", "A quay")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "How was mine.png made? Say --source ai, ai-edited, photo, drawing or program" in done.stderr
    assert not (site.folder / "illustrations").exists()
    asked = json.loads(command(site, "import", "a.md", "mine.png", "--json").stdout)
    assert [problem["code"] for problem in asked["problems"]] == ["usage"]


def test_a_prompt_tells_how_it_was_made(site: SiteMaker) -> None:
    """What was made with a prompt, a model made."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(site, "import", "a.md", "mine.png", "--alt", "A quay", "--prompt", "A quay at dawn")
    assert "marked as trainedAlgorithmicMedia" in done.stdout


def test_a_title_is_no_silent_alt(site: SiteMaker) -> None:
    """Without words for it a picture is taken all the same, and one line says that a title says nothing."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(site, "import", "a.md", "mine.png", "--source", "photo")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "'Futuristic Cities', which says nothing about it: say --alt" in done.stderr
    assert command(site, "import", "a.md", "mine.png", "--source", "photo", "--alt", "").stderr == ""


def test_what_is_not_said_is_asked_at_a_terminal(site: SiteMaker) -> None:
    """Who sits at a terminal is asked how it was made, and what can be seen on it."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    site.write_config()
    answers = {"made?": "photo\n", "seen on it": "A quay\n"}
    done = typed(site.folder, "import", "a.md", "mine.png", answers=answers, columns=160)
    assert "marked as digitalCapture; alt: A quay" in done.text
    assert site.recipe("a.yml")["alt"] == "A quay"
