"""Laws of the glyphs: SVG files that anybody can open, in four colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_illustrate.painter.kit.canvas import Canvas
from mkdocs_illustrate.painter.kit.colour import lch
from mkdocs_illustrate.painter.kit.glyph import Inks, read_glyph
from mkdocs_illustrate.painter.mosaic.glyphs import glyphs

INKS = Inks(ink=lch(0.95, 0.01, 90), accent=lch(0.7, 0.15, 60), ground=lch(0.4, 0.1, 260))
FILE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><title>a thing</title>{}</svg>'


def drawn(folder: Path, shapes: str) -> str:
    """Read a file with these shapes and draw it."""
    path = folder / "thing.svg"
    path.write_text(FILE.format(shapes), encoding="utf-8")
    canvas = Canvas(100, 100)
    read_glyph(path).draw(canvas, INKS)
    return canvas.svg()


@pytest.mark.parametrize("name", sorted(glyphs()))
def test_every_glyph_shows_ink_and_accent(name: str) -> None:
    """A glyph is drawn in the picture's own colours, the accent among them."""
    canvas = Canvas(100, 100)
    glyphs()[name].draw(canvas, INKS)
    assert INKS.accent.hex in canvas.svg()
    assert INKS.ink.hex in canvas.svg() or str(INKS.paint("soft").hex) in canvas.svg()  # type: ignore[union-attr]
    assert "#f5a623" not in canvas.svg()


def test_a_drawing_programs_style_is_read(tmp_path: Path) -> None:
    """What a drawing program writes as a style counts as attributes do."""
    plain = drawn(tmp_path, '<circle cx="50" cy="50" r="30" fill="none" stroke="#24406b" stroke-width="7"/>')
    styled = '<circle id="c1" cx="50" cy="50" r="30" style="fill:none; stroke:#24406B;stroke-width:7"/>'
    assert drawn(tmp_path, styled) == plain


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        ('<text fill="#24406b">A</text>', "<text> is not drawn, only g, path, rect, circle, ellipse"),
        ('<image href="https://example.com/a.png"/>', "<image> is not drawn"),
        ('<circle cx="5" cy="5" r="5" fill="#24406b" opacity="0.5"/>', "opacity of <circle> is not drawn"),
        ('<circle cx="5" cy="5" r="5" fill="#123456"/>', "#123456 is none of the four colours"),
        ('<circle cx="5" cy="5" r="5"/>', "black is none of the four colours"),
        ('<path d="M0 0&quot;/>" fill="#24406b"/>', "d of <path> holds what is no path data"),
        ('<g transform="skewX(3)"/>', "skewX(3) is no transform that is drawn"),
        ('<g fill="#24406b"/>', "fill of <g> is not drawn, only transform"),
    ],
)
def test_what_cannot_be_drawn_is_named(tmp_path: Path, shapes: str, said: str) -> None:
    """A file that holds more than a glyph may is refused in one line with its name."""
    with pytest.raises(ValueError, match=r"^thing\.svg: ") as caught:
        drawn(tmp_path, shapes)
    assert said in str(caught.value)


def test_a_glyph_needs_its_words_and_its_box(tmp_path: Path) -> None:
    """Without a title the alt text would lack a noun, without the box the size is anybody's guess."""
    path = tmp_path / "thing.svg"
    path.write_text(FILE.format("").replace("a thing", " "), encoding="utf-8")
    with pytest.raises(ValueError, match="needs a <title>"):
        read_glyph(path)
    path.write_text(FILE.format("").replace("0 0 100 100", "0 0 24 24"), encoding="utf-8")
    with pytest.raises(ValueError, match="viewBox"):
        read_glyph(path)
