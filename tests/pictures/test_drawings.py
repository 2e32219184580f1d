"""SVG from a model: what may stand in it, and what becomes of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.pictures import drawings
from mkdocs_illustrate.pictures.decoding import check, decoded
from mkdocs_illustrate.pictures.drawings import cleaned, pixels
from mkdocs_illustrate.shapes import Shape

CASES = yaml.safe_load(Path(__file__).with_name("drawings.yml").read_text("utf-8"))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'


def _file(case: dict[str, Any]) -> bytes:
    text: str = case.get("text") or f"{HEAD}{case['inside']}</svg>"
    return text.encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_may_stand_in_a_drawing(case: dict[str, Any]) -> None:
    """The lists decide: what is not known is left out, what acts or reaches out is refused."""
    if "refused" in case:
        with pytest.raises(BadAnswer, match=case["refused"]):
            cleaned(_file(case))
        return
    text = cleaned(_file(case))[0].decode()
    assert all(kept in text for kept in case.get("keeps", ()))
    assert not any(left in text for left in case.get("lacks", ()))
    assert cleaned(text.encode())[0].decode() == text


@pytest.mark.parametrize(
    ("inside", "words"),
    [("<g>" * 80 + "</g>" * 80, "nested"), ("<g/>" * 70_000, "elements"), ("x" * 6_000_000, "MiB")],
    ids=["deep", "many", "long"],
)
def test_a_drawing_that_is_too_much(inside: str, words: str) -> None:
    """Nothing is parsed or drawn that would take a machine's breath."""
    with pytest.raises(BadAnswer, match=words):
        cleaned(f"{HEAD}{inside}</svg>".encode())


def test_a_drawing_becomes_pixels() -> None:
    """It keeps its ratio, and is as large as a page may show it."""
    data = f'{HEAD}<rect width="150" height="200" fill="#0f0"/></svg>'.encode()
    picture = check(data, drawing=True)
    assert (picture.media_type, picture.width, picture.height) == ("image/svg+xml", 2048, 1365)
    with Image.open(io.BytesIO(pixels(picture.data))) as image:
        assert image.size == (2048, 1365)
        assert image.convert("RGBA").getpixel((100, 100)) == (0, 255, 0, 255)
        assert image.convert("RGBA").getpixel((1900, 100))[3] == 0


def test_a_drawing_that_nobody_asked_for() -> None:
    """Where pixels were asked for, an SVG is no picture."""
    with pytest.raises(BadAnswer, match="not asked for"):
        check(f"{HEAD}</svg>".encode())


def test_sizes_in_pixels_only() -> None:
    """A size in other units is not guessed; its viewBox says enough."""
    mm = '<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="60mm">{}</svg>'
    with pytest.raises(BadAnswer, match="size"):
        cleaned(mm.format("<g/>").encode())
    boxed = mm.replace("width", 'viewBox="0 0 90 60" width').format("<g/>")
    assert cleaned(boxed.encode())[1] == Shape(2048, 1365)


@pytest.mark.parametrize(
    "inside",
    [
        "".join(f'<mask id="m{n}" mask="url(#m{n + 1})"/>' for n in range(9000)),
        '<path d="M-1e30 -1e30 L1e30 1e30 L1e30 -1e30z"/>',
    ],
    ids=["stack", "numbers"],
)
def test_a_drawing_that_kills_the_rasteriser(inside: str) -> None:
    """It dies in a process of its own, and that is a line, not the end of the build."""
    drawn = f'{inside}<rect width="9" height="9" mask="url(#m0)"/>'
    with pytest.raises(BadAnswer, match="can't be drawn"):
        check(f"{HEAD}{drawn}</svg>".encode(), drawing=True)


def test_a_drawing_that_takes_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience has an end."""
    monkeypatch.setattr(drawings, "_SECONDS", 0.5)
    inside = '<g opacity=".9">' * 50 + '<rect width="300" height="200"/>' + "</g>" * 50
    with pytest.raises(BadAnswer, match="takes longer"):
        decoded(f"{HEAD}{inside}</svg>".encode(), 2048)
