"""The pictures of a house style in builds: paid once, counted by their bytes; and none goes out that should not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, planned

RECRAFT = {"OPENAI_API_KEY": "test-key", "RECRAFT_API_TOKEN": "test-key"}
ONE = "illustrations/styles/one.png"


def _site(tmp_path: Path, server: ModelServer, **style: Any) -> SiteMaker:
    site = SiteMaker(tmp_path)
    site.models(server.url, model="gpt-image-2")
    site.options |= {"style": "house", "styles": {"house": {"text": "Ink.", "references": [ONE], **style}}}
    _put(site, ONE)
    site.page("a.md", CITIES, illustrate=True)
    return site


def _put(site: SiteMaker, name: str, data: bytes = b"") -> None:
    path = site.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data or picture(name, (96, 64)))


def test_a_changed_picture_asks_no_chat_model(tmp_path: Path) -> None:
    """Other bytes make another picture of the same brief; another name for the same bytes makes nothing."""
    with ModelServer() as server:
        site = _site(tmp_path, server)
        built = site.build("--strict", **KEYS)
        assert built.code == 0, built.log
        assert server.state["inputs"] == [(site.folder / ONE).read_bytes()]
        (site.folder / ONE).rename(site.folder / "illustrations/styles/two.png")
        site.options["styles"]["house"]["references"] = ["illustrations/styles/two.png"]
        assert planned(site, **KEYS)["figures"][0]["state"] == "kept"
        _put(site, "illustrations/styles/two.png", picture("another", (96, 64)))
        (figure,) = planned(site, **KEYS)["figures"]
        assert (figure["state"], figure["price"]) == ("changed", pytest.approx(0.061))
        site.build("--strict", **KEYS)
        assert (server.count("/chat/completions"), server.count("/images/edits")) == (1, 2)


def test_a_model_that_follows_none(tmp_path: Path) -> None:
    """It gets the words, whatever the pictures are; one INFO line a build says so, for the painter too."""
    with ModelServer.of("together", key="test-key") as server:
        site = _site(tmp_path, server)
        site.options |= {
            "chat": {},
            "image": {"provider": "together", "base_url": server.url, "api_key_env": "OPENAI_API_KEY"},
        }
        site.options["models"] = {"drawn": {"provider": "offline"}}
        site.page("b.md", CITIES, illustrate=True)
        site.page("c.md", CITIES, illustrate=True, illustrate_with={"model": "drawn"})
        built = site.build("--strict", **KEYS)
        assert built.code == 0, built.log
        (line,) = built.lines("follows no pictures of the style 'house', and gets it in words")
        assert line.startswith("INFO")
        assert "together black-forest-labs/FLUX.1-schnell" in line
        assert len(built.lines("the built-in painter follows no pictures: of the style 'house'")) == 1
        assert server.asked("/images/generations")[0].body["prompt"].endswith(" Ink.")
        _put(site, ONE, picture("another", (96, 64)))
        assert {f["state"] for f in planned(site, **KEYS)["figures"]} == {"kept", "offline"}


def test_a_style_is_made_once(tmp_path: Path) -> None:
    """One for all pages and all builds; another picture makes another, and one that the vendor forgot is made anew."""
    with ModelServer.of("recraft", key="test-key") as server:
        site = _site(tmp_path, server)
        site.options |= {
            "chat": {},
            "image": {"provider": "recraft", "model": "recraftv4_styles", "base_url": server.url},
        }
        for name in "bcd":
            site.page(f"{name}.md", f"# About {name}\n\n{CITIES}", illustrate=True)
        assert planned(site, **RECRAFT)["total"]["usd"] == pytest.approx(0.18)  # with the style, once
        built = site.build("--strict", **RECRAFT)
        assert built.code == 0, built.log
        assert (server.count("/v1/styles"), server.count("/images/generations")) == (1, 4)
        assert "spent $0.18" in built.log  # four pictures at 0.035, a style at 0.04
        site.page("e.md", f"# About trams\n\n{CITIES}", illustrate=True)
        assert planned(site, **RECRAFT)["total"]["usd"] == pytest.approx(0.035)
        site.build("--strict", **RECRAFT)
        assert (server.count("/v1/styles"), server.count("/images/generations")) == (1, 5)
        server.state["styles"].clear()
        site.page("f.md", f"# About ferries\n\n{CITIES}", illustrate=True)
        built = site.build(**RECRAFT)
        assert built.lines("does not know the style any more: the next run has it made anew")
        assert site.build("--strict", **RECRAFT).code == 0
        assert server.count("/v1/styles") == 2
        spent = command(site, "plan", "--spent", **RECRAFT).stdout
        assert "6 pictures" in spent
        assert "$0.29" in spent


def test_a_budget_holds_with_a_style(tmp_path: Path) -> None:
    """A style is reserved like all that is bought: without money for it nothing is sent."""
    with ModelServer.of("recraft", key="test-key") as server:
        site = _site(tmp_path, server)
        site.options |= {
            "chat": {},
            "image": {"provider": "recraft", "model": "recraftv4_styles", "base_url": server.url},
        }
        site.options["budget"] = {"usd": 0.05}
        built = site.build(**RECRAFT)
        assert built.lines("the budget of $0.05 a run is used up")
        assert not server.calls


def _link(site: SiteMaker) -> None:
    (site.folder / ONE).unlink()
    (site.folder / ONE).symlink_to("/etc/hostname")


def _linked_folder(site: SiteMaker) -> None:
    elsewhere = site.folder.parent / f"{site.folder.name}-elsewhere"
    shutil.move(site.folder / "illustrations/styles", elsewhere)
    (site.folder / "illustrations/styles").symlink_to(elsewhere)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda site: (site.folder / ONE).unlink(), "is not there; put it there, or take it off the list"),
        (_link, "is behind a link, and links are not followed"),
        (_linked_folder, "is behind a link, and links are not followed"),
        (lambda site: _put(site, ONE, b"GIF89a" + bytes(2000)), "put another picture there"),
        (lambda site: _put(site, ONE, picture("x", (96, 64))[:300]), "is damaged"),
        (lambda site: _put(site, ONE, picture("x", (96, 64), "GIF")), "it is GIF by its bytes, but must be PNG"),
        (lambda site: _put(site, ONE, b"version https://git-lfs.github.com/spec/v1\n" + bytes(99)), "git lfs pull"),
        (lambda site: _put(site, ONE, picture("x", (96, 64)) + bytes(10 * 2**20)), "it is longer than 10 MiB"),
    ],
)
def test_a_picture_that_is_none(tmp_path: Path, change: Any, words: str) -> None:
    """One line names option, file and cure, and stops the build before anything is sent."""
    with ModelServer() as server:
        site = _site(tmp_path, server)
        change(site)
        built = site.build(**KEYS)
        assert built.code
        (line,) = built.lines("styles.house.references")
        assert f"{ONE}" in line
        assert words in line
        assert "Traceback" not in built.log
        assert not server.calls


@pytest.mark.parametrize("copied", [False, True])
def test_a_picture_that_a_model_made(tmp_path: Path, *, copied: bool) -> None:
    """What the portfolio calls generated is no reference, nor is a copy of it; one that a person brought is."""
    with ModelServer() as server:
        site = _site(tmp_path, server)
        site.build(**KEYS)
        made = site.recipe("a.yml")["file"]
        if copied:
            shutil.copy(site.folder / "illustrations" / made, site.folder / "copy.webp")
        site.options["styles"]["house"]["references"] = ["copy.webp" if copied else f"illustrations/{made}"]
        built = site.build(**KEYS)
        assert built.code
        assert built.lines("was made by a model, for a.md; styles drift that way: name pictures that people made")
        recipe = site.folder / "illustrations/a.yml"
        recipe.write_text(recipe.read_text("utf-8").replace("trainedAlgorithmicMedia", "digitalArt"), "utf-8")
        assert site.build(**KEYS).code == 0


def test_front_matter_names_no_file(tmp_path: Path) -> None:
    """A page picks a style by its name; a path in it is words, and a mapping is refused."""
    with ModelServer() as server:
        site = _site(tmp_path, server, references=[])
        site.page("a.md", CITIES, illustrate=True, illustrate_with={"style": ONE})
        site.page("b.md", CITIES, illustrate=True, illustrate_with={"style": {"references": [ONE]}})
        site.page("c.md", CITIES, illustrate=True, illustrate_with={"references": [ONE]})
        built = site.build(**KEYS)
        assert len(built.lines("b.md: 'illustrate_with.style'")) == 1
        assert len(built.lines("c.md: 'illustrate_with.references'")) == 1
        assert server.count("/images/edits") == 0


def test_compare_house_styles(tmp_path: Path) -> None:
    """`compare --style` knows them by name, and each candidate is made in its own."""
    with ModelServer() as server:
        site = _site(tmp_path, server)
        site.options["styles"]["plain"] = {"text": "Pencil."}
        site.options["style"] = None
        site.build(**KEYS)
        done = command(site, "compare", "a.md", "--style", "house", "--style", "plain", "--yes", **KEYS)
        assert done.returncode == 0, done.stderr
        prompts = [call.body["prompt"] for call in server.asked("/images/generations")]
        assert [prompt.endswith("Pencil.") for prompt in prompts] == [False, True]
        (edit,) = server.asked("/images/edits")
        assert "Ink. The pictures given along" in str((edit.form or {})["prompt"][0])
        assert server.count("/chat/completions") == 1


def test_doctor_knows_styles(tmp_path: Path) -> None:
    """It lists them, and says what the site's models don't follow."""
    site = SiteMaker(
        tmp_path, options={"style": "house", "styles": {"house": {"text": "Ink.", "references": [ONE]}, "bare": {}}}
    )
    _put(site, ONE)
    site.page("a.md", CITIES, illustrate=True)
    lines = command(site, "doctor").stdout.splitlines()
    assert {"style house: text, 1 picture", "style bare: says nothing"} <= set(lines)
    assert any(line.startswith("the built-in painter follows no pictures") for line in lines)
    (site.folder / ONE).unlink()
    done = command(site, "doctor")
    assert done.returncode
    assert "option 'styles.house.references'" in done.stdout + done.stderr
