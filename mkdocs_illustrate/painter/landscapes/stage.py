"""What a scene is given to draw on."""

from __future__ import annotations

from dataclasses import dataclass

from ..kit.canvas import Canvas
from ..kit.chance import Rng, Seed
from ..kit.frame import Frame
from .landscape_colours import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An empty landscape: canvas, frame, palette and chance."""

    canvas: Canvas
    frame: Frame
    palette: Palette
    seed: Seed
    variant: str = ""
    """One of the scene's `variants`, named by the concept or drawn by the seed."""
    weather: str = ""
    """`rain`, `snow` or `mist` where the article's words ask for it, `clear` where they speak of
    the sun or the stars; where they are silent the seed chooses."""
    concepts: tuple[str, ...] = ()
    """Names of the concepts that the article is about, the surest first."""

    def rng(self, purpose: str) -> Rng:
        """Open the stream of chance for one purpose: `stage.rng("clouds")`."""
        return self.seed.stream(purpose)
