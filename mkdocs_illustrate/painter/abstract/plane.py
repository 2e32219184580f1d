"""The plane that forms lie on: shares of the frame, and one soft light."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ..kit.canvas import Canvas, num
from ..kit.chance import Rng
from ..kit.colour import Colour
from ..kit.frame import Frame
from ..kit.outlines import oval, polygon, ring, sector
from .field_colours import FieldColours

_LIT = 0.022
"""How much lighter a form is where the light comes from, and darker on the other side."""


@dataclass(slots=True)
class Plane:
    """Lays forms on a field. Places are in units of the frame; sizes in shares of its shorter side."""

    canvas: Canvas
    frame: Frame
    colours: FieldColours
    rng: Rng

    @property
    def short(self) -> float:
        """The shorter side."""
        return min(self.frame.width, self.frame.height)

    def x(self, share: float) -> float:
        """A share of the width, from the side that the picture faces."""
        return self.frame.x(share)

    def y(self, share: float) -> float:
        """A share of the height, from the top."""
        return self.frame.height * share

    @property
    def side(self) -> int:
        """1 where shares count from the left, -1 where they count from the right."""
        return -1 if self.frame.flip else 1

    def disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        """A disc."""
        self._lay(oval(x, y, r, r), colour)

    def ring(self, x: float, y: float, r: float, hole: float, colour: Colour) -> None:
        """A disc with a hole."""
        self._lay(ring(x, y, r, hole), colour, rule="evenodd")

    def slice(self, x: float, y: float, r: float, start: float, end: float, colour: Colour, hole: float = 0) -> None:
        """A part of a disc or of a ring, in degrees clockwise from east."""
        if self.frame.flip:
            start, end = 180 - end, 180 - start
        self._lay(sector(x, y, r, start, end, hole), colour)

    def bar(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """An upright rectangle, by the corner that is nearer to where shares count from."""
        left = x if self.side > 0 else x - width
        self._lay(polygon([(left, y), (left + width, y), (left + width, y + height), (left, y + height)]), colour)

    def shape(self, points: list[tuple[float, float]], colour: Colour) -> None:
        """A polygon."""
        self._lay(polygon(points), colour)

    def path(self, d: str, colour: Colour) -> None:
        """Any outline."""
        self._lay(d, colour)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.010) -> None:
        """The axis, where it is to be seen."""
        self.canvas.path(
            f"M{num(x1)} {num(y1)}L{num(x2)} {num(y2)}",
            stroke=self.colours.line,
            width=self.short * width,
            cap="butt",
        )

    @contextmanager
    def within(self, d: str) -> Iterator[None]:
        """Only the part of what follows that lies inside an outline."""
        with self.canvas.group(clip=d):
            yield

    def _lay(self, d: str, colour: Colour, **look: str) -> None:
        light = self.canvas.linear(((0, colour.lighter(_LIT)), (1, colour.lighter(-_LIT))), (0, 0), (1, 1))
        self.canvas.path(d, light, **look)


def laid_field(canvas: Canvas, frame: Frame, colours: FieldColours, rng: Rng) -> Plane:
    """The field itself, a little lighter where the light comes from, and the plane on it."""
    light = ((0, colours.field.lighter(0.012)), (1, colours.field.lighter(-0.018)))
    canvas.rect(0, 0, frame.width, frame.height, canvas.linear(light, (0, 0), (0.4, 1)))
    return Plane(canvas, frame, colours, rng)
