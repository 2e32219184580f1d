"""A robot: a friendly head with lit eyes, on a round-cornered body with two arms."""

from __future__ import annotations

from ..bench import Bench
from ..prop_parts.details import dark, tinted, white
from ..prop_parts.facing import Facing, facing
from . import Prop


def draw(bench: Bench) -> str:
    """Draw from the feet up, the far arm first."""
    f, colours = facing(bench), bench.colours
    f.shadow(54, 56, 42, colours.shade, 0.34)
    shell = white(colours)
    for u in f.order((33.0, 54.0)):
        f.box(u, 42, 0, (14, 22, 9), dark(colours, 0.42), r=4)
    arms = f.order((20.0, 70.0))
    _arm(f, bench, arms[0])
    f.box(28, 38, 9, (44, 28, 32), colours.primary, r=7)
    _chest(f, bench)
    _arm(f, bench, arms[1])
    f.cylinder(50, 52, 41, 8, 5, dark(colours, 0.42))
    for u in f.order((17.5, 76.0)):
        if u == f.order((17.5, 76.0))[0]:
            f.box(u, 46, 56, (6.5, 12, 14), colours.accent, r=2)
    f.box(22, 34, 46, (56, 36, 36), shell, r=9)
    near = f.order((17.5, 76.0))[1]
    f.box(near, 46, 56, (6.5, 12, 14), colours.accent, r=2)
    _face(f, bench)
    f.cylinder(50, 52, 82, 2, 11, dark(colours, 0.42))
    f.ball(50, 52, 96, 5.4, colours.accent.left)
    return "a friendly robot"


def _chest(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    with f.face(28, 66, 41):
        canvas.rect(9, 6, 26, 18, dark(colours, 0.3).left, r=3)
        canvas.path("M11 16h5l3-6l4 10l3-6h7", "none", stroke=colours.good.top, width=1.8)
        for i, tone in enumerate((colours.warn, colours.accent, colours.good)):
            canvas.circle(15 + 7 * i, 28, 1.7, tone.left)


def _arm(f: Facing, bench: Bench, u: float) -> None:
    colours = bench.colours
    f.box(u, 46, 12, (10, 12, 24), tinted(colours.secondary, -0.02), r=4)
    f.ball(u + 5, 52, 11, 6, colours.paper.mix(colours.tile.left, 0.25))


def _face(f: Facing, bench: Bench) -> None:
    canvas, colours = bench.canvas, bench.colours
    with f.face(22, 70, 82):
        canvas.rect(7, 7, 42, 22, dark(colours, 0.25).left, r=9)
        for x in (18, 38):
            canvas.circle(x, 16, 4.6, colours.secondary.top)
            canvas.circle(x, 16, 2.2, colours.paper)
        canvas.path("M22 23q6 4.4 12 0", "none", stroke=colours.secondary.top, width=1.8)


PROP = Prop(draw=draw, height=106)
