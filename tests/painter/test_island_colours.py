"""Laws of the palettes of isometric pictures."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.painter.islands.island_colours import IslandColours, island_colours
from mkdocs_illustrate.painter.kit.chance import Rng

HUES = (20.0, 62.0, 85.0, 110.0, 150.0, 200.0, 258.0, 300.0, 340.0)
SEEDS = range(40)


def drawn(hue: float, scheme: str = "light") -> list[IslandColours]:
    """Draw many palettes of one subject."""
    return [island_colours(Rng(f"{seed}"), hue=hue, scheme=scheme) for seed in SEEDS]


def apart(one: float, other: float) -> float:
    """Measure two hues' distance in degrees."""
    return abs((one - other + 180) % 360 - 180)


@pytest.mark.parametrize("hue", HUES)
def test_one_subject_has_grounds_of_many_hues(hue: float) -> None:
    """Nine pictures of one subject are not all of one hue."""
    sectors = {int(one.ground[1].hue // 45) for one in drawn(hue)[:9]}
    assert len(sectors) >= 3


@pytest.mark.parametrize("hue", HUES)
def test_grounds_are_light_or_dark_and_never_mud(hue: float) -> None:
    """A light ground is light, a dark one dark, and none is khaki, brown or olive."""
    for one in drawn(hue):
        middle = one.ground[1]
        assert middle.light > 0.77
        assert middle.light > 0.87 or not 55 < middle.hue < 125
    for one in drawn(hue, "dark"):
        assert one.ground[1].light < 0.3
        assert not 30 < one.ground[1].hue < 130


@pytest.mark.parametrize("hue", HUES)
def test_the_accent_stands_out(hue: float) -> None:
    """The accent is far from the things' own hue, and nothing is olive."""
    for one in drawn(hue):
        assert apart(one.accent.left.hue, one.primary.left.hue) > 45
        for tones in (one.primary, one.secondary):
            assert not 70 < tones.left.hue < 132 or tones.left.light > 0.75


def test_things_stay_near_their_subject() -> None:
    """The things' hue wanders, but a blue subject does not turn red or yellow."""
    for one in drawn(258.0):
        assert apart(one.primary.left.hue, 258.0) < 75
