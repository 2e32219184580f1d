"""A network: a hub on a stand inside a ring of linked nodes."""

from __future__ import annotations

from math import cos, radians, sin

from ..bench import Bench
from ..isometric import Spot
from ..prop_parts.details import hoop, tinted
from ..prop_parts.facing import facing
from . import Prop

_MIDDLE, _FAR = 50.0, 40.0
_HUB = (50.0, 50.0, _MIDDLE)


def draw(bench: Bench) -> str:
    """Draw the stand, the links, then nodes and hub over them."""
    iso, colours, rng = bench.iso, bench.colours, bench.rng("nodes")
    count = rng.pick((5, 6, 6))
    lean = 1 if facing(bench).side == "left" else -1
    spots = [_around(360 * i / count + 90 + (18 if count == 6 else 0), lean) for i in range(count)]
    tones = rng.shuffled((colours.secondary, colours.good, colours.secondary, colours.warn, colours.primary))
    iso.shadow(54, 54, 40, colours.shade, 0.3)
    _stand(bench)
    _links(bench, spots)
    order = sorted(range(count), key=lambda i: sum(spots[i][:2]))
    nodes = [(spots[i], (colours.accent if i == count - 1 else tones[i % 5]), 8 + 2 * (i % 2)) for i in order]
    for spot, tone, r in nodes:
        iso.ball(*spot, r, tone.left)
    iso.ball(*_HUB, 18, colours.primary.left)
    hoop(iso, 50, 50, _MIDDLE, 14.6, colours.paper, 1.6, 0.55)
    hoop(iso, 50, 50, _MIDDLE + 9, 11.5, colours.paper, 1.2, 0.35)
    return "a network of linked nodes"


def _around(angle: float, lean: int) -> Spot:
    """Place a node on a ring that stands upright and leans a little to the viewer."""
    across, up = _FAR * cos(radians(angle)), _FAR * sin(radians(angle))
    near = lean * across * 0.22
    return 50 + across * 0.75 + near, 50 - across * 0.75 + near, _MIDDLE + up * 0.94


def _links(bench: Bench, spots: list[Spot]) -> None:
    iso, colours = bench.iso, bench.colours
    hub = iso.at(*_HUB)
    points = [iso.at(*spot) for spot in spots]
    d = "".join(f"M{hub[0]:.1f} {hub[1]:.1f}L{x:.1f} {y:.1f}" for x, y in points)
    d += "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
    paint = colours.primary.left.mix(colours.ink, 0.25)
    iso.canvas.path(d, "none", stroke=paint, width=2 * iso.scale)


def _stand(bench: Bench) -> None:
    iso, colours = bench.iso, bench.colours
    iso.cylinder(50, 50, 0, 24, 5, tinted(colours.primary, -0.05))
    iso.cylinder(50, 50, 5, 15, 4, colours.secondary)
    iso.cylinder(50, 50, 9, 4.5, 26, tinted(colours.primary, -0.1))


PROP = Prop(draw=draw, height=101, plinth="round")
