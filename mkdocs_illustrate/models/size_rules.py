"""What an author asks for -> the nearest size or ratio that a model offers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Literal

from ..options import POSITIVE, Rule, between, filled, option, pattern
from ..quoting import show
from ..shapes import Shape, parse_ratio, parse_size

_SIZE = 64  # an edge from here on is a size in pixels; below, both numbers are a bare ratio
_GRID = 16
_NEARLY = 0.9  # the next level costs half as much again, for edges that few pages show
USUAL = Shape(1536, 1024)  # what is asked for when nobody asks: fits beside text, and every vendor


def _right_sizes(rule: SizeRule) -> tuple[str, str] | None:
    """Each of `of` is a size, or a ratio where ratios are sent."""
    limits = {"none": (_SIZE_TEXT, _RATIO), "ratio": (_RATIO,)}.get(rule.style, (_SIZE_TEXT,))
    wrong = next((value for value in rule.of if all(limit(value) for limit in limits)), None)
    return None if wrong is None else ("of", f"is {show(wrong)}, but must be {limits[0].words}")


def _used(rule: SizeRule) -> tuple[str, str] | None:
    if rule.style == "none" and (rule.of or rule.also):
        return "style", "is missing: text, object, fields or ratio"
    if rule.style == "ratio" and not rule.of:
        return "of", "is missing: ratios like 16:9"
    if rule.also and rule.style != "ratio":
        return "also", f"stands beside the style '{rule.style}', but must stand beside ratio"
    return None


def _in_order(rule: SizeRule) -> tuple[str, str] | None:
    if rule.min > rule.max:
        return "min", f"is {rule.min}, but must not be more than 'max'"
    if rule.pixels[0] > rule.pixels[1]:
        return "pixels", "must be the fewest and the most pixels, in this order"
    return None


def _if(style: str, then: Mapping[str, Any], *, otherwise: Mapping[str, Any] | None = None) -> dict[str, Any]:
    condition = {"properties": {"style": {"const": style}}, "required": ["style"]}
    return {"if": condition, "then": then, **({"else": otherwise} if otherwise else {})}


# Looser than what an author may ask for: these are what a model offers.
_SIZE_TEXT = pattern("[1-9][0-9]{0,5}x[1-9][0-9]{0,5}", "sizes like 1024x1024")
_RATIO = pattern("[1-9][0-9]{0,4}:[1-9][0-9]{0,4}", "ratios like 16:9")
_EACH_RATIO = {
    "properties": {"of": {"type": "array", "items": _RATIO.schema, "minItems": 1}},
    "required": ["of"],
}
_EACH_SIZE = {"properties": {"of": {"items": _SIZE_TEXT.schema}, "also": {"type": "null"}}}
# What is offered without a way to say it would never be sent.
_UNSENT = {"not": {"properties": {"style": {"enum": ["text", "object", "fields", "ratio"]}}, "required": ["style"]}}
_SENT = {"if": _UNSENT, "then": {"properties": {"of": {"maxItems": 0}, "also": {"type": "null"}}}}
PARAMETER = pattern(r"[^\s{}]+", "the name of a parameter")
_Some = Annotated[int, POSITIVE]
_Style = Literal["text", "object", "fields", "ratio", "none"]
_STEEPEST = between(1, 1000, "a number from 1 to 1000")
_EDGE = between(1, 1_000_000, "a whole number of pixels, more than 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A second parameter beside a ratio that says how large the picture is."""

    param: str = option(doc="Name of the parameter.", check=PARAMETER)
    of: Mapping[str, _Some] = option(
        doc="Its values, and the longer edge that each stands for.", check=filled("a mapping with something in it")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRule:
    """How a model takes its dimensions, and which of them it takes."""

    RULES: ClassVar = (
        Rule(_right_sizes, _if("ratio", _EACH_RATIO, otherwise=_EACH_SIZE)),
        Rule(_used, _SENT),
        Rule(_in_order),
    )

    style: _Style = option(
        "none",
        "`1024x1024` as text, `{width, height}` as an object, these two as fields beside the prompt, or a ratio.",
    )
    param: str = option("size", "Name of the parameter.", check=PARAMETER)
    of: tuple[str, ...] = option(
        (),
        "The values it takes, as `1024x1024`, or as `16:9` where ratios are sent; without them any within the limits.",
    )
    min: int = option(1, "The shortest edge.", check=_EDGE)
    max: int = option(100_000, "The longest edge.", check=_EDGE)
    multiple: int = option(1, "Edges are a multiple of this.", check=_EDGE)
    pixels: tuple[_Some, _Some] = option((1, 10**10), "The fewest and the most pixels.")
    steepest: float = option(100.0, "How much longer the longer edge may be.", check=_STEEPEST)
    usual: str = option(
        str(USUAL),
        "The size when nobody asks; a bare ratio gets its area.",
        check=replace(_SIZE_TEXT, words="a size like 1536x1024"),
    )
    also: Level | None = option(None, "For ratios: a second parameter for the size.")

    def names(self) -> set[str]:
        """The parameters that it sends."""
        level = {self.also.param} if self.also else set()
        sent = {"width", "height"} if self.style == "fields" else {self.param}
        return set() if self.style == "none" else sent | level

    def params(self, wanted: Shape | None) -> dict[str, Any]:
        """The parameters that come nearest to a size, or to a bare ratio in small numbers."""
        if self.style == "none" or (wanted is None and not self._limited()):
            return {}
        if self.style == "ratio":
            return {
                self.param: self._nearest(wanted or parse_size(self.usual), parse_ratio),
                **self._level(wanted),
            }
        shape = self._shape(wanted or parse_size(self.usual))
        if self.style == "object":
            return {self.param: {"width": shape.width, "height": shape.height}}
        if self.style == "fields":
            return {"width": shape.width, "height": shape.height}
        return {self.param: str(shape)}

    def _level(self, wanted: Shape | None) -> dict[str, str]:
        """The smallest level that is large enough, or nearly; none where no size was asked for."""
        edge = max(wanted.width, wanted.height) if wanted else 0
        if not self.also or edge < _SIZE:
            return {}
        levels = self.also.of
        enough = [name for name, pixels in levels.items() if pixels >= edge * _NEARLY]
        enough = enough or [max(levels, key=lambda n: levels[n])]
        return {self.also.param: min(enough, key=lambda n: levels[n])}

    def _limited(self) -> bool:
        return bool(self.of) or self.max < 100_000

    def _shape(self, wanted: Shape) -> Shape:
        if self.of:
            return parse_size(self._nearest(self._as_size(wanted), parse_size))
        # Nobody asked for odd numbers; most models want a multiple of sixteen.
        free = self.multiple == 1 and max(wanted.width, wanted.height) < _SIZE
        return (replace(self, multiple=_GRID) if free else self).inside(wanted)

    def _nearest(self, wanted: Shape, parse: Any) -> str:
        """Nearest ratio first, then nearest size; the row's order decides between equals."""

        def far(value: str) -> tuple[float, float]:
            shape = parse(value)
            area = abs(math.log((shape.width * shape.height) / (wanted.width * wanted.height)))
            return round(wanted.distance(shape), 6), area  # else noise in the last digit decides

        return min(self.of, key=far)

    def inside(self, wanted: Shape) -> Shape:
        """The same ratio, or the steepest allowed, scaled into the limits."""
        ratio = min(max(wanted.ratio, 1 / self._steepest()), self._steepest())
        area = self._as_size(wanted)
        height = math.sqrt(area.width * area.height / ratio)
        width = height * ratio
        low = max(self.min / min(width, height), math.sqrt(self.pixels[0] / (width * height)))
        high = min(self.max / max(width, height), math.sqrt(self.pixels[1] / (width * height)))
        scale = max(low, min(1.0, high))
        return self._rounded(width * scale, height * scale)

    def _steepest(self) -> float:
        return min(self.steepest, self.max / self.min)

    def _rounded(self, width: float, height: float) -> Shape:
        """The legal size nearby on the grid: nearest ratio first, then nearest area."""
        ratio, area = width / height, width * height
        around = [Shape(w, h) for w in self._steps(width) for h in self._steps(height)]
        legal = [shape for shape in around if self._legal(shape)]

        def far(shape: Shape) -> tuple[float, float]:
            return round(shape.distance(ratio), 6), abs(math.log(shape.width * shape.height / area))

        return min(legal or around, key=far)

    def _steps(self, edge: float) -> set[int]:
        below = math.floor(edge / self.multiple)
        near = (self.multiple * (below + n) for n in range(-1, 3))
        return {min(max(e, self.multiple, self.min), self.max) for e in near}

    def _legal(self, shape: Shape) -> bool:
        steep = max(shape.ratio, 1 / shape.ratio)
        low, high = self.pixels
        return steep <= self.steepest and low <= shape.width * shape.height <= high

    def _as_size(self, wanted: Shape) -> Shape:
        """A bare ratio (`16:9`) as a size of the usual area."""
        if max(wanted.width, wanted.height) >= _SIZE:
            return wanted
        usual = parse_size(self.usual)
        height = math.sqrt(usual.width * usual.height / wanted.ratio)
        return Shape(round(height * wanted.ratio), round(height))
