"""Draws an abstract picture and says what is in it."""

from __future__ import annotations

from ..kit.canvas import Canvas
from ..kit.chance import Seed
from ..kit.drawn import Drawn
from ..kit.frame import Frame
from .compositions import COMPOSITIONS
from .field_colours import field_colours
from .plane import Plane


def draw_abstract(
    canvas: Canvas, frame: Frame, seed: Seed, *, hue: float, scheme: str = "light", muted: bool = False
) -> Drawn:
    """Lay one composition on its field."""
    colours = field_colours(seed.stream("colours"), hue=hue, scheme=scheme, muted=muted)
    light = ((0, colours.field.lighter(0.012)), (1, colours.field.lighter(-0.018)))
    canvas.rect(0, 0, frame.width, frame.height, canvas.linear(light, (0, 0), (0.4, 1)))
    composition = seed.stream("composition").pick(COMPOSITIONS)
    plane = Plane(canvas, frame, colours, seed.stream("forms"))
    return Drawn(subject=composition(plane), setting="in muted colours" if muted else "")
