"""The local box that figures and things are drawn in: 100 high, its foot at a point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ...kit.canvas import Canvas, Point
from ..stage import Stage


@contextmanager
def standing(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> Iterator[Canvas]:
    """Open a box 100 high with its foot at a point; things in it look to the right."""
    scale = height / 100
    with stage.canvas.group(move=at, scale=(-scale if mirror else scale, scale)):
        yield stage.canvas
