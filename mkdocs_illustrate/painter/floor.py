"""The quiet ground under the islands: its light, its faint pattern, small things in the air."""

from __future__ import annotations

from collections.abc import Sequence

from .canvas import Canvas, Point
from .frame import Frame
from .iso import Iso
from .palette import Desk
from .rng import Rng

_SLOPE = 0.57735
PATTERNS = ("grid", "grid", "diamonds", "dots", "pluses")
_TRIES = 60


def draw_floor(canvas: Canvas, frame: Frame, colours: Desk, rng: Rng) -> None:
    """Draw the ground with a faint isometric pattern."""
    one, two, three = colours.ground
    start, end = rng.pick((((0, 0), (1, 1)), ((1, 0), (0, 1)), ((0.3, 0), (0.7, 1))))
    canvas.rect(
        0, 0, frame.width, frame.height,
        canvas.linear(((0, one), (0.5, two), (1, three)), start, end),
    )  # fmt: skip
    pattern = rng.pick(PATTERNS)
    gap = frame.unit * (rng.between(10, 13) if pattern != "diamonds" else 17)
    if pattern in ("grid", "diamonds"):
        _grid(canvas, frame, colours, gap, double=pattern == "diamonds")
    else:
        _marks(canvas, frame, colours, gap * 0.62, plus=pattern == "pluses")


def _grid(canvas: Canvas, frame: Frame, colours: Desk, gap: float, *, double: bool) -> None:
    fall = frame.width * _SLOPE
    count = int((frame.height + fall) / (gap * _SLOPE * 2)) + 2
    d = ""
    for i in range(count):
        low = i * gap * _SLOPE * 2
        for shift in (0, gap * 0.1) if double else (0,):
            y = low + shift
            d += f"M0 {y:.1f}L{frame.width} {y - fall:.1f}"
            d += f"M{frame.width} {y:.1f}L0 {y - fall:.1f}"
    canvas.path(d, "none", stroke=colours.tile.left, width=1, line_alpha=0.2)


def _marks(canvas: Canvas, frame: Frame, colours: Desk, gap: float, *, plus: bool) -> None:
    d = ""
    rows, columns = int(frame.height / (gap * _SLOPE)) + 2, int(frame.width / (gap * 2)) + 2
    arm = gap * 0.11
    for row in range(rows):
        for column in range(columns):
            x = column * gap * 2 + (row % 2) * gap
            y = row * gap * _SLOPE
            if plus:
                lean = arm * _SLOPE
                d += f"M{x - arm:.1f} {y - lean:.1f}l{arm * 2:.1f} {lean * 2:.1f}"
                d += f"M{x - arm:.1f} {y + lean:.1f}l{arm * 2:.1f} {-lean * 2:.1f}"
            else:
                d += f"M{x:.1f} {y:.1f}h.1"
    canvas.path(d, "none", stroke=colours.tile.left, width=1.4 if plus else 3.4, line_alpha=0.24)


def draw_accents(
    canvas: Canvas, frame: Frame, colours: Desk, rng: Rng, keep_out: Sequence[tuple[Point, Point]]
) -> None:
    """Let a few small cubes and balls float where nothing else is."""
    taken = list(keep_out)
    kinds = rng.pick((("cube", "ball"), ("ball",), ("cube",), ("ring", "ball"), ("cube", "ring")))
    left = rng.whole(4, 7)
    for _ in range(_TRIES):
        x, y = frame.x(rng.between(0.04, 0.96)), frame.y(rng.between(0.06, 0.94))
        size = frame.unit * rng.between(0.7, 1.25)
        room = size * 2.2
        if any(a[0] - room < x < b[0] + room and a[1] - room < y < b[1] + room for a, b in taken):
            continue
        far = frame.unit * 9
        taken.append(((x - far, y - far), (x + far, y + far)))
        _accent(canvas, colours, rng, rng.pick(kinds), (x, y, size))
        left -= 1
        if not left:
            return


def _accent(
    canvas: Canvas, colours: Desk, rng: Rng, kind: str, place: tuple[float, float, float]
) -> None:
    x, y, size = place
    tone = rng.weighted(
        ((colours.secondary, 3.0), (colours.primary, 2.0), (colours.good, 1.5), (colours.warn, 1.0))
    )
    iso = Iso(canvas, x, y, size)
    if kind == "cube":
        iso.box(-0.8, -0.8, -0.8, (1.6, 1.6, 1.6), tone)
    elif kind == "ring":
        canvas.circle(x, y, size * 0.8, "none", stroke=tone.left, width=size * 0.45)
    else:
        iso.ball(0, 0, 0, 1, tone.left)
