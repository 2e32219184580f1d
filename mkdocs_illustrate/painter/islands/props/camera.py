"""A camera: a broad body with a big lens and a flash."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw body and buttons, then the lens before them."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 50, colours.shade, 0.34)
    body = tinted(colours.primary, -0.03)
    f.box(12, 34, 0, (76, 28, 50), body, r=6)
    with f.face(12, 62, 50):
        canvas = bench.canvas
        canvas.rect(0.6, 12, 74.8, 25, dark(colours, 0.32).left)
        canvas.rect(8, 3.4, 12, 5.4, colours.paper, r=2, alpha=0.9)
        canvas.circle(68, 6.4, 2.4, colours.accent.left)
    f.box(34, 38, 50, (30, 20, 11), body, r=4)
    with f.face(34, 58, 61):
        bench.canvas.rect(5, 2.4, 20, 6, colours.warn.top, r=2)
    x, y, _ = f.spot(76, 48)
    bench.iso.cylinder(x, y, 50, 6, 3, white(colours))
    bench.iso.cylinder(x, y, 53, 3.6, 3, colours.accent)
    f.box(17, 42, 50, (11, 11, 3.4), dark(colours, 0.42), r=4)
    _lens(f, bench)
    return "a camera"


def _lens(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    u, z = 50.0, 25.0
    case = dark(colours, 0.38)
    f.slab(u, 70, z, ring(0, 0, 24, 44), 8, white(colours))
    f.slab(u, 82, z, ring(0, 0, 20.5, 40), 12, case)
    rim: Solid = tinted(case, 0.1)
    f.slab(u, 86, z, ring(0, 0, 21.5, 40), 4, rim)
    with f.face(u, 86, z):
        canvas.circle(0, 0, 17, dark(colours, 0.2).left)
        canvas.circle(0, 0, 13.4, colours.primary.right)
        canvas.circle(0, 0, 10, colours.secondary.left)
        canvas.circle(0, 0, 5.4, dark(colours, 0.2).left)
        canvas.circle(-5, -6, 3.4, colours.paper, alpha=0.9)
        canvas.circle(6, 6, 1.8, colours.paper, alpha=0.6)


PROP = Prop(draw=draw, height=80)
