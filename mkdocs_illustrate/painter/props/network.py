"""A network: a hub on a stand, joined by rods to nodes round about it."""

from __future__ import annotations

from ..colour import Colour
from ..iso import Spot
from ..stage import Bench
from . import Prop
from .facing import facing
from .parts import hoop, tinted

_HUB = (50.0, 50.0, 46.0)
_NODES: tuple[tuple[float, float, float, float], ...] = (
    # u, out, height, radius
    (24, 24, 58, 8.5), (78, 30, 72, 7.5), (20, 62, 30, 7.5), (50, 16, 84, 6.5),
    (80, 68, 36, 9.0), (46, 84, 18, 8.0),
)  # fmt: skip


def draw(bench: Bench) -> str:
    """Draw far nodes, hub, near nodes, each with its shade on the floor."""
    f, iso, desk = facing(bench), bench.iso, bench.desk
    hub = f.spot(*_HUB)
    nodes = [(f.spot(u, out, z), r, i) for i, (u, out, z, r) in enumerate(_NODES)]
    paints = (desk.secondary, desk.good, desk.secondary, desk.warn, desk.accent, desk.secondary)
    for (x, y, _), r, _i in nodes:
        iso.disc(x, y, 0, r * 0.8, desk.shade, alpha=0.16)
    iso.shadow(54, 54, 34, desk.shade, 0.3)
    nodes.sort(key=lambda node: node[0][0] + node[0][1])
    for spot, r, i in nodes:
        if spot[0] + spot[1] < 100:
            _node(bench, hub, spot, r, paints[i].left)
    _stand(bench)
    iso.ball(*hub, 17, desk.primary.left)
    iso.disc(hub[0], hub[1], hub[2], 17.4, "none", stroke=desk.paper, width=1.3 * iso.scale,
             line_alpha=0.28)  # fmt: skip
    hoop(iso, hub[0], hub[1], hub[2], 17.4, desk.paper, 1.5, 0.6)
    for spot, r, i in nodes:
        if spot[0] + spot[1] >= 100:
            _node(bench, hub, spot, r, paints[i].left)
    return "a network of linked nodes"


def _stand(bench: Bench) -> None:
    iso, desk = bench.iso, bench.desk
    iso.cylinder(50, 50, 0, 22, 6, tinted(desk.primary, -0.05))
    iso.cylinder(50, 50, 6, 13, 6, desk.secondary)
    iso.cylinder(50, 50, 12, 5, 22, tinted(desk.primary, -0.1))


def _node(bench: Bench, hub: Spot, spot: Spot, r: float, colour: Colour) -> None:
    iso, desk = bench.iso, bench.desk
    iso.canvas.line([iso.at(*hub), iso.at(*spot)], desk.ink.mix(desk.tile.left, 0.35), 2 * iso.scale)
    iso.ball(*spot, r, colour)


PROP = Prop(name="network", draw=draw, height=92, plinth="round")
