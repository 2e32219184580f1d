"""SVG from a model -> a drawing that can only be looked at, or one line that says why not.

A drawing is taken only where one was asked for. It is written anew from what is on the lists here:
what is not known is left out, and what acts, or reaches out of the file, makes it refused. Pages
never show the SVG itself, but pixels made of it.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from ..errors import BadAnswer
from ..shapes import Shape

MEDIA_TYPE = "image/svg+xml"

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"
_ELEMENTS = {
    "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask",
}  # fmt: skip
_WORDS = {
    "title", "desc", "metadata", "text",
}  # fmt: skip
"""Say something, and draw nothing that is wanted: left out."""
_ATTRIBUTES = {
    "id", "viewBox", "width", "height", "preserveAspectRatio", "transform", "d", "x", "y", "x1",
    "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "points", "offset",
    "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits",
    "maskContentUnits", "clip-path", "clip-rule", "mask", "mask-type", "fill", "fill-opacity",
    "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "stop-color", "stop-opacity", "color", "opacity", "display", "visibility", "vector-effect",
    "paint-order", "shape-rendering", "style", "href",
}  # fmt: skip
_WITHIN = re.compile(r"\s*url\(\s*['\"]?#[\w.-]+['\"]?\s*\)", re.ASCII)
_REACHING = re.compile(r"url|[@\\<&]|expression|javascript:|data:", re.IGNORECASE)
_MOST_BYTES, _MOST_ELEMENTS, _DEEPEST = 5 * 2**20, 20_000, 60
_LONG_EDGE = 2048  # pixels: as wide as any page shows it


def looks_drawn(data: bytes) -> bool:
    """Whether bytes are an SVG, whatever they are said to be."""
    return b"<svg" in data[:2000].lower() and data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def cleaned(data: bytes) -> tuple[bytes, Shape]:
    """The drawing, written anew from what may stand in one, and its size in pixels."""
    root = _parsed(data)
    if root.tag != f"{{{_SVG}}}svg":
        raise _refused("it is no SVG")
    sides = _sides(root)
    scale = _LONG_EDGE / max(sides)
    shape = Shape(*(max(16, round(side * scale)) for side in sides))
    fresh = _copied(root, 0)
    if "viewBox" not in fresh.attrib:
        fresh.set("viewBox", "0 0 {:g} {:g}".format(*sides))
    fresh.set("width", str(shape.width))
    fresh.set("height", str(shape.height))
    ET.register_namespace("", _SVG)
    return ET.tostring(fresh, "utf-8"), shape


def pixels(data: bytes) -> bytes:
    """A PNG of a drawing, at the size that `cleaned` names."""
    import resvg_py  # noqa: PLC0415 - few pictures are drawings

    text = cleaned(data)[0].decode("utf-8")
    try:
        png = resvg_py.svg_to_bytes(svg_string=text, skip_system_fonts=True)
    except ValueError as error:
        raise _refused(" ".join(str(error).split())[:80]) from None
    return bytes(png)


def _parsed(data: bytes) -> ET.Element:
    if len(data) > _MOST_BYTES:
        raise _refused(f"it is longer than {_MOST_BYTES >> 20} MiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("it is not UTF-8") from None
    if re.search(r"<!\s*(DOCTYPE|ENTITY)", text, re.IGNORECASE):  # entities can grow without end
        raise _refused("it declares a document type")
    if text.count("<") > 3 * _MOST_ELEMENTS:
        raise _refused(f"it has more than {_MOST_ELEMENTS} elements")
    try:
        return ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))  # noqa: S314 - no entities
    except ET.ParseError as error:
        raise _refused(f"it is damaged: {error}") from None


def _sides(root: ET.Element) -> list[float]:
    """Width and height in its own units."""
    box = [_number(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    sides = box[2:] if len(box) == 4 else [_number(root.get(n, "")) for n in ("width", "height")]
    if len(sides) != 2 or min(sides) <= 0 or not 1 / 8 <= sides[0] / sides[1] <= 8:
        raise _refused("it does not say what size it has")
    return sides


def _number(text: str) -> float:
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?)(?:px)?", text.strip().lstrip("+"))
    return float(match[1]) if match else -1.0


def _copied(old: ET.Element, depth: int) -> ET.Element:
    if depth > _DEEPEST:
        raise _refused(f"it is nested more than {_DEEPEST} deep")
    fresh = ET.Element(old.tag, _attributes(old))
    for child in old:
        space, _, name = str(child.tag)[1:].partition("}")
        if space != _SVG or name in _WORDS:
            continue  # another program's notes, or words
        if name not in _ELEMENTS:
            raise _refused(f"<{name[:40]}> may not stand in it")
        fresh.append(_copied(child, depth + 1))
    return fresh


def _attributes(element: ET.Element) -> dict[str, str]:
    kept = {}
    for full, value in element.attrib.items():
        name = full.removeprefix(_XLINK)
        if name.lower().startswith("on"):
            raise _refused(f"'{name[:40]}' may not stand in it")
        if name not in _ATTRIBUTES:
            continue
        within = re.fullmatch(r"#[\w.-]+", value, re.ASCII) if name == "href" else None
        if not within and (name == "href" or _REACHING.search(_WITHIN.sub("", value))):
            raise _refused(f"'{name}' leads out of the file")
        kept[name] = value
    return kept


def _refused(why: str) -> BadAnswer:
    return BadAnswer(f"the drawing is not accepted: {why}")
