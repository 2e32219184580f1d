"""Laws of colour."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from mkdocs_illustrate.painter.kit.chance import Rng
from mkdocs_illustrate.painter.kit.colour import contrast, ground, lch, ramp
from mkdocs_illustrate.painter.landscapes.landscape_colours import HOURS, landscape_colours
from mkdocs_illustrate.painter.mosaic.glyphs import glyphs
from mkdocs_illustrate.painter.mosaic.tile_colours import icon_colours, tones


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_every_colour_fits(hue: int) -> None:
    """A colour out of gamut keeps its lightness and loses chroma only."""
    wild, tame = lch(0.6, 0.4, hue), lch(0.6, 0.01, hue)
    assert re.fullmatch(r"#[0-9a-f]{6}", wild.hex)
    assert contrast(wild, tame) < 1.45


def test_white_and_black() -> None:
    """The ends of the lightness axis are white and black."""
    assert (lch(1, 0, 0).hex, lch(0, 0, 0).hex) == ("#ffffff", "#000000")


def test_ramp_ends() -> None:
    """A ramp begins and ends with its own colours."""
    stops = (lch(0.9, 0.1, 80), lch(0.6, 0.1, 330), lch(0.3, 0.1, 280))
    assert (ramp(stops, 0), ramp(stops, 1)) == (stops[0], stops[-1])


@pytest.mark.parametrize("hue", range(70, 131, 10))
def test_no_dark_mud(hue: int) -> None:
    """No dark ground has a muddy hue."""
    assert not 70 < ground(0.3, 0.1, hue).hue < 130


@pytest.mark.parametrize("hour", HOURS)
def test_depth_steps(hour: str) -> None:
    """Layers of a landscape grow darker towards the viewer, each by a visible step."""
    for seed in range(20):
        palette = landscape_colours(Rng(f"{seed}"), hour=hour)
        lights = [palette.depth(share / 3).light for share in range(4)]
        assert all(far - near > 0.04 for far, near in pairwise(lights))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_stand_out(scheme: str) -> None:
    """White on a mosaic's darkest tone is readable at any hue."""
    for hue in range(0, 360, 20):
        colours = tones(Rng(f"{hue}"), hue=hue, scheme=scheme)
        ink, accent = icon_colours(colours, colours.deep)
        assert contrast(ink, colours.deep) > 7
        assert contrast(accent, colours.deep) > 2.5


def test_forty_glyphs() -> None:
    """There are glyphs enough, each with a noun phrase."""
    assert len(glyphs()) >= 40
    assert all(glyph.noun for glyph in glyphs().values())
