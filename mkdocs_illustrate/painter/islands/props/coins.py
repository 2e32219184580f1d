"""Coins: stacks that grow, and one coin standing before them."""

from __future__ import annotations

from ...kit.outlines import star
from ..bench import Bench
from ..prop_parts.details import gold, hoop, tinted
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import ring
from . import Prop

_R, _THICK = 13.5, 6.2


def draw(bench: Bench) -> str:
    """Draw the stacks from the far one to the near one."""
    f, colours = facing(bench), bench.colours
    f.shadow(52, 54, 48, colours.shade, 0.3)
    stacks = [(32, 28, 10), (62, 28, 7), (28, 60, 4), (58, 54, 6)]
    if f.side == "right":
        stacks = [(38, 28, 7), (68, 28, 10), (72, 60, 4), (42, 54, 6)]
    stacks.sort(key=lambda stack: sum(f.spot(stack[0], stack[1])[:2]))
    for u, out, count in stacks:
        _stack(f, bench, u, out, count + bench.rng(f"stack{u}").whole(-1, 1))
    _standing(f, bench)
    return "stacks of coins"


def _stack(f: Facing, bench: Bench, u: float, out: float, count: int) -> None:
    iso = bench.iso
    metal, pale = gold(bench.colours), tinted(gold(bench.colours), 0.05)
    rng = bench.rng(f"wobble{u}")
    x, y = 0.0, 0.0
    for i in range(count):
        x, y, _ = f.spot(u + rng.between(-0.8, 0.8), out + rng.between(-0.8, 0.8))
        iso.cylinder(x, y, i * _THICK, _R, _THICK - 0.8, pale if i % 2 else metal)
        hoop(iso, x, y, i * _THICK + 0.4, _R, metal.right, 0.9, 0.7)
    z = count * _THICK - 0.8
    iso.disc(x, y, z, _R - 3, "none", stroke=metal.left, width=1.3 * iso.scale)
    iso.disc(x, y, z, _R - 6, metal.left)


def _standing(f: Facing, bench: Bench) -> None:
    metal = gold(bench.colours)
    u = 74 if f.side == "left" else 24
    f.slab(u, 80, 15, ring(0, 0, 15, 40), 5, metal)
    with f.face(u, 80, 15):
        bench.canvas.circle(0, 0, 11.4, metal.top, stroke=metal.right, width=1)
        bench.canvas.path(star(0, 0, 7.2, 3.2), metal.right, stroke=metal.right, width=1)


PROP = Prop(draw=draw, height=102)
