"""Laws of the isometric islands and of what stands on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from articles import titled
from isometric import (
    CASES,
    KEPT,
    MIDDLE,
    alone,
    difference,
    digest,
    painting,
    technical_titles,
    thumbnail,
)

from mkdocs_illustrate.painter.islands.bridges import bridge
from mkdocs_illustrate.painter.islands.layout import GROWN, PLATE, middle, plan
from mkdocs_illustrate.painter.islands.props import props
from mkdocs_illustrate.painter.kit.canvas import ATTRIBUTES, ELEMENTS, Canvas
from mkdocs_illustrate.painter.kit.chance import Rng
from mkdocs_illustrate.painter.kit.frame import frame_for
from mkdocs_illustrate.painter.paint import paint, repertoire
from mkdocs_illustrate.painter.topics.choice import choose
from mkdocs_illustrate.painter.topics.find_concepts import find
from mkdocs_illustrate.painter.topics.lexicon import concepts

RATIOS = (0.5625, 1.0, 1.3, 1.5, 1.91, 2.6, 3.2)
WANTED = (
    *("database", "server", "browser", "code", "terminal", "chart", "network", "cloud"),
    *("lock", "phone", "gears", "coins", "books", "flask", "rocket", "conveyor"),
    *("magnifier", "chat", "calendar", "camera", "music", "key", "clock", "laptop"),
    *("mail", "shield", "container", "robot"),
)


def test_every_promised_prop_exists() -> None:
    """What the lexicon may ask for is drawn."""
    asked = {name for row in concepts().values() for name in row.props}
    assert {*WANTED, *asked} <= set(props())


@pytest.mark.parametrize("name", sorted(props()))
def test_a_prop_stays_on_its_island(name: str) -> None:
    """A prop draws within its island's width, in front of it nothing, and up to its height."""
    for number in range(3):
        picture, _ = alone(props()[name], f"{name}{number}", hero=number == 0)
        solid = picture.getchannel("A").point(lambda alpha: 255 if alpha > 150 else 0)
        left, top, right, low = (edge / 2 for edge in solid.getbbox() or (0, 0, 0, 0))
        assert MIDDLE[0] - 72 <= left < right <= MIDDLE[0] + 72
        assert MIDDLE[1] - top <= props()[name].height + 1
        assert low - MIDDLE[1] <= 42
        assert right - left > 56


@pytest.mark.parametrize("name", sorted(props()))
def test_a_prop_stands_out_from_its_island(name: str) -> None:
    """At least a third of a prop is much darker than the island that it stands on."""
    picture, colours = alone(props()[name], name, hero=True)
    data = picture.resize((75, 75)).tobytes()
    pixels = [data[i : i + 4] for i in range(0, len(data), 4) if data[i + 3] > 150]
    top = colours.tile.top.hex
    ground = _luminance(tuple(int(top[i : i + 2], 16) for i in (1, 3, 5)))
    far = [p for p in pixels if (ground + 0.05) / (_luminance(p[:3]) + 0.05) > 1.6]
    assert len(far) > len(pixels) / 3


def _luminance(pixel: Sequence[int]) -> float:
    red, green, blue = ((value / 255) ** 2.2 for value in pixel)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ratio", RATIOS)
def test_allow_list_and_size(ratio: float) -> None:
    """Islands hold only elements and attributes of the lists, and stay below 80 KB."""
    for motifs in (("rocket",), ("books", "house"), ("gears", "magnifier", "coins")):
        svg = painting(("Notes", 1, ratio, "light", motifs)).svg
        assert len(svg) < 80_000
        for element in ET.fromstring(svg).iter():  # noqa: S314 our own text
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
            assert set(element.attrib) <= ATTRIBUTES
            assert not (element.text or "").strip()


@pytest.mark.parametrize("number", range(len(CASES)))
def test_goldens(number: int) -> None:
    """A drawing does not change unless it was meant to (then RECIPE is counted up: just goldens)."""
    assert digest(CASES[number]) == KEPT.read_text(encoding="utf-8").split()[number]


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_nothing_is_cut(ratio: float, count: int) -> None:
    """Islands and what stands on them lie inside the frame with a margin of seven hundredths."""
    for seed in range(12):
        frame = frame_for(ratio, flip=seed % 2 == 0)
        places = plan(Canvas(1, 1), frame, [100.0] * count, Rng(f"{seed}"))
        half = 44 if places.plate else PLATE / 2  # on one plate, a thing has its plinth alone
        for iso in places.places:
            x, y = middle(iso)
            assert x - half * 3**0.5 * iso.scale >= frame.width * 0.07 - 1
            assert x + half * 3**0.5 * iso.scale <= frame.width * 0.93 + 1
            assert y - 100 * GROWN * iso.scale >= frame.height * 0.07
            assert y + (half + 12) * iso.scale <= frame.height * 0.93


@pytest.mark.parametrize("ratio", RATIOS)
def test_one_plate_for_all_is_not_cut(ratio: float) -> None:
    """A plate that all three things share lies inside the frame with the same margin."""
    for seed in range(24):
        frame = frame_for(ratio)
        places = plan(Canvas(1, 1), frame, [100.0] * 3, Rng(f"{seed}"))
        if places.plate is None:
            continue
        x, y, width, depth = places.plate
        ends = [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)]
        for px, py in (places.places[0].at(*end) for end in ends):
            assert frame.width * 0.065 <= px <= frame.width * 0.935
            assert frame.height * 0.065 <= py <= frame.height * 0.935


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_islands_keep_apart(ratio: float, count: int) -> None:
    """No two islands touch on the ground, nor do plinths on one plate, whatever the layout."""
    for seed in range(12):
        places = plan(Canvas(1, 1), frame_for(ratio), [100.0] * count, Rng(f"{seed}"))
        side = 76 * GROWN if places.plate else PLATE
        for one, other in combinations(places.places, 2):
            (x0, y0), (x1, y1) = middle(one), middle(other)
            across, down = (x1 - x0) / 3**0.5, y1 - y0
            apart = max(abs(across + down), abs(down - across))
            assert apart > (one.scale + other.scale) * side / 2


def test_layouts_differ() -> None:
    """Over some seeds three things stand apart in several ways, and on one plate too."""
    plans = [plan(Canvas(1, 1), frame_for(1.5), [100.0] * 3, Rng(f"{i}")) for i in range(30)]
    assert {p.plate is None for p in plans} == {True, False}
    assert len({p.places[1].x0 for p in plans}) > 6


def test_companions_are_named() -> None:
    """One thing stands alone, unless the article is about another one as well; nothing else lies about."""
    alone, two = titled("Why our Postgres queries got slow"), titled("Encrypted backups of a Postgres database")
    assert paint(alone).alt == "Isometric illustration of a database on an island"
    assert "joined by dotted paths to" in paint(two).alt


@pytest.mark.parametrize("ratio", RATIOS)
def test_paths_stay_in_the_frame(ratio: float) -> None:
    """A path never leaves the picture on its way round a corner."""
    for seed in range(12):
        frame, rng = frame_for(ratio), Rng(f"{seed}")
        places = plan(Canvas(1, 1), frame, [100.0] * (seed % 3 + 1), rng)
        for other in places.places[1:]:
            way = bridge(places.places[0], other, rng)
            for x, y in (way.ground.at(*spot) for spot in way.spots):
                assert 0 < x < frame.width
                assert 0 < y < frame.height


def test_seeds_of_one_title_differ() -> None:
    """Nine seeds of one title are nine pictures."""
    title = "Why our Postgres queries got slow"
    small = [thumbnail(painting((title, seed, 1.91, "light", ())).svg) for seed in range(1, 10)]
    distances = [difference(one, other) for one, other in combinations(small, 2)]
    assert min(distances) > 4
    assert sum(distances) / len(distances) > 15


def test_ten_technical_titles_differ() -> None:
    """Ten titles of the family are told apart at the size of a thumb."""
    small = [thumbnail(paint(titled(title)).svg) for title, _ in technical_titles()[:10]]
    assert min(difference(one, other) for one, other in combinations(small, 2)) > 8


@pytest.mark.parametrize(("title", "prop"), technical_titles())
def test_technical_titles_get_their_prop(title: str, prop: str) -> None:
    """A technical title leads to islands, its own thing in the middle."""
    choice = choose(find(titled(title)), "auto", (), Rng("any"), repertoire())
    assert choice.mode == "isometric"
    assert choice.concept is not None
    leads = choice.concept.props[: choice.concept.leads]
    assert prop in leads
    assert choice.things[0] in leads


def test_pages_of_one_site_differ() -> None:
    """What a whole site is about does not always stand in the middle, nor as the same thing."""
    titles = ("decorators", "generators", "lambdas", "packages", "loops", "context managers")
    heroes = [
        choose(find(titled(f"Python {title}")), "auto", (), Rng(title), repertoire()).things[0] for title in titles
    ]
    assert len(set(heroes)) > 1
    tests = choose(find(titled("Unit tests in Python")), "auto", (), Rng("any"), repertoire())
    assert tests.things[0] == "flask"


def test_alt_says_what_was_drawn() -> None:
    """The alt text names hero and companions in the painter's own words."""
    case = ("Why our Postgres queries got slow", 1, 1.5, "light", ("database", "browser", "chart"))
    assert painting(case).alt == (
        "Isometric illustration of a database on an island, joined by dotted paths to a browser window and a bar chart"
    )


def test_alt_holds_no_word_of_the_article() -> None:
    """Nothing that the author wrote gets into the alt text."""
    alt = paint(titled("Zyzzyva: Postgres at quuxly speed"), style="isometric").alt
    assert not {"zyzzyva", "postgres", "quuxly", "speed"} & set(alt.lower().split())


@pytest.mark.parametrize("name", sorted(props()))
def test_a_prop_names_itself(name: str) -> None:
    """A prop gives one noun phrase that reads well in a list: no full stop, comma or `and`."""
    noun = paint(titled("x"), style="isometric", motifs=(name,), seed=1).alt
    noun = noun.removeprefix("Isometric illustration of ").split(" on an island")[0]
    assert noun[0].islower()
    assert not {"and", "with,"} & set(noun.split())
    assert not set(noun) & set(".,;:")


def test_a_glyph_stands_as_a_tile() -> None:
    """What has no prop of its own is an icon on a tile."""
    alt = painting(("Notes", 1, 1.5, "light", ("tent",))).alt
    assert alt.startswith("Isometric illustration of a tent on a tile on an island")


def test_both_fronts_are_drawn() -> None:
    """Over some seeds a prop faces either side, so that pictures of one thing differ."""
    drawn = {alone(props()["browser"], f"{i}", hero=True)[0].tobytes() for i in range(8)}
    assert len(drawn) > 1
