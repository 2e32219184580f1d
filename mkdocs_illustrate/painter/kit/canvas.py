"""A small SVG builder: compact, deterministic, and unable to write what is not on its lists."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .brand import Brand
from .colour import Colour, Paint

ELEMENTS = frozenset(
    (
        *("svg", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "g"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("xmlns", "viewBox", "width", "height", "id", "x", "y", "x1", "y1", "x2", "y2"),
        *("cx", "cy", "r", "rx", "ry", "d", "fill", "fill-opacity", "fill-rule", "opacity"),
        *("stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin"),
        *("stroke-dasharray", "transform", "clip-path", "offset", "stop-color", "stop-opacity"),
        *("gradientUnits", "gradientTransform", "fx", "fy", "clip-rule", "points", "stroke-miterlimit"),
    )
)
"""Everything a picture may hold. No text, script, style, image, filter, link or event."""

Stops = Sequence[tuple[float, Paint] | tuple[float, Paint, float]]
"""(offset 0 to 1, colour) or (offset, colour, opacity)."""
Point = tuple[float, float]


def num(value: float) -> str:
    """Print a number with at most one decimal: the rounding hides the C libraries' last bits."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    # -0.04 is as good as nought, and is written like it.
    return "0" if text == "-0" else text


def fine(value: float) -> str:
    """Print a factor (opacity, offset, matrix) with at most three decimals."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Canvas:
    """Collects shapes, back to front. Coordinates are viewBox units, y down.

    Every shape takes the keywords of `look`: fill, alpha, stroke, width, dash, cap, line_alpha.
    Prefer `alpha` to a group's opacity, which opens a slow layer.
    """

    def __init__(self, width: float, height: float, brand: Brand | None = None) -> None:
        self.width = width
        self.height = height
        self.brand = brand
        self._defs: list[str] = []
        self._body: list[str] = []
        self._known: dict[str, str] = {}  # a definition's text -> its id

    def path(self, d: str, fill: Paint = "none", **look: Paint | float) -> None:
        """Draw path data (see `outlines`)."""
        if d:
            self._add("path", f' d="{d}"', fill, look)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Paint = "none",
        *,
        r: float = 0,
        **look: Paint | float,
    ) -> None:
        """Draw an upright rectangle, with round corners of radius r."""
        place = f' x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"'
        self._add("rect", place + (f' rx="{num(r)}"' if r else ""), fill, look)

    def circle(self, x: float, y: float, r: float, fill: Paint = "none", **look: Paint | float) -> None:
        """Draw a disc."""
        self._add("circle", f' cx="{num(x)}" cy="{num(y)}" r="{num(r)}"', fill, look)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: Paint = "none", **look: Paint | float) -> None:
        """Draw an ellipse."""
        place = f' cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"'
        self._add("ellipse", place, fill, look)

    def line(self, points: Sequence[Point], stroke: Paint, width: float, **look: Paint | float) -> None:
        """Draw an open line through points, with round ends unless `cap` says otherwise."""
        d = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points)
        self.path(d, "none", stroke=stroke, width=width, **look)

    def linear(self, stops: Stops, start: Point = (0, 0), end: Point = (0, 1), *, boxed: bool = True) -> str:
        """Define a linear gradient; boxed: in shares of the shape, else in units of the frame."""
        write = fine if boxed else num
        place = "".join(
            f' {name}="{write(value)}"' for name, value in zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True)
        )
        return self._gradient("linearGradient", place, stops, boxed=boxed)

    def radial(self, stops: Stops, centre: Point = (0.5, 0.5), r: float = 0.5, *, boxed: bool = True) -> str:
        """Define a radial gradient, in shares of the shape or in units of the frame."""
        write = fine if boxed else num
        place = f' cx="{write(centre[0])}" cy="{write(centre[1])}" r="{write(r)}"'
        return self._gradient("radialGradient", place, stops, boxed=boxed)

    def glow(self, x: float, y: float, r: float, colour: Paint, alpha: float = 0.6) -> None:
        """Draw a soft light. Gradients are the dearest thing to raster: few and small."""
        stops: Stops = ((0, colour, alpha), (0.4, colour, alpha * 0.4), (1, colour, 0.0))
        self.circle(x, y, r, self.radial(stops))

    def shadow(self, x: float, y: float, rx: float, ry: float, colour: Paint, alpha: float = 0.35) -> None:
        """Draw a soft ellipse of shade."""
        stops: Stops = ((0, colour, alpha), (0.55, colour, alpha * 0.55), (1, colour, 0.0))
        self.ellipse(x, y, rx, ry, self.radial(stops))

    @contextmanager
    def group(
        self,
        *,
        matrix: Sequence[float] | None = None,
        move: Point | None = None,
        scale: float | Point = 1,
        turn: float = 0,
        clip: str | None = None,
        opacity: float = 1,
    ) -> Iterator[None]:
        """Draw what follows moved, turned, scaled, clipped (path data) or as one thin layer."""
        attrs = _transform(matrix, move, scale, turn)
        if clip:
            attrs += f' clip-path="url(#{self._clip(clip)})"'
        if opacity < 1:
            attrs += f' opacity="{fine(opacity)}"'
        self._body.append(f"<g{attrs}>")
        yield
        self._body.append("</g>")

    def svg(self) -> str:
        """Give the whole picture."""
        size = f'width="{num(self.width)}" height="{num(self.height)}"'
        view = f'viewBox="0 0 {num(self.width)} {num(self.height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>'
        defs = f"<defs>{''.join(self._defs)}</defs>" if self._defs else ""
        return f"{head}{defs}{''.join(self._body)}</svg>"

    def _add(self, tag: str, place: str, fill: Paint, look: dict[str, Paint | float]) -> None:
        self._body.append(f"<{tag}{place}{self._look(fill, look)}/>")

    def _clip(self, d: str) -> str:
        return self._define("clipPath", "", f'<path d="{d}"/>')

    def _gradient(self, tag: str, place: str, stops: Stops, *, boxed: bool) -> str:
        units = "" if boxed else ' gradientUnits="userSpaceOnUse"'
        inner = "".join(self._stop(*stop) for stop in stops)
        return f"url(#{self._define(tag, place + units, inner)})"

    def _look(self, fill: Paint, look: dict[str, Paint | float]) -> str:
        """Write the paint of a shape; lines get round ends and joins unless told otherwise."""
        attrs = f' fill="{self.ink(fill)}"'
        if "stroke" in look:
            look = {"cap": "round", "join": "round", **look}
        for keyword, value in look.items():
            name = _KEYWORDS[keyword]
            small = name.endswith("opacity")
            if isinstance(value, int | float):
                attrs += f' {name}="{fine(value) if small else num(value)}"'
            else:
                attrs += f' {name}="{self.ink(value)}"'
        return attrs

    def _stop(self, offset: float, paint: Paint, alpha: float = 1) -> str:
        veil = f' stop-opacity="{fine(alpha)}"' if alpha < 1 else ""
        return f'<stop offset="{fine(offset)}" stop-color="{self.ink(paint)}"{veil}/>'

    def take(self, shapes: str) -> None:
        """Draw shapes that are written already (see `emblem`)."""
        self._body.append(shapes)

    def ink(self, paint: Paint) -> str:
        """Write a colour, as the brand has it."""
        if not isinstance(paint, Colour):
            return paint
        return (self.brand.tint(paint) if self.brand else paint).hex

    def _define(self, tag: str, attrs: str, inner: str) -> str:
        """Equal definitions share one id; ids count up, so they repeat from run to run."""
        # Twenty windows with one gradient are one definition: the file stays small.
        key = f"{tag}{attrs}{inner}"
        if key not in self._known:
            name = f"d{len(self._known)}"
            self._known[key] = name
            self._defs.append(f'<{tag} id="{name}"{attrs}>{inner}</{tag}>')
        return self._known[key]


_KEYWORDS = {
    "alpha": "fill-opacity",
    "stroke": "stroke",
    "width": "stroke-width",
    "line_alpha": "stroke-opacity",
    "cap": "stroke-linecap",
    "join": "stroke-linejoin",
    "dash": "stroke-dasharray",
    "rule": "fill-rule",
}


def _transform(matrix: Sequence[float] | None, move: Point | None, scale: float | Point, turn: float) -> str:
    steps = []
    if matrix is not None:
        steps.append(f"matrix({' '.join(fine(value) for value in matrix)})")
    if move is not None:
        steps.append(f"translate({num(move[0])} {num(move[1])})")
    if turn:
        steps.append(f"rotate({num(turn)})")
    if scale != 1:
        across, down = scale if isinstance(scale, tuple) else (scale, scale)
        steps.append(f"scale({fine(across)} {fine(down)})")
    return f' transform="{" ".join(steps)}"' if steps else ""
