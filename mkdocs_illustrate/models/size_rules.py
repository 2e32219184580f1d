"""What an author asks for -> the nearest size or ratio that a model offers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..shapes import Shape, parse_ratio, parse_size

_SIZE = 64  # an edge from here on is a size in pixels; below, both numbers are a bare ratio
_GRID = 16
_NEARLY = 0.9  # the next level costs half as much again, for edges that few pages show
USUAL = Shape(1536, 1024)  # what is asked for when nobody asks: fits beside text, and every vendor


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRule:
    """How a model takes its dimensions, and which of them it takes.

    `style` is text (`1024x1024`), object (`{width, height}`), fields (`width` and `height` beside
    the prompt), ratio (`16:9`) or none.
    """

    style: str = "none"
    param: str = "size"
    of: tuple[str, ...] = ()
    """The values it takes; empty: any within the limits below."""
    min: int = 1
    max: int = 100_000
    multiple: int = 1
    pixels: tuple[int, int] = (1, 10**10)
    steepest: float = 100.0
    usual: str = str(USUAL)
    """The size that is asked for when nobody asks; a bare ratio gets its area."""
    also: Mapping[str, Any] = field(default_factory=dict)
    """For ratios: a second parameter for the size, as `{param: resolution, of: {1K: 1024}}`."""

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> SizeRule:
        """From a vendor's file."""
        values = dict(raw)
        for name in ("of", "pixels"):
            if name in values:
                values[name] = tuple(values[name])
        return cls(**values)

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
        levels: Mapping[str, int] = self.also["of"]
        enough = [name for name, pixels in levels.items() if pixels >= edge * _NEARLY]
        enough = enough or [max(levels, key=lambda n: levels[n])]
        return {self.also["param"]: min(enough, key=lambda n: levels[n])}

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
            return round(wanted.distance(shape), 6), area

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
