"""The quiet ground under the islands: its light and its faint pattern."""

from __future__ import annotations

from ..kit.canvas import Canvas
from ..kit.chance import Rng
from ..kit.colour import Colour
from ..kit.frame import Frame
from ..kit.outlines import polygon
from .island_colours import IslandColours

_SLOPE = 0.57735
PATTERNS = ("grid", "grid", "diamonds", "dots", "pluses", "waves")


def draw_floor(canvas: Canvas, frame: Frame, colours: IslandColours, rng: Rng) -> None:
    """Draw the ground with a faint isometric pattern."""
    one, two, three = colours.ground
    start, end = rng.pick((((0, 0), (1, 1)), ((1, 0), (0, 1)), ((0.3, 0), (0.7, 1))))
    canvas.rect(
        0,
        0,
        frame.width,
        frame.height,
        canvas.linear(((0, one), (0.5, two), (1, three)), start, end),
    )
    pattern = rng.pick(PATTERNS)
    if pattern == "waves" or (pattern == "dots" and rng.chance(0.5)):
        _carpet(canvas, frame, colours)
    gap = frame.unit * (rng.between(13, 16) if pattern != "diamonds" else 20)
    gap *= 2.6 if frame.tall else 1  # a tall picture shows more of it, and lines weigh
    if pattern in ("grid", "diamonds"):
        _grid(canvas, frame, colours, gap, double=pattern == "diamonds")
    elif pattern != "waves":
        _marks(canvas, frame, colours, gap * 0.66, plus=pattern == "pluses")


def _carpet(canvas: Canvas, frame: Frame, colours: IslandColours) -> None:
    """Lay light rhombs in one another, as if the islands hung over still water."""
    x, y = frame.width / 2, frame.height * 0.58
    light = colours.ground[1].lighter(0.2)
    for share in (1.06, 0.78, 0.5):
        reach = max(frame.width, frame.height * 1.5) * 0.5 * share
        low = reach * _SLOPE
        rhomb = [(x - reach, y), (x, y - low), (x + reach, y), (x, y + low)]
        canvas.path(polygon(rhomb), light, alpha=0.13)


def _grid(canvas: Canvas, frame: Frame, colours: IslandColours, gap: float, *, double: bool) -> None:
    fall = frame.width * _SLOPE
    count = int((frame.height + fall) / (gap * _SLOPE * 2)) + 2
    d = ""
    for i in range(count):
        low = i * gap * _SLOPE * 2
        for shift in (0, gap * 0.1) if double else (0,):
            y = low + shift
            d += f"M0 {y:.1f}L{frame.width} {y - fall:.1f}"
            d += f"M{frame.width} {y:.1f}L0 {y - fall:.1f}"
    canvas.path(d, "none", stroke=_line(colours), width=1, line_alpha=0.36)


def _marks(canvas: Canvas, frame: Frame, colours: IslandColours, gap: float, *, plus: bool) -> None:
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
    width = 1.4 if plus else 3.4
    canvas.path(d, "none", stroke=_line(colours), width=width, line_alpha=0.36)


def _line(colours: IslandColours) -> Colour:
    """Give the pattern's colour: the ground's own, a step darker, or lighter at night."""
    base = colours.ground[1]
    return base.lighter(-0.09).vivid(1.2) if base.light > 0.5 else base.lighter(0.10)
