"""Plain blocks for satellites, the tiny islands beside a lone hero: they fit every subject."""

from __future__ import annotations

from collections.abc import Sequence

from ..island_colours import Desk, Solid
from ..isometric import Iso


def draw_moon(iso: Iso, desk: Desk, kind: int) -> None:
    """Stand one of four heaps of blocks on a tiny island."""
    iso.shadow(52, 54, 46, desk.shade, 0.25)
    (_cubes, _bars, _layers, _pegs)[kind % 4](iso, desk)


def _cubes(iso: Iso, desk: Desk) -> None:
    iso.box(18, 24, 0, (30, 30, 30), desk.secondary)
    iso.box(54, 22, 0, (28, 28, 28), desk.good)
    iso.box(38, 58, 0, (30, 30, 30), desk.primary)
    iso.box(32, 36, 30, (30, 30, 30), desk.accent)


def _bars(iso: Iso, desk: Desk) -> None:
    tones = (desk.secondary, desk.secondary, desk.primary, desk.accent)
    for i, high in enumerate((18.0, 30.0, 44.0, 60.0)):
        iso.box(12 + 20 * i, 36, 0, (15, 26, high), tones[i])


def _layers(iso: Iso, desk: Desk) -> None:
    tones: Sequence[Solid] = (desk.primary, desk.secondary, desk.good, desk.accent)
    for i, tone in enumerate(tones):
        iso.box(18, 18, i * 15, (64, 64, 9), tone, r=8)


def _pegs(iso: Iso, desk: Desk) -> None:
    iso.box(10, 10, 0, (80, 80, 5), desk.plate, r=9)
    tones = (desk.primary, desk.secondary, desk.accent, desk.good)
    for i, (x, y, high) in enumerate(((32, 32, 44), (68, 32, 26), (32, 68, 18), (68, 68, 32))):
        iso.cylinder(x, y, 5, 14, high, tones[i])
