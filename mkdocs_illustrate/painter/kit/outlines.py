"""Path data for the shapes that pictures are made of. Pure text: hand it to `Canvas.path`."""

# ruff: noqa: PLR0917  a shape is its coordinates, and they are read in order

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import cycle
from math import cos, hypot, pi, radians, sin

from .canvas import Point, num


def polygon(points: Sequence[Point]) -> str:
    """Join points by straight lines and close."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"


def placed(outline: Sequence[Point], x: float, y: float, size: float) -> str:
    """Set a polygon that is written down about its own origin, so large, at a point."""
    return polygon([(x + across * size, y + down * size) for across, down in outline])


def scaled(d: str, x: float, y: float, size: float) -> str:
    """Set path data that is written down about its own origin, so large, at a point."""
    return "".join(
        verb + " ".join(_number(axis, value, x, y, size) for axis, value in values) for verb, values in _steps(d)
    )


def rounded(points: Sequence[Point], r: float) -> str:
    """Close a polygon with corners rounded by r (less where an edge is short)."""
    parts: list[str] = []
    count = len(points)
    for i, corner in enumerate(points):
        start = _towards(corner, points[i - 1], r)
        end = _towards(corner, points[(i + 1) % count], r)
        verb = "L" if parts else "M"
        parts.append(f"{verb}{_at(start)}Q{_at(corner)} {_at(end)}")
    return "".join(parts) + "Z"


def curve(points: Sequence[Point], *, closed: bool = False, tension: float = 0.5) -> str:
    """Draw a smooth line through points (Catmull-Rom)."""
    count = len(points)
    parts = ["M" + _at(points[0])]
    for i in range(count if closed else count - 1):
        before = points[(i - 1) % count] if closed or i else points[0]
        here, there = points[i], points[(i + 1) % count]
        after = points[(i + 2) % count] if closed or i + 2 < count else points[-1]
        k = tension / 3
        one = (here[0] + (there[0] - before[0]) * k, here[1] + (there[1] - before[1]) * k)
        two = (there[0] - (after[0] - here[0]) * k, there[1] - (after[1] - here[1]) * k)
        parts.append(f"C{_at(one)} {_at(two)} {_at(there)}")
    return "".join(parts) + ("Z" if closed else "")


def hills(points: Sequence[Point], floor: float, *, smooth: bool = True) -> str:
    """Fill the ground below an outline that runs from left to right, down to y = floor."""
    top = curve(points, tension=1) if smooth else "M" + "L".join(_at(point) for point in points)
    return f"{top}L{num(points[-1][0])} {num(floor)}L{num(points[0][0])} {num(floor)}Z"


def blob(x: float, y: float, radii: Sequence[float]) -> str:
    """Close a smooth round shape through radii at even angles: bushes, stones, ponds."""
    count = len(radii)
    points = [(x + r * cos(2 * pi * i / count), y + r * sin(2 * pi * i / count)) for i, r in enumerate(radii)]
    return curve(points, closed=True, tension=1)


def sector(x: float, y: float, r: float, start: float, end: float, hole: float = 0) -> str:
    """Cut a slice of a disc (or of a ring) between two angles in degrees, clockwise from east."""
    # Of the two arcs through both ends SVG draws the short one, unless it is told otherwise.
    large = 1 if end - start > 180 else 0
    outer = _polar(x, y, r, start), _polar(x, y, r, end)
    arc = f"M{_at(outer[0])}A{num(r)} {num(r)} 0 {large} 1 {_at(outer[1])}"
    if not hole:
        return f"{arc}L{num(x)} {num(y)}Z"
    inner = _polar(x, y, hole, end), _polar(x, y, hole, start)
    return f"{arc}L{_at(inner[0])}A{num(hole)} {num(hole)} 0 {large} 0 {_at(inner[1])}Z"


def ring(x: float, y: float, r: float, hole: float) -> str:
    """Draw a disc with a hole; fill it with rule="evenodd"."""
    return _round(x, y, r) + _round(x, y, hole)


def oval(x: float, y: float, rx: float, ry: float) -> str:
    """Draw an ellipse as path data, so that many can share one path."""
    # An arc that ends where it began is not drawn: a full round takes two.
    arc = f"a{num(rx)} {num(ry)} 0 1 1"
    return f"M{num(x - rx)} {num(y)}{arc} {num(2 * rx)} 0{arc} {num(-2 * rx)} 0Z"


def half_oval(x: float, y: float, rx: float, ry: float, side: int) -> str:
    """Draw the right (1) or left (-1) half of an ellipse: the shaded side of a crown."""
    sweep = 1 if side > 0 else 0
    arc = f"a{num(rx)} {num(ry)} 0 0 {sweep} 0 {num(2 * ry)}"
    return f"M{num(x)} {num(y - ry)}{arc}Z"


def pill(x: float, y: float, width: float, height: float) -> str:
    """Draw a bar with round ends: a cloud is a heap of them."""
    r = height / 2
    left, right = x + r, x + max(width - r, r)
    arc = f"A{num(r)} {num(r)} 0 0 1"
    low = y + height
    there = f"H{num(right)}{arc} {num(right)} {num(low)}"
    return f"M{num(left)} {num(y)}{there}H{num(left)}{arc} {num(left)} {num(y)}Z"


def boxes(places: Sequence[tuple[float, float, float, float]]) -> str:
    """Draw many (x, y, width, height) as one path: all windows of a building."""
    return "".join(f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}Z" for x, y, width, height in places)


def star(x: float, y: float, r: float, inner: float, arms: int = 5, turn: float = -90) -> str:
    """Draw a star: arms long r, notches at radius inner."""
    points = [_polar(x, y, inner if i % 2 else r, turn + 180 * i / arms) for i in range(2 * arms)]
    return polygon(points)


_AXES = {"H": "x", "V": "y", "A": "ssfffxy", "h": "s", "v": "s", "a": "ssfffss"}
"""What each number of a step is: an x or a y, a size, or fixed (an arc's turn and flags)."""
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")  # "V-0.42", "A0.24 0.24 0 0 1 0.24 -0.42"


@cache
def _steps(d: str) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """Read path data: each step's letter and its numbers, with what they are."""
    return tuple(
        (verb, tuple(zip(cycle(_AXES.get(verb, "xy" if verb.isupper() else "s")), map(float, said.split()))))
        for verb, said in _STEP.findall(d)
    )


def _number(axis: str, value: float, x: float, y: float, size: float) -> str:
    if axis == "f":
        return num(value)
    return num({"x": x, "y": y}.get(axis, 0.0) + value * size)


def _round(x: float, y: float, r: float) -> str:
    arc = f"A{num(r)} {num(r)} 0 1 1"
    return f"M{num(x - r)} {num(y)}{arc} {num(x + r)} {num(y)}{arc} {num(x - r)} {num(y)}Z"


def _polar(x: float, y: float, r: float, angle: float) -> Point:
    return x + r * cos(radians(angle)), y + r * sin(radians(angle))


def _towards(here: Point, there: Point, by: float) -> Point:
    far = hypot(there[0] - here[0], there[1] - here[1]) or 1
    # Two corners on a short edge meet in its middle, and do not cross.
    share = min(by / far, 0.5)
    return here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share


def _at(point: Point) -> str:
    return f"{num(point[0])} {num(point[1])}"
