"""What a prop is given to draw on."""

from __future__ import annotations

from dataclasses import dataclass

from ..kit.canvas import Canvas
from ..kit.chance import Rng, Seed
from .island_colours import IslandColours
from .isometric import Iso


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """An island's top for one prop: see `isometric.Iso` for how to put things there."""

    canvas: Canvas
    iso: Iso
    colours: IslandColours
    seed: Seed
    hero: bool = False

    def rng(self, purpose: str) -> Rng:
        """Open the stream of chance for one purpose."""
        return self.seed.stream(purpose)
