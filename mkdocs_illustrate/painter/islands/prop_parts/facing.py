"""A prop's own front: the same drawing faces the lower left or the lower right, as chance says."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ...kit.canvas import Point
from ...kit.colour import Colour, Paint
from ..bench import Bench
from ..island_colours import Solid
from ..isometric import Iso, Spot
from .solids import panel, slab


@dataclass(frozen=True, slots=True)
class Facing:
    """Island space seen from the prop's front: u runs to the right, `out` towards the viewer."""

    iso: Iso
    side: str

    def spot(self, u: float, out: float, z: float = 0) -> Spot:
        """Give a spot of the island."""
        return (u, out, z) if self.side == "left" else (out, 100 - u, z)

    def face(self, u: float, out: float, z: float) -> AbstractContextManager[None]:
        """Draw flat things on the front plane, u to the right and v down from this corner."""
        return self.iso.face(self.side, *self.spot(u, out, z))

    def floor(self, u: float, out: float, z: float = 0) -> AbstractContextManager[None]:
        """Draw flat things lying down: u to the right, v towards the viewer."""
        if self.side == "left":
            return self.iso.face("top", u, out, z)
        s = self.iso.scale
        across, down = 3**0.5 / 2 * s, 0.5 * s
        place = self.iso.at(*self.spot(u, out, z))
        return self.iso.canvas.group(matrix=(across, -down, across, down, *place))

    def box(self, u: float, out: float, z: float, size: Spot, tones: Solid, *, r: float = 0) -> None:
        """Draw a box from its left back corner; size is width, depth, height."""
        width, depth, height = size
        if self.side == "left":
            self.iso.box(u, out, z, size, tones, r=r)
        else:
            self.iso.box(out, 100 - u - width, z, (depth, width, height), tones, r=r)

    def cylinder(
        self,
        u: float,
        out: float,
        z: float,
        r: float,
        height: float,
        tones: Solid,
        top: Paint | None = None,
    ) -> None:
        """Draw an upright round solid."""
        x, y, z = self.spot(u, out, z)
        self.iso.cylinder(x, y, z, r, height, tones, top=top)

    def ball(self, u: float, out: float, z: float, r: float, colour: Colour) -> None:
        """Draw a ball."""
        self.iso.ball(*self.spot(u, out, z), r, colour)

    def shadow(self, u: float, out: float, r: float, colour: Colour, alpha: float = 0.3) -> None:
        """Draw the soft shade of a thing that stands here."""
        x, y, _ = self.spot(u, out)
        self.iso.shadow(x, y, r, colour, alpha)

    def slab(
        self,
        u: float,
        out: float,
        z: float,
        outline: Sequence[Point],
        depth: float,
        tones: Solid,
        *,
        front: Paint | None = None,
        holes: Sequence[Sequence[Point]] = (),
    ) -> None:
        """Stand up a cut-out whose paper's origin is at this spot (v grows downwards)."""
        place = self.spot(u, out, z)
        slab(self.iso, self.side, place, outline, depth, tones, front=front, holes=holes)

    def board(
        self,
        u: float,
        out: float,
        z: float,
        size: tuple[float, float],
        tones: Solid,
        *,
        r: float = 4,
        depth: float = 4,
        front: Paint | None = None,
    ) -> None:
        """Stand up a board with round corners, its lower edge at z."""
        width, height = size
        outline = panel(0, 0, width, height, r)
        self.slab(u, out, z + height, outline, depth, tones, front=front)

    def order(self, us: Iterable[float]) -> list[float]:
        """Sort places in one row from the far one to the near one."""
        return sorted(us, reverse=self.side == "right")


def facing(bench: Bench, side: str = "") -> Facing:
    """Turn a prop's front to one side or the other."""
    drawn = bench.rng("facing").pick(("left", "right"))
    return Facing(bench.iso, side or drawn)
