"""Glyphs for tiles: a glyph is an SVG file in four colours, which stand for those of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .canvas import Canvas, Point
from .colour import Colour, Paint

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROLES = {"#24406b": "ink", "#8fa6c8": "soft", "#f5a623": "accent", "#ffffff": "ground", "none": "none"}
"""What a file is painted in, so that it looks right wherever it is opened, and what each stands for."""
_PLACES = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
}
_LOOKS = ("fill", "stroke", "stroke-width", "transform")
_NEUTRAL = frozenset(("id", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"))
"""Drawing programs write these; lines have round ends and joins whatever they say."""
_PATH = re.compile(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,e-]+")  # "M20 68v14c0 6 13 11 30 11z"
_STEPS = re.compile(  # "translate(50 50) rotate(45)"
    r"(?:translate\((?P<x>[-.\d]+)[ ,]+(?P<y>[-.\d]+)\))? ?(?:rotate\((?P<turn>[-.\d]+)\))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The colours that a glyph's four stand for."""

    ink: Colour
    accent: Colour
    ground: Colour
    """Cuts gaps."""

    def paint(self, role: str) -> Paint:
        """Give the colour of a role."""
        if role == "soft":
            return self.ink.mix(self.ground, 0.35)
        return "none" if role == "none" else {"ink": self.ink, "accent": self.accent, "ground": self.ground}[role]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """One element of the file; a group has children instead of a place."""

    kind: str
    d: str = ""
    place: tuple[float, ...] = ()
    fill: str = "none"
    stroke: str = "none"
    width: float = 1
    move: Point | None = None
    turn: float = 0
    children: tuple[_Shape, ...] = ()

    def draw(self, canvas: Canvas, inks: Inks) -> None:
        """Draw it, and what is in it."""
        with self._moved(canvas):
            for child in self.children:
                child.draw(canvas, inks)
            self._fill(canvas, inks)

    def _fill(self, canvas: Canvas, inks: Inks) -> None:
        fill, look = inks.paint(self.fill), self._line(inks)
        match self.kind, self.place:
            case "path", _:
                canvas.path(self.d, fill, **look)
            case "rect", (x, y, width, height, r):
                canvas.rect(x, y, width, height, fill, r=r, **look)
            case "circle", (x, y, r):
                canvas.circle(x, y, r, fill, **look)
            case "ellipse", (x, y, rx, ry):
                canvas.ellipse(x, y, rx, ry, fill, **look)

    def _moved(self, canvas: Canvas) -> AbstractContextManager[None]:
        if self.kind == "g" or self.move is not None or self.turn:
            return canvas.group(move=self.move, turn=self.turn)
        return nullcontext()

    def _line(self, inks: Inks) -> dict[str, Any]:
        return {} if self.stroke == "none" else {"stroke": inks.paint(self.stroke), "width": self.width}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawing in a box of 100 x 100."""

    noun: str
    """Its noun phrase for the alt text: `a database`."""
    shapes: tuple[_Shape, ...]

    def draw(self, canvas: Canvas, inks: Inks) -> None:
        """Draw it from its upper left corner on."""
        for shape in self.shapes:
            shape.draw(canvas, inks)


def read_glyph(path: Path) -> Glyph:
    """Read a glyph's file: its title is its noun phrase. What can't be drawn is named, not left out."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - most pictures hold no glyph

    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a file of this package
    try:
        return Glyph(_noun(root), tuple(_shapes(root)))
    except ValueError as wrong:
        raise ValueError(f"{path.name}: {wrong}") from None


def _noun(root: Element) -> str:
    if root.get("viewBox") != "0 0 100 100":
        raise ValueError('its viewBox has to be "0 0 100 100"')
    noun = root.findtext("{*}title", "").strip()
    if not noun:
        raise ValueError("it needs a <title>, the noun phrase for the alt text")
    return noun


def _shapes(parent: Element) -> Iterator[_Shape]:
    for element in parent:
        tag = element.tag.rpartition("}")[2]
        if tag == "title":
            continue
        if tag not in {"g", *_PLACES}:
            raise ValueError(f"<{tag}> is not drawn, only g, {', '.join(_PLACES)}")
        yield _shape(element, tag)


def _shape(element: Element, tag: str) -> _Shape:
    places, said = _PLACES.get(tag, ()), _attributes(element)
    known = (*places, *_LOOKS) if places else ("transform",)
    for name in said:
        if name not in {*known, *_NEUTRAL}:
            raise ValueError(f"{name} of <{tag}> is not drawn, only {', '.join(known)}")
    if not _PATH.fullmatch(said.get("d", "M0 0")):
        raise ValueError("d of <path> holds what is no path data")
    move, turn = _moved(said.get("transform", ""))
    return _Shape(
        kind=tag,
        d=said.get("d", ""),
        place=tuple(float(said.get(name, 0)) for name in places if name != "d"),
        fill=_role(said.get("fill", "black" if places else "none")),  # black is what SVG says
        stroke=_role(said.get("stroke", "none")),
        width=float(said.get("stroke-width", 1)),
        move=move,
        turn=turn,
        children=tuple(_shapes(element)),
    )


def _attributes(element: Element) -> dict[str, str]:
    """Give the attributes by their plain names; drawing programs write some of them as a style."""
    own = {name: value for name, value in element.attrib.items() if not name.startswith("{")}
    pairs = (part.partition(":") for part in own.pop("style", "").split(";") if part.strip())
    return own | {name.strip(): value.strip() for name, _, value in pairs}


def _role(colour: str) -> str:
    if colour.lower() not in ROLES:
        raise ValueError(f"{colour} is none of the four colours: {', '.join(ROLES)}")
    return ROLES[colour.lower()]


def _moved(transform: str) -> tuple[Point | None, float]:
    found = _STEPS.fullmatch(transform)
    if found is None:
        raise ValueError(f"{transform} is no transform that is drawn, only translate(x y) rotate(degrees)")
    move = (float(found["x"]), float(found["y"])) if found["x"] else None
    return move, float(found["turn"] or 0)
