"""What a scene or a prop is given to draw on, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass

from ..islands.iso import Iso
from .canvas import Canvas
from .frame import Frame
from .palette import Desk, Palette
from .rng import Rng, Seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The words for what really is in the picture: the alt text is made of nothing else."""

    subject: str
    """A noun phrase: `a city skyline`."""
    details: tuple[str, ...] = ()
    """Further noun phrases, most telling first: `a train crossing a viaduct`. At most three."""
    setting: str = ""
    """When or where: `at dusk`, `in autumn`."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """An island's top for one prop: see `iso.Iso` for how to put things there."""

    canvas: Canvas
    iso: Iso
    desk: Desk
    seed: Seed
    hero: bool = False

    def rng(self, purpose: str) -> Rng:
        """Open the stream of chance for one purpose."""
        return self.seed.stream(purpose)
