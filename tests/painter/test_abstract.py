"""Laws of the abstract family: few forms on a flat field, each title its own, all of them one hand's."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from articles import titled
from isometric import difference, thumbnail

from mkdocs_illustrate.painter.abstract.compositions import COMPOSITIONS, Composition
from mkdocs_illustrate.painter.abstract.draw_abstract import draw_abstract
from mkdocs_illustrate.painter.abstract.field_colours import field_colours
from mkdocs_illustrate.painter.abstract.plane import Plane
from mkdocs_illustrate.painter.kit.canvas import Canvas
from mkdocs_illustrate.painter.kit.chance import Rng, Seed
from mkdocs_illustrate.painter.kit.frame import frame_for
from mkdocs_illustrate.painter.paint import paint

RATIOS = (0.5625, 1.0, 1.5, 1.905, 3.2)
ESSAYS = (
    "On attention", "Notes on leaving", "Why we rewrote it", "The case for less", "Letters to nobody",
    "What I believe now", "Against optimism", "Small decisions", "Second thoughts", "Über das Warten", "変化について",
    "Credits",
)  # fmt: skip


def composed(composition: Composition, ratio: float, seed: int) -> Canvas:
    """One composition by itself, without its field."""
    frame = frame_for(ratio, flip=seed % 2 == 0)
    canvas, colours = Canvas(frame.width, frame.height), field_colours(Rng(f"{seed}"), hue=262, scheme="", muted=False)
    composition(Plane(canvas, frame, colours, Rng(f"{seed}")))
    return canvas


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("composition", COMPOSITIONS)
def test_three_to_seven_forms(composition: Composition, ratio: float) -> None:
    """So few that each has its place."""
    for seed in range(4):
        body = re.sub(r"<defs>.*</defs>", "", composed(composition, ratio, seed).svg())
        assert 3 <= body.count("<path") <= 7


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("composition", COMPOSITIONS)
def test_the_small_disc_is_in_the_picture(composition: Composition, ratio: float) -> None:
    """What holds the weight in tension is never cut, in any format."""
    for seed in range(6):
        canvas = composed(composition, ratio, seed)
        discs = re.findall(r'd="M(-?[\d.]+) (-?[\d.]+)a([\d.]+) ([\d.]+) 0 1 1 (-?[\d.]+) 0a', canvas.svg())
        x, y, r = min(
            ((float(x), float(y), float(r)) for x, y, r, _, _ in discs), key=lambda disc: disc[2], default=(99, 99, 9)
        )
        assert x > 0, (x, y, r)
        assert x + 2 * r < canvas.width, (x, y, r)
        assert r < y < canvas.height - r, (x, y, r)


def test_the_accent_stands_out() -> None:
    """On every field, the one colour that is another is seen at once."""
    for seed in range(40):
        colours = field_colours(Rng(f"{seed}"), hue=seed * 9, scheme="", muted=False)
        far = abs((colours.accent.hue - colours.field.hue + 180) % 360 - 180)
        assert far > 60 or abs(colours.accent.light - colours.field.light) > 0.15
        assert abs(colours.strong.light - colours.field.light) > 0.3


def test_a_grave_matter_is_quiet() -> None:
    """Nothing shouts over a death."""
    colours = field_colours(Rng("1"), hue=262, scheme="light", muted=True)
    assert max(c.chroma for c in (colours.accent, colours.middle, colours.strong, colours.field)) < 0.06
    assert "in muted colours" in paint(titled("After the funeral")).alt


def test_a_dozen_titles_are_a_series() -> None:
    """Essays get compositions of their own: none is another's double, and the same title is always the same."""
    pictures = [paint(titled(title)) for title in ESSAYS]
    assert {picture.mode for picture in pictures} == {"abstract"}
    assert len({picture.alt for picture in pictures}) >= 7
    small = [thumbnail(picture.svg) for picture in pictures]
    assert min(difference(one, other) for one, other in combinations(small, 2)) > 3
    assert paint(titled(ESSAYS[0])).svg == pictures[0].svg


def test_every_composition_occurs() -> None:
    """No composition is left to be drawn never."""
    frame = frame_for(1.5)
    said = {draw_abstract(Canvas(frame.width, frame.height), frame, Seed(f"{n}"), hue=262).subject for n in range(120)}
    assert len(said) == len(COMPOSITIONS)
