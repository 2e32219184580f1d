"""A site's colours: hues gather around them, and everything stays as light, as told apart and as true as it was."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter

import pytest
from brand_goldens import BRAND_CASES, KEPT, brand_line
from PIL import Image

from mkdocs_illustrate.painter.kit.brand import Brand
from mkdocs_illustrate.painter.kit.colour import Colour, contrast, from_hex, lch
from mkdocs_illustrate.painter.kit.pixels import rasterise
from mkdocs_illustrate.painter.paint import Painting, paint
from mkdocs_illustrate.records import Article

BRANDS = {
    "indigo": "#3f51b5 #ff4081", "teal": "#009485 #ff5252", "purple": "#673ab7 #ff5722", "navy": "#1b2a41 #e4572e",
    "teal and amber": "#00695c #ffb300", "red": "#d32f2f", "green": "#2e7d32", "yellow": "#ffd600",
    "black and white": "#000000 #ffffff", "grey": "#757575", "black and red": "#111111 #e53935",
    "neon": "#39ff14 #ff00ff", "neon cyan": "#00ffff #ff0080", "pastel": "#b5c7ff #ffd1dc", "pale": "#e0f2f1 #fff3e0",
    "brown": "#5d4037 #d7ccc8", "coffee": "#3e2723 #ffab91", "two blues": "#3f51b5 #5c6bc0",
    "two greens": "#1b5e20 #66bb6a", "mint and coral": "#2ec4b6 #ff6b6b", "pink and sky": "#e91e63 #03a9f4",
    "lime": "#cddc39 #4caf50", "slate and orange": "#607d8b #ff9800", "orange": "#ff9800", "olive": "#827717 #bf360c",
    "three": "#264653 #2a9d8f #e9c46a", "six": "#264653 #2a9d8f #e9c46a #f4a261 #e76f51 #6d597a",
    "mkdocs": "#2fa4e7", "readthedocs": "#2980b9", "opposites": "#0d47a1 #ffd600", "short": "#08f #f80",
}  # fmt: skip
TITLES = (
    "Why our Postgres queries got slow", "A weekend hiking in the Alps", "Your first loaf", "Notes on simplicity",
    "Stargazing for beginners", "What to sow in March", "How we moved to Kubernetes without downtime",
    "The lighthouse keeper's last summer", "An old dog's last good summer", "Surfing in Portugal in October",
    "How vaccines are tested", "Ten shell tricks I use every day", "A walk in the autumn forest", "Among the vines",
    "Northern lights from a tent", "First steps at the potter's wheel", "Down the Danube in a canoe",
    "How to pull a good espresso", "We ship on Fridays: notes on our CI pipeline", "The cranes of Rotterdam",
)  # fmt: skip
PLAIN = 0.035
"""Chroma below which nobody sees a hue."""
PALETTE = [
    lch(light, chroma, hue)
    for light in (0.15, 0.35, 0.5, 0.65, 0.8, 0.95)
    for chroma in (0.0, 0.03, 0.08, 0.14, 0.2)
    for hue in range(0, 360, 20)
]


def brand(name: str) -> Brand:
    """One of the table."""
    made = Brand.of(BRANDS[name].split())
    assert made is not None
    return made


def painted(title: str, name: str = "") -> Painting:
    """A drawing for a title, in a brand's colours."""
    return paint(Article(page="", title=title, words=title), palette=tuple(BRANDS[name].split()) if name else ())


def colours(painting: Painting) -> list[Colour]:
    """Every colour that is written, as often as it is."""
    return [from_hex(text) for text in re.findall(r"#[0-9a-f]{6}", painting.svg)]


def area(painting: Painting) -> list[Colour]:
    """What is to be seen, in a few hundred points."""
    with Image.open(io.BytesIO(rasterise(painting.svg, 96))) as picture:
        points = picture.convert("RGB").resize((24, 16)).tobytes()
    return [from_hex("#" + points[i : i + 3].hex()) for i in range(0, len(points), 3)]


def sectors(name: str) -> int:
    """How many twelfths of the wheel hold more than a sixteenth of all that has a hue, wherever the first begins."""
    hues = [c.hue for title in TITLES for c in area(painted(title, name)) if c.chroma > PLAIN]
    counts = (Counter(int((hue + turn) % 360 // 30) for hue in hues) for turn in (0, 10, 20))
    return min(sum(count > len(hues) / 16 for count in counted.values()) for counted in counts)


@pytest.mark.parametrize("name", BRANDS)
@pytest.mark.parametrize("of_things", [False, True])
def test_lightness_stays(name: str, *, of_things: bool) -> None:
    """No colour becomes lighter or darker: it carries the shapes."""
    made = Brand.of(BRANDS[name].split(), of_things=of_things)
    assert made is not None
    assert all(made.tint(colour).light == colour.light for colour in PALETTE)


@pytest.mark.parametrize("name", BRANDS)
def test_what_stood_out_stands_out(name: str) -> None:
    """Of two colours that can be told apart by their light, the contrast stays."""
    made = brand(name)
    for one, other in itertools.pairwise(PALETTE[::7]):
        before, now = contrast(one, other), contrast(made.tint(one), made.tint(other))
        assert now > 0.72 * before, (one, other)


@pytest.mark.parametrize("name", [name for name, said in BRANDS.items() if len(said.split()) == 2])
def test_few_hues(name: str) -> None:
    """A site with two colours has pictures in five twelfths of the wheel at most; without a brand it is most of it."""
    assert sectors(name) <= 5 < sectors("")


@pytest.mark.parametrize("name", ["black and white", "grey"])
def test_a_brand_without_a_hue_has_grey_pictures(name: str) -> None:
    """Black, white and grey stay among themselves."""
    assert max(c.chroma for title in TITLES for c in colours(painted(title, name))) < PLAIN


def test_beside_black_only_what_is_like_the_other_colour_has_a_hue() -> None:
    """A brand in black and red has no red sky over red grass."""
    seen = [c for title in TITLES for c in colours(painted(title, "black and red")) if c.chroma > 2 * PLAIN]
    red = from_hex("#e53935").hue
    assert seen
    assert all(abs((c.hue - red + 180) % 360 - 180) < 90 or 32 < c.hue < 172 for c in seen)


@pytest.mark.parametrize(
    ("what", "colour"),
    [
        ("skin", lch(0.75, 0.08, 55)), ("wood", lch(0.45, 0.08, 60)), ("paper", lch(0.97, 0.015, 85)),
        ("snow", lch(0.97, 0.008, 240)), ("night", lch(0.15, 0.015, 280)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["indigo", "teal", "purple", "navy", "green", "pink and sky", "two blues"])
def test_what_a_reader_knows_stays_believable(name: str, what: str, colour: Colour) -> None:
    """Nobody is green, and snow is white."""
    now = brand(name).tint(colour)
    assert abs(now.chroma - colour.chroma) < 0.045, what
    assert now.chroma < PLAIN or abs((now.hue - colour.hue + 180) % 360 - 180) < 25, what


def test_none_is_as_it_was_drawn() -> None:
    """Without colours nothing is changed; with the same, the same bytes."""
    assert painted(TITLES[0]).svg == paint(Article(page="", title=TITLES[0], words=TITLES[0])).svg
    assert painted(TITLES[1], "navy").svg == painted(TITLES[1], "navy").svg != painted(TITLES[1], "teal").svg


def test_short_hex_is_read() -> None:
    """`#08f` is `#0088ff`."""
    assert from_hex("#08f") == from_hex("#0088ff")
    assert from_hex("#0088ff").hex == "#0088ff"


def test_goldens_in_colours() -> None:
    """A drawing does not change unless it was meant to, in whatever colours (just goldens)."""
    assert [brand_line(case) for case in BRAND_CASES] == KEPT.read_text("utf-8").splitlines()
