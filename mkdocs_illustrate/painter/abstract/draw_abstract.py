"""Draws an abstract picture and says what is in it."""

from __future__ import annotations

from ..kit.canvas import Canvas
from ..kit.chance import Seed
from ..kit.drawn import Drawn
from ..kit.frame import Frame
from .compositions import COMPOSITIONS
from .field_colours import field_colours
from .plane import laid_field


def draw_abstract(
    canvas: Canvas, frame: Frame, seed: Seed, *, hue: float, scheme: str = "light", muted: bool = False
) -> Drawn:
    """Lay one composition on its field."""
    colours = field_colours(seed.stream("colours"), hue=hue, scheme=scheme, muted=muted)
    composition = seed.stream("composition").pick(COMPOSITIONS)
    plane = laid_field(canvas, frame, colours, seed.stream("forms"))
    return Drawn(subject=composition(plane), setting="in muted colours" if muted else "")
