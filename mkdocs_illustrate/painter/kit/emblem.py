"""A drawing of somebody's own, taken into a picture: what a picture may hold of it, in the picture's colours."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from .canvas import ATTRIBUTES, ELEMENTS
from .colour import Colour, from_hex

_PAINTS = ("fill", "stroke", "stop-color")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Emblem:
    """Its shapes, and the part of its own plane that they lie on."""

    inside: str
    left: float
    top: float
    width: float
    height: float

    def set_about(self, x: float, y: float, size: float) -> tuple[float, ...]:
        """The matrix that sets it about a point, so large."""
        scale = size / max(self.width, self.height)
        left, top = self.left + self.width / 2, self.top + self.height / 2
        return (scale, 0, 0, scale, x - left * scale, y - top * scale)


def emblem(svg: str, own: Colour, ink: Callable[[Colour], str]) -> Emblem:
    """Read one that was cleaned. An icon in one colour gets the picture's; several keep to their lightness."""
    drawing = ET.fromstring(svg)  # noqa: S314 - it was written anew from what may stand in one
    box = [float(number) for number in drawing.get("viewBox", "0 0 24 24").replace(",", " ").split()]
    said = {value for element in drawing.iter() for name, value in element.items() if name in _PAINTS}
    one = len({value for value in said if _HEX.fullmatch(value)}) <= 1
    inks = _Inks(ink(own), None if one else ink)
    shared = "".join(inks.attributes(drawing, only=("fill", "stroke", "stroke-")))
    shapes = "".join(_copied(child, inks) for child in drawing)
    return Emblem(f'<g fill="{inks.own}"><g{shared}>{shapes}</g></g>', *box)


@dataclass(frozen=True, slots=True)
class _Inks:
    own: str
    ink: Callable[[Colour], str] | None
    """How a colour is written; None where there is but one."""

    def attributes(self, element: ET.Element, only: tuple[str, ...] = ("",)) -> Iterator[str]:
        """Those that a picture may hold; names within the drawing are its own."""
        for name, value in element.items():
            if name in ATTRIBUTES and name.startswith(only):
                said = f"own-{value}" if name == "id" else value.replace("url(#", "url(#own-")
                yield f' {name}="{html.escape(self._coloured(said) if name in _PAINTS else said)}"'

    def _coloured(self, value: str) -> str:
        if _HEX.fullmatch(value):
            return self.ink(from_hex(value)) if self.ink else self.own
        return self.own if value in {"currentColor", "black"} else value


def _copied(element: ET.Element, inks: _Inks) -> str:
    tag = str(element.tag).rpartition("}")[2]
    if tag not in ELEMENTS:
        return ""
    inside = "".join(_copied(child, inks) for child in element)
    return f"<{tag}{''.join(inks.attributes(element))}>{inside}</{tag}>"
