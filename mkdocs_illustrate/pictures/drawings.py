"""SVG from a model -> a drawing that can only be looked at, or one line that says why not.

A drawing is taken only where one was asked for. It is written anew from what is on the lists here:
what is not known is left out, and what acts, or reaches out of the file, makes it refused. Of a model's
SVG pages show pixels; only what the built-in painter drew is published as it is.
"""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

from ..errors import NotAccepted
from ..shapes import Shape

MEDIA_TYPE = "image/svg+xml"

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"
_ELEMENTS = {
    "svg",
    "g",
    "defs",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
}
_LEFT_OUT = {"title", "desc", "metadata", "text", "filter"}
"""Words are not wanted in a picture, and a drawing is whole without its shadows."""
_ATTRIBUTES = {
    "id",
    "viewBox",
    "width",
    "height",
    "preserveAspectRatio",
    "transform",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "fr",
    "points",
    "offset",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "clipPathUnits",
    "maskUnits",
    "maskContentUnits",
    "clip-path",
    "clip-rule",
    "mask",
    "mask-type",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stop-color",
    "stop-opacity",
    "color",
    "opacity",
    "display",
    "visibility",
    "vector-effect",
    "paint-order",
    "shape-rendering",
    "href",
}
# `url(#sky)`: a part of the same drawing
_WITHIN = re.compile(r"url\(\s*['\"]?#[\w.-]+['\"]?\s*\)", re.ASCII)
_FUNCTIONS = {
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "matrix",
    "translate",
    "scale",
    "rotate",
    "skewX",
    "skewY",
}
"""Whatever else is called in a value may call out."""
_MOST_BYTES, _MOST_ELEMENTS, _DEEPEST = 5 * 2**20, 20_000, 60
_LONG_EDGE = 2048  # pixels: as wide as any page shows it
_SECONDS = 10.0
# -P: the folder of a site is no place to import modules from.
_RASTERISER = (sys.executable, "-P", "-m", "mkdocs_illustrate.pictures.rasteriser")


def looks_drawn(data: bytes) -> bool:
    """Whether bytes are an SVG, whatever they are said to be."""
    return b"<svg" in data[:2000].lower() and data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def cleaned(data: bytes) -> tuple[bytes, Shape]:
    """The drawing, written anew from what may stand in one, and its size in pixels."""
    fresh, shape = anew(data)
    return ET.tostring(fresh, "utf-8"), shape


def anew(data: bytes) -> tuple[ET.Element, Shape]:
    """The same as a tree."""
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
    return fresh, shape


def pixels(data: bytes, width: int | None = None) -> bytes:
    """A PNG of a drawing, at the size that `cleaned` names or at another, made in a process that may die of it."""
    clean, shape = cleaned(data)
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            (*_RASTERISER, str(width or shape.width)), input=clean, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _refused(f"drawing it takes longer than {_SECONDS} s") from None
    if done.returncode or not done.stdout:
        raise _refused("it can't be drawn")
    return done.stdout


def _parsed(data: bytes) -> ET.Element:
    if len(data) > _MOST_BYTES:
        raise _refused(f"it is longer than {_MOST_BYTES >> 20} MiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("it is not UTF-8") from None
    # `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://…">` declares nothing, `<!DOCTYPE svg [<!ENTITY …` does
    text = re.sub(r"<!DOCTYPE\s+svg\b[^<>\[\]]*>", "", text, count=1)
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
    # `512`, `+51.2`, `512px`; neither `100%` nor `10em`, which say nothing without a page
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?)(?:px)?", text.strip().lstrip("+"))
    return float(match[1]) if match else -1.0


def _copied(old: ET.Element, depth: int) -> ET.Element:
    if depth > _DEEPEST:
        raise _refused(f"it is nested more than {_DEEPEST} deep")
    fresh = ET.Element(old.tag, _attributes(old))
    for child in old:
        space, _, name = str(child.tag)[1:].partition("}")
        if space != _SVG or name in _LEFT_OUT:
            continue  # another program's notes, or words
        if name not in _ELEMENTS:
            raise _refused(f"<{name[:40]}> may not stand in it")
        fresh.append(_copied(child, depth + 1))
    return fresh


def _attributes(element: ET.Element) -> dict[str, str]:
    """What is on the list; a style is taken apart into attributes, which it would overrule."""
    given = dict(element.attrib)
    for part in given.pop("style", "").split(";"):
        name, _, value = part.partition(":")
        given[name.strip()] = value.removesuffix("!important").strip()
    kept = {}
    for full, value in given.items():
        name = full.removeprefix(_XLINK)
        if name.lower().startswith("on"):
            raise _refused(f"'{name[:40]}' may not stand in it")
        if name in _ATTRIBUTES:
            _check(name, value)
            kept[name] = value
    return kept


def _check(name: str, value: str) -> None:
    """Whether a value stays within the file."""
    if name == "href":
        within = re.fullmatch(r"#[\w.-]+", value, re.ASCII) is not None
    else:
        rest = _WITHIN.sub(
            "", value
        )  # `rgb(0 0 0)` and `translate(1, 2)` stay; `url(http:…`, `@import`, `//host` do not
        called = set(re.findall(r"([\w-]*)\s*\(", rest))
        within = called <= _FUNCTIONS and not re.search(r"[@\\<&'\"]|//|:", rest)
    if not within:
        raise _refused(f"'{name}' leads out of the file")


def _refused(why: str) -> NotAccepted:
    return NotAccepted(f"the drawing is not accepted: {why}")
