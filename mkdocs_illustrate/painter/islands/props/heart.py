"""A heart: thick and round, a pulse across its front."""

from __future__ import annotations

from ...kit.colour import lch
from ..bench import Bench
from ..island_colours import solid
from ..prop_parts.details import tinted
from ..prop_parts.facing import facing
from ..prop_parts.solids import heart
from . import Prop


def draw(bench: Bench) -> str:
    """Draw a foot, the heart, and the pulse on it."""
    f, colours, canvas = facing(bench), bench.colours, bench.canvas
    f.shadow(54, 56, 42, colours.shade, 0.34)
    f.box(28, 40, 0, (44, 26, 6), tinted(colours.primary, -0.06), r=7)
    f.box(40, 46, 6, (20, 12, 7), colours.secondary, r=3)
    tones = solid(lch(0.65, 0.19, 16))
    f.slab(50, 60, 60, heart(), 17, tones)
    with f.face(50, 60, 60):
        light = tones.left.lighter(0.06)
        canvas.path("M-25 -8A15 15 0 0 1 -10 -21", "none", stroke=light.lighter(0.12), width=3.4)
        pulse = [(-27, 4), (-14, 4), (-8, -9), (0, 17), (7, -3), (11, 4), (26, 4)]
        canvas.line(pulse, colours.paper, 4)
    return "a heart with a pulse"


PROP = Prop(draw=draw, height=107)
