"""Small things for satellites, the tiny islands around a lone hero."""

from __future__ import annotations

from ..iso import Iso
from ..palette import Desk
from .solids import lathe


def draw_moon(iso: Iso, desk: Desk, kind: int) -> None:
    """Stand one of six small things on a tiny island."""
    iso.shadow(52, 54, 40, desk.shade, 0.25)
    (_cubes, _ball, _plant, _fir, _flag, _gem)[kind % 6](iso, desk)


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


def _fir(iso: Iso, desk: Desk) -> None:
    iso.cylinder(50, 50, 0, 7, 16, desk.primary)
    for z, r in ((14, 34), (38, 27), (60, 19)):
        lathe(iso, 50, 50, z, ((r, 0), (2, 36)), desk.good)


def _flag(iso: Iso, desk: Desk) -> None:
    iso.cylinder(50, 50, 0, 22, 7, desk.plate)
    iso.cylinder(50, 50, 7, 3, 82, desk.primary)
    wave = [(51, 50, 88), (64, 50, 92), (78, 50, 86), (92, 50, 88), (92, 50, 58), (78, 50, 56),
            (64, 50, 62), (51, 50, 58)]  # fmt: skip
    iso.flat(wave, desk.accent.left, stroke=desk.accent.left, width=2 * iso.scale)


def _gem(iso: Iso, desk: Desk) -> None:
    tones = desk.secondary
    low, left, right, back = (50, 50, 6), (28, 72, 48), (72, 28, 48), (50, 50, 96)
    front = (72, 72, 48)
    iso.flat([low, left, front], tones.left)
    iso.flat([low, front, right], tones.right)
    iso.flat([back, left, front], tones.top)
    iso.flat([back, front, right], tones.left.mix(tones.top, 0.4))
