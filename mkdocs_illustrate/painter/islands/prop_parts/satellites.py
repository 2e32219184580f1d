"""Plain blocks for satellites, the tiny islands beside a lone hero: they fit every subject."""

from __future__ import annotations

from collections.abc import Sequence

from ..island_colours import IslandColours, Solid
from ..isometric import Iso


def draw_satellite(iso: Iso, colours: IslandColours, kind: int) -> None:
    """Stand one of four heaps of blocks on a tiny island."""
    iso.shadow(52, 54, 46, colours.shade, 0.25)
    (_cubes, _bars, _layers, _pegs)[kind % 4](iso, colours)


def _cubes(iso: Iso, colours: IslandColours) -> None:
    iso.box(18, 24, 0, (30, 30, 30), colours.secondary)
    iso.box(54, 22, 0, (28, 28, 28), colours.good)
    iso.box(38, 58, 0, (30, 30, 30), colours.primary)
    iso.box(32, 36, 30, (30, 30, 30), colours.accent)


def _bars(iso: Iso, colours: IslandColours) -> None:
    tones = (colours.secondary, colours.secondary, colours.primary, colours.accent)
    for i, high in enumerate((18.0, 30.0, 44.0, 60.0)):
        iso.box(12 + 20 * i, 36, 0, (15, 26, high), tones[i])


def _layers(iso: Iso, colours: IslandColours) -> None:
    tones: Sequence[Solid] = (colours.primary, colours.secondary, colours.good, colours.accent)
    for i, tone in enumerate(tones):
        iso.box(18, 18, i * 15, (64, 64, 9), tone, r=8)


def _pegs(iso: Iso, colours: IslandColours) -> None:
    iso.box(10, 10, 0, (80, 80, 5), colours.plate, r=9)
    tones = (colours.primary, colours.secondary, colours.accent, colours.good)
    for i, (x, y, high) in enumerate(((32, 32, 44), (68, 32, 26), (32, 68, 18), (68, 68, 32))):
        iso.cylinder(x, y, 5, 14, high, tones[i])
