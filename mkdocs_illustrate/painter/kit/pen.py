"""The pen that glyphs are drawn with: bold shapes that read at the size of a thumb."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Sequence

from .canvas import Canvas, Point
from .colour import Colour, Paint
from .outlines import polygon, rounded


class Pen:
    """Draws into a box of 100 x 100. `ink`, `soft` and `accent` show; `ground` cuts gaps."""

    def __init__(
        self,
        canvas: Canvas,
        *,
        ink: Colour,
        accent: Colour,
        ground: Colour,
        soft: Colour | None = None,
    ) -> None:
        self.canvas = canvas
        self.ink = ink
        self.accent = accent
        self.ground = ground
        self.soft = soft if soft is not None else ink.mix(ground, 0.35)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Paint,
        r: float = 0,
        turn: float = 0,
    ) -> None:
        """Fill a rectangle, turned around its own centre."""
        if not turn:
            self.canvas.rect(x, y, width, height, fill, r=r)
            return
        with self.canvas.group(move=(x + width / 2, y + height / 2), turn=turn):
            self.canvas.rect(-width / 2, -height / 2, width, height, fill, r=r)

    def disc(self, x: float, y: float, r: float, fill: Paint) -> None:
        """Fill a circle."""
        self.canvas.circle(x, y, r, fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Paint) -> None:
        """Fill an ellipse."""
        self.canvas.ellipse(x, y, rx, ry, fill)

    def ring(self, x: float, y: float, r: float, width: float, paint: Paint) -> None:
        """Draw a circle as a band; r is the middle of the band."""
        self.canvas.circle(x, y, r, "none", stroke=paint, width=width)

    def poly(self, points: Sequence[Point], fill: Paint, r: float = 0) -> None:
        """Fill a polygon, with round corners if r."""
        self.canvas.path(rounded(points, r) if r else polygon(points), fill)

    def line(self, points: Sequence[Point], paint: Paint, width: float = 7) -> None:
        """Draw a bold line through points."""
        self.canvas.line(points, paint, width)

    def path(self, d: str, fill: Paint) -> None:
        """Fill path data."""
        self.canvas.path(d, fill)

    def stroke(self, d: str, paint: Paint, width: float = 7) -> None:
        """Draw a bold line along path data."""
        self.canvas.path(d, "none", stroke=paint, width=width)
