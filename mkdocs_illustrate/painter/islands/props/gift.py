"""A gift: a large box and a small one, with ribbons and bows."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the large box, then the small one before it."""
    f, colours = facing(bench), bench.colours
    left = f.side == "left"
    f.shadow(54, 54, 50, colours.shade, 0.34)
    _box(f, bench, (16 if left else 34, 18, 0), (50, 46, 46), (colours.primary, colours.accent))
    _box(f, bench, (60 if left else 12, 60, 0), (28, 26, 24), (colours.secondary, colours.warn))
    return "two wrapped gifts"


def _box(
    f: Facing,
    bench: Bench,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    paints: tuple[Solid, Solid],
) -> None:
    (u, out, z), (width, depth, height) = place, size
    canvas, (paper, ribbon) = bench.canvas, paints
    lid, band = height * 0.2, width * 0.16
    f.box(u, out, z, (width, depth, height - lid), paper)
    f.box(u - 2, out - 2, z + height - lid, (width + 4, depth + 4, lid), paper)
    middle, top = width / 2 - band / 2, z + height
    with f.face(u, out + depth, top - lid):
        canvas.rect(middle, 0, band, height - lid, ribbon.left)
        canvas.rect(0, 0, width, 2, paper.right, alpha=0.5)
    with f.face(u - 2, out + depth + 2, top):
        canvas.rect(middle + 2, 0, band, lid, ribbon.left)
    other = "right" if f.side == "left" else "left"
    edge = f.spot(u + width, out + depth, top - lid) if f.side == "left" else f.spot(u, out, top - lid)
    with f.iso.face(other, *edge):
        canvas.rect(depth / 2 - band / 2, 0, band, height - lid, ribbon.right)
    with f.floor(u - 2, out - 2, top):
        canvas.rect(middle + 2, 0, band, depth + 4, ribbon.top)
        canvas.rect(0, depth / 2 + 2 - band / 2, width + 4, band, ribbon.top)
    _bow(f, bench, (u + width / 2, out + depth / 2, top), width * 0.36, ribbon)


def _bow(f: Facing, bench: Bench, spot: tuple[float, float, float], r: float, ribbon: Solid) -> None:
    x, y = bench.iso.at(*f.spot(*spot))
    with bench.canvas.group(move=(x, y), scale=r * bench.iso.scale / 10):
        for side, paint in ((-1, ribbon.left), (1, ribbon.right)):
            d = f"M0 0C{side * 3} -10 {side * 13} -13 {side * 13} -5S{side * 5} 2 0 0Z"
            bench.canvas.path(d, paint, stroke=ribbon.right, width=0.6)
            bench.canvas.path(f"M0 0L{side * 8} 7L{side * 10} 3Z", paint)
        bench.canvas.circle(0, -1, 2.6, ribbon.top)


PROP = Prop(draw=draw, height=86)
