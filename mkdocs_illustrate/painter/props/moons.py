"""Small things for satellites, the tiny islands around a lone hero."""

from __future__ import annotations

from ..iso import Iso
from ..palette import Desk
from .solids import lathe


def draw_moon(iso: Iso, desk: Desk, kind: int) -> None:
    """Stand one of six small things on a tiny island."""
    iso.shadow(52, 54, 40, desk.shade, 0.25)
    (_cubes, _ball, _plant, _steps, _cone, _coin)[kind % 6](iso, desk)


def _cubes(iso: Iso, desk: Desk) -> None:
    iso.box(20, 28, 0, (28, 28, 28), desk.secondary)
    iso.box(54, 24, 0, (26, 26, 26), desk.good)
    iso.box(40, 56, 0, (28, 28, 28), desk.primary)
    iso.box(32, 38, 28, (28, 28, 28), desk.accent)


def _ball(iso: Iso, desk: Desk) -> None:
    iso.cylinder(50, 50, 0, 34, 8, desk.plate)
    iso.ball(50, 50, 36, 30, desk.secondary.left)


def _plant(iso: Iso, desk: Desk) -> None:
    lathe(iso, 50, 50, 0, ((18, 0), (25, 30)), desk.plate)
    iso.disc(50, 50, 30, 22, desk.plate.right)
    for x, y, z, r in ((40, 40, 50, 20), (62, 44, 54, 18), (46, 62, 58, 18), (52, 50, 74, 19)):
        iso.ball(x, y, z, r, desk.good.left)


def _steps(iso: Iso, desk: Desk) -> None:
    for i, tone in enumerate((desk.secondary, desk.primary, desk.accent)):
        iso.box(18 + 22 * i, 36, 0, (18, 28, 24 + 22 * i), tone)


def _cone(iso: Iso, desk: Desk) -> None:
    lathe(iso, 50, 50, 0, ((32, 0), (0, 70)), desk.primary)
    iso.ball(50, 50, 72, 9, desk.warn.left)


def _coin(iso: Iso, desk: Desk) -> None:
    for i in range(4):
        iso.cylinder(50, 50, 14 * i, 30, 12, desk.secondary if i % 2 else desk.primary)
    iso.disc(50, 50, 54.2, 20, desk.secondary.left.lighter(0.12))
