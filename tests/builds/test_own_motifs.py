"""Motifs that a site's author drew: taken in the picture's colours, and nothing of them but shapes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites import CITIES, Build, SiteMaker, command

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"'
FERRY = f'{HEAD}><path d="M2 14h20l-3 6H5z"/><rect x="8" y="6" width="8" height="6"/></svg>'


def bring(site: SiteMaker, text: str = FERRY, name: str = "night-ferry") -> Path:
    """Put a motif into the portfolio, and let a page wish for it."""
    folder = site.folder / "illustrations/motifs"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.svg").write_text(text, "utf-8")
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"motifs": [name]})
    return folder / f"{name}.svg"


def drawn(built: Build) -> str:
    """The drawing of the page, without its marks."""
    text = (built.folder / built.figures()[0]["img"]["src"]).read_text("utf-8")
    return re.sub("<metadata>.*</metadata>", "", text)


def test_a_motif_of_one_s_own(site: SiteMaker) -> None:
    """It stands in the picture, in its colours, and is called by its file's name; nobody takes it for a recipe."""
    bring(site)
    built = site.build("--strict")
    before = drawn(built)
    assert built.figures()[0]["img"]["alt"] == "Illustration: night ferry"
    assert "M2 14h20l-3 6H5z" in drawn(built)
    assert "#000" not in drawn(built)
    assert "motifs" not in command(site, "prune").stdout
    site.options["palette"] = ["#673ab7", "#ff5722"]
    assert drawn(site.build("--strict")) != before


def test_another_drawing_is_another_picture(site: SiteMaker) -> None:
    """A motif counts by what it shows."""
    file = bring(site)
    first = drawn(site.build("--strict"))
    file.write_text(FERRY.replace("h20", "h18"), "utf-8")
    second = drawn(site.build("--strict"))
    assert "M2 14h18l-3 6H5z" in second
    assert second != first


@pytest.mark.parametrize(
    "inside",
    [
        '<script>alert(1)</script><path d="M0 0h9v9z"/>',
        '<path d="M0 0h9v9z" onclick="alert(1)"/>',
        '<image href="https://example.org/a.png" width="9" height="9"/>',
        '<path d="M0 0h9v9z" fill="url(https://example.org/a)"/>',
    ],
)
def test_a_motif_that_acts_is_refused(site: SiteMaker, inside: str) -> None:
    """One warning names file, cause and cure; the page has another drawing."""
    bring(site, f"{HEAD}>{inside}</svg>")
    built = site.build()
    (line,) = built.warnings()
    assert "illustrations/motifs/night-ferry.svg: the drawing is not accepted" in line
    assert "export it anew as plain SVG" in line
    assert "alert" not in drawn(built)
    assert "example.org" not in drawn(built)


def test_a_motif_behind_a_link(site: SiteMaker, tmp_path: Path) -> None:
    """Nothing of what lies elsewhere is shown."""
    file = bring(site)
    (tmp_path / "elsewhere.svg").write_text(FERRY, "utf-8")
    file.unlink()
    file.symlink_to(tmp_path / "elsewhere.svg")
    built = site.build()
    assert "is behind a link" in built.warnings()[0]
    assert "M2 14h20" not in drawn(built)


_LINES = ' fill="none" stroke="currentColor" stroke-width="2"'
_GRADIENT = '<linearGradient id="a"><stop stop-color="#f00"/></linearGradient><path d="M0 0h9" fill="url(#a)"/>'


@pytest.mark.parametrize(
    ("attributes", "inside", "words"),
    [
        (_LINES, '<line x1="1" y1="1" x2="9" y2="9"/>', ["<line", "stroke-width"]),
        ("", '<rect width="9" height="9" fill="#36c"/><circle r="3" fill="#fc0"/>', ["<rect", "<circle"]),
        ("", _GRADIENT, ["url(#own-a)", 'id="own-a"']),
    ],
)
def test_icons_as_people_export_them(site: SiteMaker, attributes: str, inside: str, words: list[str]) -> None:
    """Lines, several colours and gradients come along; names within do not meet the picture's own."""
    bring(site, f"{HEAD}{attributes}>{inside}</svg>")
    built = site.build("--strict")
    assert [word for word in words if word not in drawn(built)] == []
    assert "currentColor" not in drawn(built)


def test_a_pick_keeps_its_motif(site: SiteMaker) -> None:
    """A candidate of the painter that somebody picks shows the motif too, whatever the article says later."""
    bring(site)
    first = drawn(site.build("--strict"))
    assert command(site, "pick", "index.md", "2").returncode == 0
    site.page("index.md", "# Ships\n\nOf wood.\n", illustrate=True, illustrate_with={"motifs": ["night-ferry"]})
    picked = drawn(site.build("--strict"))
    assert "M2 14h20l-3 6H5z" in picked
    assert picked != first
