"""People: three round figures on their own discs, joined by lines on the floor."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from ..prop_parts.details import tinted, white
from ..prop_parts.facing import Facing, facing
from ..prop_parts.solids import lathe
from . import Prop


def draw(bench: Bench) -> str:
    """Draw the lines, then the figures from the far one to the near one."""
    f, iso, colours = facing(bench), bench.iso, bench.colours
    places = ((46.0, 26.0, 1.18), (24.0, 62.0, 1.0), (74.0, 66.0, 1.0))
    points = [f.spot(u, out) for u, out, _ in places]
    f.shadow(52, 54, 48, colours.shade, 0.28)
    iso.trail([*points, points[0]], colours.primary.left, width=1.8)
    tones = bench.rng("tones").shuffled((colours.secondary, colours.good, colours.primary))
    figures = sorted(zip(points, places, (colours.accent, *tones), strict=False), key=lambda item: sum(item[0]))
    for (x, y, _), (_, _, k), tone in figures:
        _figure(f, bench, (x, y), tone, k)
    return "three figures"


def _figure(f: Facing, bench: Bench, place: tuple[float, float], tone: Solid, k: float) -> None:
    iso, colours = f.iso, bench.colours
    x, y = place
    iso.cylinder(x, y, 0, 15 * k, 3, white(colours))
    iso.disc(x, y, 3, 11.5 * k, tinted(tone, 0.1).left)
    body = ((9, 0), (11, 5), (11.5, 20), (10, 27), (6, 32), (3, 33.5))
    lathe(iso, x, y, 3, [(r * k, z * k) for r, z in body], tone)
    iso.ball(x, y, 3 + 44 * k, 10.5 * k, colours.paper.mix(tone.left, 0.42))


PROP = Prop(draw=draw, height=86)
