"""A drawing of the built-in painter as a file of the site: cut, sized, and marked with what made it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ..errors import NotAccepted
from ..shapes import Shape
from .drawings import anew
from .provenance import packet

_METADATA = "{http://www.w3.org/2000/svg}metadata"
_PREFIXES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}


def published(data: bytes, shape: Shape, share: tuple[float, float], source_type: str | None) -> bytes:
    """The middle of a drawing, that share of its sides, written anew from what may stand in one."""
    drawing, _ = anew(data)
    drawing.set("viewBox", " ".join(f"{number:g}" for number in _middle(drawing, share)))
    drawing.set("width", str(shape.width))
    drawing.set("height", str(shape.height))
    drawing.set("preserveAspectRatio", "xMidYMid slice")  # a side that was rounded leaves no gap
    if source_type:
        drawing.insert(0, _marks(source_type))
    return bytes(ET.tostring(drawing, "utf-8"))


def _middle(drawing: ET.Element, share: tuple[float, float]) -> tuple[float, ...]:
    try:
        x, y, width, height = (float(number) for number in drawing.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        raise NotAccepted("the drawing is not accepted: it does not say what it shows") from None
    cut = (width * share[0], height * share[1])
    return (x + (width - cut[0]) / 2, y + (height - cut[1]) / 2, *cut)


def _marks(source_type: str) -> ET.Element:
    for prefix, space in _PREFIXES.items():
        ET.register_namespace(prefix, space)
    marks = ET.Element(_METADATA)
    marks.append(ET.fromstring(packet(source_type)))  # noqa: S314 - our own words
    return marks
