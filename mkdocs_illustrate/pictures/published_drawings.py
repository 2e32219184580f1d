"""A drawing of the built-in painter as a file of the site: cut, sized, and marked with what made it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ..errors import NotAccepted
from ..shapes import Shape
from .drawings import anew
from .provenance import PREFIXES, Marks, packet

Part = tuple[float, float, float, float]
"""Left and upper edge, width and height, as shares of the whole."""
_METADATA = "{http://www.w3.org/2000/svg}metadata"


def published(data: bytes, shape: Shape, part: Part, marks: Marks | None) -> bytes:
    """A part of a drawing, written anew from what may stand in one."""
    drawing, _ = anew(data)
    drawing.set("viewBox", " ".join(f"{number:g}" for number in _shown(drawing, part)))
    drawing.set("width", str(shape.width))
    drawing.set("height", str(shape.height))
    drawing.set("preserveAspectRatio", "xMidYMid slice")  # a side that was rounded leaves no gap
    if marks:
        drawing.insert(0, _marks(marks))
    return bytes(ET.tostring(drawing, "utf-8"))


def _shown(drawing: ET.Element, part: Part) -> tuple[float, ...]:
    try:
        x, y, width, height = (float(number) for number in drawing.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        raise NotAccepted("the drawing is not accepted: it does not say what it shows") from None
    left, upper, wide, high = part
    return (x + width * left, y + height * upper, width * wide, height * high)


def _marks(said: Marks) -> ET.Element:
    for prefix, space in PREFIXES.items():
        ET.register_namespace(prefix, space)
    marks = ET.Element(_METADATA)
    marks.append(ET.fromstring(packet(said)))  # noqa: S314 - our own words
    return marks
