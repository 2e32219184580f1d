"""Parcels: cartons in a heap, each with its tape and a label."""

from __future__ import annotations

from ...kit.outlines import boxes
from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import gold, tinted
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the cartons, the far and low ones first."""
    f, colours = facing(bench), bench.colours
    f.shadow(54, 54, 52, colours.shade, 0.34)
    card = tinted(gold(colours), -0.04, -12)
    left = f.side == "left"
    _carton(f, bench, (14 if left else 46, 18, 0), (40, 36, 40), card)
    _carton(f, bench, (54 if left else 12, 24, 0), (32, 32, 30), colours.secondary)
    _carton(f, bench, (18 if left else 52, 22, 40), (30, 28, 24), colours.primary)
    _carton(f, bench, (28 if left else 30, 60, 0), (36, 26, 22), tinted(card, 0.05))
    return "a heap of parcels"


def _carton(
    f: Facing,
    bench: Bench,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    tones: Solid,
) -> None:
    canvas, colours = bench.canvas, bench.colours
    (u, out, z), (width, depth, height) = place, size
    f.box(u, out, z, size, tones)
    with f.floor(u, out, z + height):
        canvas.rect(width * 0.42, 0, width * 0.16, depth, colours.paper, alpha=0.7)
    with f.face(u, out + depth, z + height):
        canvas.rect(width * 0.42, 0, width * 0.16, height * 0.26, colours.paper, alpha=0.7)
        canvas.rect(width * 0.08, height * 0.56, width * 0.36, height * 0.3, colours.paper, r=1.4)
        lines = [(width * 0.12, height * (0.62 + 0.1 * i), width * 0.26, 1.4) for i in range(2)]
        canvas.path(boxes(lines), colours.ink, alpha=0.5)
        arrow = f"M{width * 0.78} {height * 0.88}v-7m-3 3l3-3l3 3"
        canvas.path(arrow, "none", stroke=tones.right, width=1.6)


PROP = Prop(draw=draw, height=98)
