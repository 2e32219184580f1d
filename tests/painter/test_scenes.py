"""Laws of the landscapes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from articles import titled
from PIL import Image, ImageChops, ImageFilter, ImageStat
from scene_goldens import KEPT, NAMES, SCENE_CASES, line

from mkdocs_illustrate.painter.kit.canvas import ATTRIBUTES, ELEMENTS, Canvas
from mkdocs_illustrate.painter.kit.chance import Seed
from mkdocs_illustrate.painter.kit.colour import Colour
from mkdocs_illustrate.painter.kit.drawn import Drawn
from mkdocs_illustrate.painter.kit.frame import frame_for
from mkdocs_illustrate.painter.kit.pixels import rasterise
from mkdocs_illustrate.painter.landscapes.landscape_colours import Palette, landscape_colours
from mkdocs_illustrate.painter.landscapes.scenes import scenes
from mkdocs_illustrate.painter.landscapes.stage import Stage
from mkdocs_illustrate.painter.paint import Painting, paint
from mkdocs_illustrate.painter.topics.lexicon import concepts

RATIOS = (0.5625, 1.0, 1.5, 1.91, 3.2)
_LIMIT = 150_000
_NUMBER = re.compile(r"nan|inf", re.IGNORECASE)
_WIDTH = 240


def _landscape(name: str, seed: int, ratio: float = 1.91, title: str = "x") -> Painting:
    return paint(titled(title), style="landscape", motifs=(name,), seed=seed, ratio=ratio)


def _pixels(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(rasterise(svg, _WIDTH))).convert("RGB")


def _staged(name: str, seed: int, variant: str, accent: Colour | None) -> tuple[str, Drawn]:
    """Draw a scene by hand, perhaps with its accent swapped."""
    root, frame = Seed(f"{name} {seed}"), frame_for(1.91, flip=seed % 2 == 1)
    hour = "night" if scenes()[name].hours == ("night",) else None
    palette: Palette = landscape_colours(root.stream("palette"), hour=hour)
    if accent is not None:
        palette = replace(palette, accent=accent)
    canvas = Canvas(frame.width, frame.height)
    stage = Stage(canvas=canvas, frame=frame, palette=palette, seed=root, variant=variant)
    drawn = scenes()[name].draw(stage)
    return canvas.svg(), drawn


def _distance(one: Image.Image, other: Image.Image) -> float:
    """Measure how far two pictures are apart, 0 to 255, as seen from across the room."""
    grids = [picture.resize((24, 12), Image.Resampling.BOX) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*grids)).mean) / 3


def test_every_named_scene_is_drawn() -> None:
    """Each place that the lexicon names is a scene, and each scene is asked for by some concept."""
    named = {name for concept in concepts().values() for name in concept.scenes}
    assert named == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ratio", RATIOS)
def test_every_variant_at_every_ratio(name: str, ratio: float) -> None:
    """Each variant draws at each ratio, within the allow-list and the limit, with sound numbers."""
    for seed, variant in enumerate(dict.fromkeys(scenes()[name].variants)):
        frame, root = frame_for(ratio, flip=seed % 2 == 0), Seed(f"{name} {variant}")
        canvas, palette = Canvas(frame.width, frame.height), landscape_colours(root.stream("palette"))
        stage = Stage(canvas=canvas, frame=frame, palette=palette, seed=root, variant=variant)
        drawn, svg = scenes()[name].draw(stage), canvas.svg()
        assert drawn.subject
        assert 1 <= len(drawn.details) <= 3
        assert len(svg) < _LIMIT
        for element in ET.fromstring(svg).iter():  # noqa: S314 our own text
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
            assert set(element.attrib) <= ATTRIBUTES
            assert not _NUMBER.search(element.attrib.get("d", ""))


@pytest.mark.parametrize("case", SCENE_CASES, ids=str)
def test_goldens(case: tuple[str, int, float, str]) -> None:
    """A landscape does not change unless it was meant to (then RECIPE is counted up)."""
    assert line(case) in KEPT.read_text(encoding="utf-8").splitlines(), "looked at it? then: just goldens"


@pytest.mark.parametrize("name", NAMES)
def test_ten_of_a_family_differ(name: str) -> None:
    """Ten titles with one motif give ten pictures that nobody takes for one another."""
    titles = [f"Article number {i} of the season" for i in range(10)]
    svgs = [paint(titled(t), style="landscape", motifs=(name,), ratio=1.91).svg for t in titles]
    pictures = [_pixels(svg) for svg in svgs]
    apart = [_distance(a, b) for a, b in combinations(pictures, 2)]
    assert min(apart) > 4
    assert sum(apart) / len(apart) > 25


@pytest.mark.parametrize("name", NAMES)
def test_subject_stands_out(name: str) -> None:
    """The accent is in the picture's middle 80 %, and its ground is of another colour."""
    for seed, variant in enumerate(dict.fromkeys(scenes()[name].variants)):
        plain = _pixels(_staged(name, seed, variant, None)[0])
        marked = _pixels(_staged(name, seed, variant, Colour(0.5, -0.12, -0.12))[0])
        changed = ImageChops.difference(plain, marked).convert("L").point(lambda v: 255 * (v > 40))
        width, height = plain.size
        safe = changed.crop((width // 10, height // 10, width * 9 // 10, height * 9 // 10))
        assert safe.getbbox() is not None
        ring = ImageChops.subtract(changed.filter(ImageFilter.MaxFilter(5)), changed)
        subject = ImageStat.Stat(plain, changed).mean
        around = ImageStat.Stat(plain, ring).mean
        assert max(abs(a - b) for a, b in zip(subject, around, strict=True)) > 24


@pytest.mark.parametrize("name", NAMES)
def test_alt_is_of_the_picture(name: str) -> None:
    """The words say what was drawn, and no word of the article enters them."""
    painting = _landscape(name, 1, title="Quarterly xylophone procurement")
    assert len(painting.alt.removeprefix("Flat illustration of ")) > 20
    assert not re.search(r"quarterly|xylophone|procurement", painting.alt, re.IGNORECASE)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("A weekend hiking in the Alps", "mountains"),
        ("Skiing with children", "skier"),
        ("Stargazing for beginners", "starry sky"),
        ("Choosing a heat pump", "wind turbines"),
        ("Keeping bees in town", "beehives"),
        ("Photographing birds", "birds on a branch"),
        ("Electric cars in winter", "car"),
        ("Bread baking for engineers", "bread"),
        ("Building a workbench", "on the bench"),
    ],
)
def test_concepts_choose_what_is_shown(title: str, words: str) -> None:
    """A scene shows what the article is about, where it can."""
    for seed in range(3):
        assert words in paint(titled(title), style="landscape", seed=seed).alt


def test_both_layouts_and_all_hours_occur() -> None:
    """Seeds turn the layout and the hour."""
    alts = [_landscape("coast", seed).alt for seed in range(24)]
    for words in ("at dawn", "by day", "at dusk", "at night"):
        assert any(words in alt for alt in alts)
