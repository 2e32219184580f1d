"""A motif of the site's own: a drawing from its author, flat on a disc, in the picture's colours."""

from __future__ import annotations

from ..kit.canvas import Canvas
from ..kit.chance import Seed
from ..kit.drawn import Drawn
from ..kit.emblem import emblem
from ..kit.frame import Frame
from .field_colours import field_colours
from .plane import laid_field

_SIZE = 0.46
"""Of the shorter side."""


def draw_emblem(
    canvas: Canvas, frame: Frame, seed: Seed, *, name: str, svg: str, hue: float, scheme: str = "light"
) -> Drawn:
    """Set it on a disc, with a small one beside that holds the balance."""
    colours = field_colours(seed.stream("colours"), hue=hue, scheme=scheme, muted=False)
    plane = laid_field(canvas, frame, colours, seed.stream("forms"))
    rng, short = plane.rng, plane.short
    x, y, side = frame.width * rng.between(0.45, 0.55), plane.y(0.5), rng.pick((-1, 1))
    plane.disc(x, y, 0.4 * short, colours.soft)
    plane.disc(x + side * 0.5 * short, y + rng.between(-0.36, 0.3) * short, 0.06 * short, colours.accent)
    motif = emblem(svg, colours.strong, canvas.ink)
    with canvas.group(matrix=motif.set_about(x, y, _SIZE * short)):
        canvas.take(motif.inside)
    return Drawn(subject=name.replace("-", " ").replace("_", " "))
