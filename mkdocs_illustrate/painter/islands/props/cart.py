"""A shopping cart: a wire basket on wheels, with parcels in it."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop


def draw(bench: Bench) -> str:
    """Draw far wires, parcels, near wires, handle and wheels."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 56, 50, colours.shade, 0.34)
    steel = tinted(colours.primary, -0.02)
    _wheels(f, bench, 34)
    f.box(20, 32, 13, (56, 36, 3), dark(colours, 0.42))
    _wires(f, bench, 32)
    rng = bench.rng("parcels")
    tones = rng.shuffled((colours.accent, colours.secondary, colours.good))
    for u in f.order((22.0, 42.0, 60.0)):
        i = (22.0, 42.0, 60.0).index(u)
        f.box(u, 36 + 3 * (i % 2), 26, (16, 24, (34, 44, 29)[i]), tones[i])
        with f.floor(u, 36 + 3 * (i % 2), 26 + (34, 44, 29)[i]):
            bench.canvas.rect(6, 0, 4, 24, colours.paper, alpha=0.8)
    _wires(f, bench, 66)
    f.box(17, 65, 50, (66, 3, 4), steel)
    f.box(12, 32, 56, (5, 37, 5), colours.accent, r=2)
    _wheels(f, bench, 64)
    return "a shopping cart full of parcels"


def _wheels(f: Facing, bench: Bench, out: float) -> None:
    colours = bench.colours
    for u in f.order((28.0, 68.0)):
        f.slab(u, out + 4, 7, ring(0, 0, 7, 24), 5, dark(colours, 0.36))
        with f.face(u, out + 4, 7):
            bench.canvas.circle(0, 0, 3, colours.paper)


def _wires(f: Facing, bench: Bench, out: float) -> None:
    """Draw one side of the basket, narrower below."""
    paint = bench.colours.primary.left
    with f.face(17, out, 54):
        d = "".join(f"M{4 + 8.2 * i:.1f} 0L{8 + 7.2 * i:.1f} 34" for i in range(8))
        d += "M2 11H64M4 22H62M8 34H59M0 0H66"
        bench.canvas.path(d, "none", stroke=paint, width=2.2)


PROP = Prop(draw=draw, height=93)
