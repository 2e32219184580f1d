"""The second mode: one to three islands in isometric space, a prop on each, joined by paths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .badges import draw_badge, sign_for
from .bridges import Bridge, bridge, draw_bridge
from .canvas import Canvas, Point
from .colour import Colour
from .floor import draw_accents, draw_floor
from .frame import Frame
from .glyphs import Glyph, glyphs
from .iso import Iso, corners
from .lexicon.concept import Concept
from .palette import Desk, Solid, desk
from .placing import MOON_HEIGHT, SIDE, Plan, middle, plan
from .props import props
from .props.moons import draw_moon
from .props.tile import draw_tile
from .reading import join
from .rng import Rng, Seed
from .stage import Bench, Drawn

_THICK = 12.0
_LIP = 3.6
"""The pale upper layer of an island."""
_SEAM = 7.0
_ROUND = 9.0
_TILE_HEIGHT = 80.0
_CORNERS = ((11, 89, 16), (89, 11, 16))
"""Above an island's left and right corner: where a badge may point to."""
_SIGN = 80.0
"""The side of an icon's tile on a satellite."""
SEAMS = ("dashes", "dashes", "dots", "line", "corners")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What all parts of one picture share."""

    canvas: Canvas
    frame: Frame
    seed: Seed
    colours: Desk
    concept: Concept | None
    seam: str
    free: list[bool]
    """Whether nothing stands behind the hero's left and right corner."""


def draw_islands(
    canvas: Canvas,
    frame: Frame,
    seed: Seed,
    names: Sequence[str],
    *,
    hue: float | None,
    scheme: str,
    concept: Concept | None = None,
) -> Drawn:
    """Draw ground, paths, islands and props, and name the props. A glyph's name makes a tile."""
    heights = [props()[name].height if name in props() else _TILE_HEIGHT for name in names]
    places = plan(canvas, frame, heights, seed.stream("layout"))
    sheet = _Sheet(
        canvas=canvas, frame=frame, seed=seed, concept=concept,
        colours=desk(seed.stream("desk"), hue=hue, scheme=scheme),
        seam=seed.stream("seam").pick(SEAMS), free=_free(places, seed),
    )  # fmt: skip
    draw_floor(canvas, frame, sheet.colours, seed.stream("floor"))
    _ground_shadows(sheet, places)
    draw_accents(canvas, frame, sheet.colours, seed.stream("accents"), _taken(places, heights))
    nouns: dict[int, str] = {}
    for _, draw in sorted(_items(sheet, places, names, nouns), key=lambda item: item[0]):
        draw()
    return _said([nouns[i] for i in sorted(nouns)])


def _items(
    sheet: _Sheet, places: Plan, names: Sequence[str], nouns: dict[int, str]
) -> list[tuple[float, Callable[[], None]]]:
    """List everything that stands, with its depth on paper."""
    items: list[tuple[float, Callable[[], None]]] = []
    for i, (iso, name) in enumerate(zip(places.places, names, strict=True)):

        def stand(i: int = i, iso: Iso = iso, name: str = name) -> None:
            nouns[i] = _standing(sheet, iso, name, i)

        items.append((middle(iso)[1], stand))
    kinds = sheet.seed.stream("moons").shuffled(range(6))
    signs = _signs(sheet.concept, names)
    for i, iso in enumerate(places.moons):

        def moon(i: int = i, iso: Iso = iso) -> None:
            island(iso, sheet.colours, "none")
            if i >= len(signs):
                draw_moon(iso, sheet.colours, kinds[i])
                return
            nouns[len(names) + i] = draw_tile(_bench(sheet, iso, len(names) + i), signs[i], _SIGN)

        items.append((middle(iso)[1], moon))
    for i, other in enumerate((*places.places[1:], *places.moons)):
        rng = sheet.seed.stream(f"bridge{i}")
        way = bridge(places.places[0], other, rng)
        paint = sheet.colours.accent if i % 2 else sheet.colours.good

        def lead(way: Bridge = way, rng: Rng = rng, paint: Solid = paint) -> None:
            draw_bridge(way, sheet.colours, rng, paint=paint)

        items.append((way.depth, lead))
    return items


def _standing(sheet: _Sheet, iso: Iso, name: str, number: int) -> str:
    """Draw one island and what stands on it."""
    hero = number == 0
    island(iso, sheet.colours, sheet.seam)
    prop = props().get(name)
    raised = _plinth(iso, sheet.colours, prop.plinth if prop is not None else "square", hero=hero)
    bench = _bench(sheet, raised, number)
    noun = prop.draw(bench) if prop is not None else draw_tile(bench, glyphs()[name])
    if hero:
        _badge(sheet, iso)
    return noun


def _bench(sheet: _Sheet, iso: Iso, number: int) -> Bench:
    return Bench(
        canvas=sheet.canvas, iso=iso, desk=sheet.colours,
        seed=sheet.seed.child(f"prop{number}"), hero=number == 0,
    )  # fmt: skip


def _signs(concept: Concept | None, names: Sequence[str]) -> list[Glyph]:
    """Take the theme's own icons for satellites: those that no prop shows already."""
    if any(name not in props() for name in names):
        return []  # a wish: what it does not name is not drawn
    known = [name for name in (concept.glyphs if concept else ()) if name not in names]
    return [glyphs()[name] for name in known if name in glyphs()][:2]


def _free(places: Plan, seed: Seed) -> list[bool]:
    """Find the hero's corners that neither an island nor a path is behind."""
    hero = places.places[0]
    x, y = middle(hero)
    free = [True, True]
    for i, other in enumerate((*places.places[1:], *places.moons)):
        right = int(middle(other)[0] > x)
        way = bridge(hero, other, seed.stream(f"bridge{i}"))
        if way.depth < y or middle(other)[1] < y - 20 * hero.scale:
            free[right] = False
    return free


def _badge(sheet: _Sheet, iso: Iso) -> None:
    rng = sheet.seed.stream("badge")
    sides = [spot for spot, free in zip(_CORNERS, sheet.free, strict=True) if free]
    if not sides or not rng.chance(0.8):
        return
    concept = sheet.concept
    sign = sign_for(concept.name if concept else "", concept.mood if concept else "", rng)
    draw_badge(sheet.canvas, iso.at(*rng.pick(sides)), 12.5 * iso.scale, sign, sheet.colours)


def island(iso: Iso, colours: Desk, seam: str) -> None:
    """Draw one floating tile; its top is at z = 0, from (0, 0) to (100, 100)."""
    outline = corners(0, 0, SIDE, SIDE, _ROUND)
    iso.prism(outline, -_THICK, _THICK - _LIP, colours.tile)
    pale = colours.tile.top
    lip = Solid(pale, pale.mix(colours.tile.left, 0.22), pale.mix(colours.tile.right, 0.34))
    iso.prism(outline, -_LIP, _LIP, lip)
    _stitch(iso, colours.faint.mix(colours.tile.left, 0.35), seam)


def _stitch(iso: Iso, paint: Colour, seam: str) -> None:
    s = iso.scale
    edge = corners(_SEAM, _SEAM, SIDE - 2 * _SEAM, SIDE - 2 * _SEAM, _ROUND / 2)
    if seam == "dashes":
        iso.dashes(edge, 0, paint)
    elif seam == "dots":
        iso.trail([(x, y, 0) for x, y in (*edge, edge[0])], paint, width=1.5)
    elif seam == "line":
        iso.flat([(x, y, 0) for x, y in edge], "none", stroke=paint, width=0.9 * s)
    elif seam == "corners":
        for x, dx in ((_SEAM, 1), (SIDE - _SEAM, -1)):
            for y, dy in ((_SEAM, 1), (SIDE - _SEAM, -1)):
                points = [iso.at(x + 12 * dx, y), iso.at(x, y), iso.at(x, y + 12 * dy)]
                iso.canvas.line(points, paint, 1.4 * s)


def _plinth(iso: Iso, colours: Desk, kind: str, *, hero: bool) -> Iso:
    """Draw what a prop stands on, and give the space on top of it."""
    if kind == "none":
        return iso
    height = 3.0 if hero else 4.0
    if kind == "round":
        iso.shadow(54, 54, 42, colours.shade, 0.22)
        iso.cylinder(50, 50, 0, 38, height, colours.plate)
    else:
        iso.flat(
            [(x, y, 0) for x, y in corners(14, 16, 76, 76, 8)], colours.shade, alpha=0.13,
        )  # fmt: skip
        iso.prism(corners(12, 12, 76, 76, 8), 0, height, colours.plate)
    return iso.moved(0, 0, height)


def _ground_shadows(sheet: _Sheet, places: Plan) -> None:
    for iso in (*places.places, *places.moons):
        low = iso.moved(0, 0, -_THICK * 2.4)
        low.shadow(SIDE / 2, SIDE / 2, SIDE * 0.74, sheet.colours.shade, 0.42)


def _taken(places: Plan, heights: Sequence[float]) -> list[tuple[Point, Point]]:
    """Give the boxes on paper where nothing may float."""
    found = []
    tops = (*heights, *(MOON_HEIGHT for _ in places.moons))
    for iso, height in zip((*places.places, *places.moons), tops, strict=True):
        x, y = middle(iso)
        s = iso.scale
        found.append(((x - 92 * s, y - (height + 10) * s), (x + 92 * s, y + 82 * s)))
    return found


def _said(nouns: Sequence[str]) -> Drawn:
    rest = tuple(nouns[1:])
    tail = f", joined by dotted paths to {join(rest)}" if rest else ""
    return Drawn(subject=nouns[0], details=rest, setting=f"on an island{tail}")
