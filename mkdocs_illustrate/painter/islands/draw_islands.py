"""The second mode: one to three islands in isometric space, a prop on each, joined by paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..kit.canvas import Canvas, Point
from ..kit.chance import Seed
from ..kit.drawn import Drawn
from ..kit.frame import Frame
from ..kit.glyph import Glyph
from .bench import Bench
from .bridges import Bridge, bridge, draw_bridge
from .floor import draw_floor
from .island_colours import IslandColours, Solid, island_colours
from .isometric import Iso
from .layout import GROWN, PLATE, Plan, centred, middle, plan
from .plates import BASES, SEAMS, ground_shadow, island, landing, plinth
from .prop_parts.icon_tile import draw_tile
from .props import Prop

_TILE_HEIGHT = 80.0
_PAD = 88.0
"""The side of a plinth: where paths on one plate begin and end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What all parts of one picture share."""

    canvas: Canvas
    seed: Seed
    colours: IslandColours
    seam: str
    base: str
    places: Plan
    ways: tuple[Bridge, ...]
    """From the hero to each companion."""


def draw_islands(
    canvas: Canvas,
    frame: Frame,
    seed: Seed,
    things: Sequence[Prop | Glyph],
    *,
    hue: float | None,
    scheme: str,
) -> Drawn:
    """Draw ground, paths, islands and props, and name the props. A glyph stands on a tile."""
    heights = [thing.height if isinstance(thing, Prop) else _TILE_HEIGHT for thing in things]
    places = plan(canvas, frame, heights, seed.stream("layout"))
    sheet = _Sheet(
        canvas=canvas,
        seed=seed,
        places=places,
        ways=_ways(places, seed),
        colours=island_colours(seed.stream("desk"), hue=hue, scheme=scheme),
        seam=seed.stream("seam").pick(SEAMS),
        base=seed.stream("base").pick(BASES),
    )
    draw_floor(canvas, frame, sheet.colours, seed.stream("floor"))
    _ground(sheet)
    nouns: dict[int, str] = {}
    # Far things first, so that near ones cover them; the nouns come in another order than the things.
    for _, draw in sorted(_items(sheet, things, nouns), key=lambda item: item[0]):
        draw()
    return _said([nouns[i] for i in sorted(nouns)], together=places.plate is not None)


def _ways(places: Plan, seed: Seed) -> tuple[Bridge, ...]:
    hero, flat = places.places[0], places.plate is not None
    side = _PAD if flat else PLATE
    return tuple(
        bridge(hero, other, seed.stream(f"bridge{i}"), side=side, flat=flat)
        for i, other in enumerate(places.places[1:])
    )


def _ground(sheet: _Sheet) -> None:
    """Draw what lies under everything: shadows, and the one plate."""
    area, hero = sheet.places.plate, sheet.places.places[0]
    if area is None:
        for iso in sheet.places.places:
            ground_shadow(iso, sheet.colours)
        return
    ground_shadow(hero, sheet.colours, area)
    island(hero, sheet.colours, sheet.seam, sheet.base, area)


def _items(
    sheet: _Sheet, things: Sequence[Prop | Glyph], nouns: dict[int, str]
) -> Iterator[tuple[float, Callable[[], None]]]:
    """List everything that stands, with its depth on paper."""
    for i, iso in enumerate(sheet.places.places):

        def stand(i: int = i, iso: Iso = iso) -> None:
            nouns[i] = _standing(sheet, iso, things[i], i)

        yield middle(iso)[1], stand
    for i, way in enumerate(sheet.ways):

        def lead(i: int = i, way: Bridge = way) -> None:
            rng = sheet.seed.stream(f"bridge{i}")
            draw_bridge(way, sheet.colours, rng, paint=_paint(sheet, i))

        yield way.depth, lead


def _standing(sheet: _Sheet, iso: Iso, thing: Prop | Glyph, number: int) -> str:
    """Draw one island, and what stands on it."""
    if sheet.places.plate is not None:
        return _thing(sheet, iso, thing, number)
    island(iso, sheet.colours, sheet.seam, sheet.base)
    for i, spot in enumerate(_landings(sheet, number)):
        landing(iso, sheet.colours, spot, _paint(sheet, number - 1 if number else i))
    return _thing(sheet, iso, thing, number)


def _thing(sheet: _Sheet, iso: Iso, thing: Prop | Glyph, number: int) -> str:
    """Stand a prop on its plinth, or an icon's tile."""
    kind = thing.plinth if isinstance(thing, Prop) else "square"
    bench = Bench(
        canvas=sheet.canvas,
        iso=plinth(_grown(iso), sheet.colours, kind, hero=number == 0),
        colours=sheet.colours,
        seed=sheet.seed.child(f"prop{number}"),
        hero=number == 0,
    )
    return thing.draw(bench) if isinstance(thing, Prop) else draw_tile(bench, thing)


def _paint(sheet: _Sheet, way: int) -> Solid:
    """Give the colour of a path's dots."""
    return sheet.colours.accent if way % 2 else sheet.colours.good


def _grown(iso: Iso) -> Iso:
    """Give the space in which a thing fills its island, about the same middle."""
    x, y = middle(iso)
    return centred(iso.canvas, x, y, iso.scale * GROWN)


def _landings(sheet: _Sheet, number: int) -> list[Point]:
    """Give where paths reach an island, in its own steps from its middle."""
    if number == 0:
        return [way.spots[0] for way in sheet.ways]
    hero, iso, way = sheet.places.places[0], sheet.places.places[number], sheet.ways[number - 1]
    k = iso.scale / hero.scale
    (x0, y0), (x1, y1) = middle(hero), middle(iso)
    dx, dy = (x1 - x0) / hero.scale / 3**0.5, (y1 - y0) / hero.scale
    x, y = way.spots[-1]
    return [((x - dy - dx) / k, (y - dy + dx) / k)]


def _said(nouns: Sequence[str], *, together: bool) -> Drawn:
    return Drawn(subject=nouns[0], details=tuple(nouns[1:]), setting="on one plate" if together else "on an island")
