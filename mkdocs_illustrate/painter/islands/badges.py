"""A callout beside the hero: a round badge on a pin, with one plain sign."""

from __future__ import annotations

from math import cos, radians, sin

from ..kit.canvas import Canvas, Point
from ..kit.outlines import polygon, star
from .island_colours import IslandColours

_OWN = {
    "performance": "clock",
    "time": "clock",
    "planning": "clock",
    "deadlines": "clock",
    "ci-speed": "clock",
    "web-speed": "clock",
    "debugging": "warning",
    "legacy": "warning",
    "incident": "warning",
    "troubleshooting": "warning",
    "security": "check",
    "privacy": "check",
    "login": "check",
    "encryption": "check",
    "secrets": "check",
    "testing": "check",
    "accessibility": "check",
    "community": "heart",
    "open-source": "heart",
    "release": "star",
}
"""Concepts that have a sign of their own; a sign that says nothing would say something wrong."""


def sign_for(concept: str) -> str:
    """Give a concept's sign, if it has one."""
    return _OWN.get(concept, "")


def draw_badge(canvas: Canvas, tip: Point, r: float, sign: str, colours: IslandColours) -> None:
    """Draw the badge above its tip."""
    x, y = tip[0], tip[1] - r * 1.42
    ring = colours.good if sign == "check" else colours.accent
    wings = [(x + r * cos(radians(a)), y + r * sin(radians(a))) for a in (58, 122)]
    canvas.path(polygon([wings[0], tip, wings[1]]), ring.right, stroke=ring.right, width=r * 0.12)
    canvas.circle(x, y, r, ring.left)
    canvas.circle(x, y, r * 0.78, colours.paper)
    with canvas.group(move=(x, y), scale=r / 100):
        _DRAW[sign](canvas, colours)


def _clock(canvas: Canvas, colours: IslandColours) -> None:
    d = "".join(
        f"M{54 * cos(radians(a)):.1f} {54 * sin(radians(a)):.1f}L{62 * cos(radians(a)):.1f} {62 * sin(radians(a)):.1f}"
        for a in range(0, 360, 30)
    )
    canvas.path(d, "none", stroke=colours.ink, width=7)
    canvas.line([(0, 0), (0, -44)], colours.ink, 11)
    canvas.line([(0, 0), (30, 16)], colours.accent.left, 10)
    canvas.circle(0, 0, 10, colours.ink)


def _check(canvas: Canvas, colours: IslandColours) -> None:
    canvas.line([(-34, 2), (-9, 28), (36, -26)], colours.good.right, 19)


def _warning(canvas: Canvas, colours: IslandColours) -> None:
    canvas.line([(0, -42), (0, 6)], colours.accent.right, 19)
    canvas.circle(0, 38, 11, colours.accent.right)


def _heart(canvas: Canvas, colours: IslandColours) -> None:
    d = "M0 46C-70 0-46-46-20-40C-8-38 0-26 0-20C0-26 8-38 20-40C46-46 70 0 0 46Z"
    canvas.path(d, colours.accent.left)


def _star(canvas: Canvas, colours: IslandColours) -> None:
    paint = colours.accent.left
    canvas.path(star(0, 4, 54, 25), paint, stroke=paint, width=8)


_DRAW = {
    "clock": _clock,
    "check": _check,
    "warning": _warning,
    "heart": _heart,
    "star": _star,
}
