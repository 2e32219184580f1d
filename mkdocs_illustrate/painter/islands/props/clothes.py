"""Clothes: a shirt, a dress and a coat on a rail, shoes below."""

from __future__ import annotations

from ...kit.canvas import Point
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from . import Prop

_SHIRT: tuple[Point, ...] = (
    (-11, 1),
    (-4, -2),
    (0, 1),
    (4, -2),
    (11, 1),
    (17, 15),
    (11, 18),
    (9, 12),
    (9, 36),
    (-9, 36),
    (-9, 12),
    (-11, 18),
    (-17, 15),
)
_DRESS: tuple[Point, ...] = (
    (-8, -1),
    (-4, -2),
    (0, 4),
    (4, -2),
    (8, -1),
    (9, 10),
    (6, 20),
    (9, 30),
    (15, 54),
    (0, 56),
    (-15, 54),
    (-9, 30),
    (-6, 20),
    (-9, 10),
)
_COAT: tuple[Point, ...] = (
    (-11, 1),
    (-4, -2),
    (0, 2),
    (4, -2),
    (11, 1),
    (15, 16),
    (16, 34),
    (10, 34),
    (9, 18),
    (11, 50),
    (-11, 50),
    (-9, 18),
    (-10, 34),
    (-16, 34),
    (-15, 16),
)


def draw(bench: Bench) -> str:
    """Draw the foot and the posts, the rail, what hangs on it, the shoes."""
    f, colours = facing(bench), bench.colours
    metal = dark(colours, 0.44)
    f.shadow(52, 56, 46, colours.shade, 0.3)
    f.box(10, 38, 0, (80, 26, 5), tinted(colours.primary, -0.03), r=5)
    for u in f.order((15.0, 85.0)):
        f.cylinder(u, 48, 5, 2, 84, metal)
    f.box(13, 46.6, 87, (74, 3, 3), metal)
    worn = ((28.0, _SHIRT, colours.secondary), (51.0, _DRESS, colours.accent), (73.0, _COAT, colours.good))
    for u in f.order(u for u, _, _ in worn):
        outline, tones = next((o, t) for v, o, t in worn if v == u)
        _hung(f, bench, u, outline, tones)
    for u in f.order((20.0, 28.0, 60.0, 68.0)):
        tones = colours.accent if u < 40 else colours.secondary
        f.box(u, 50, 5, (6, 12, 5), tones, r=2.4)
    return "clothes on a rail"


def _hung(f: Facing, bench: Bench, u: float, outline: tuple[Point, ...], tones: Solid) -> None:
    """Hang one garment on its hook, with its seams."""
    canvas, colours = bench.canvas, bench.colours
    with f.face(u, 50, 79):
        canvas.path("M0 -1V-7q0 -4 3 -4", "none", stroke=colours.ink, width=1.5)
    cut = [(x * 1.12, y * 1.28) for x, y in outline]
    f.slab(u, 51, 79, cut, 5, tones, front=tones.left)
    with f.face(u, 51, 79):
        if outline is _DRESS:
            canvas.path("M-7 25.6H7", "none", stroke=tones.right, width=3)
            canvas.path("M-5 33L-9 66M0 33V68M5 33L9 66", "none", stroke=tones.right, width=1.1)
            return
        canvas.path("M0 1V45", "none", stroke=tones.right, width=1.3)
        buttons = "M3.4 11h0M3.4 21h0M3.4 31h0"
        canvas.path(buttons, "none", stroke=colours.paper, width=2.2)
        canvas.path("M-5 -2L0 6L5 -2", "none", stroke=tones.top, width=2.2)


PROP = Prop(draw=draw, height=115)
