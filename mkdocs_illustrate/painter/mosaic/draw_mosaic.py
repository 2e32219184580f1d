"""Draws the mosaic and says what is in it."""

# ruff: noqa: PLR0917  the parts of a tile, passed on in one order

from __future__ import annotations

from collections.abc import Sequence

from ..kit.canvas import Canvas
from ..kit.chance import Rng, Seed
from ..kit.colour import Colour
from ..kit.drawn import Drawn
from ..kit.frame import Frame
from ..kit.glyph import Glyph, Inks
from .patterns import BUSY, HEROES, PATTERNS, TURNABLE, Draw, plain
from .tile_colours import Tones, icon_colours, tones
from .wall import Cell, Grid, grid_for, grounds, hero_cell, hero_cells, icon_cells, neighbours

_DARK_ENOUGH = 0.62
"""A ground this dark carries a white icon."""
_ICON_SHARE = 0.0078
_HERO_ICON = 1.7
_HERO_DISC = 43
_TRIES = 10
_OVERLAP = 1.012
"""Patterns reach a hair beyond their tile, so that equal colours join without a seam."""


def draw_mosaic(
    canvas: Canvas,
    frame: Frame,
    seed: Seed,
    icons: Sequence[Glyph] = (),
    *,
    hue: float | None = None,
    scheme: str = "light",
    muted: bool = False,
) -> Drawn:
    """Fill the canvas with tiles: the first icon large, up to two more small, the rest geometry."""
    colours = tones(seed.stream("colours"), hue=hue, scheme=scheme, muted=muted)
    grid, layout = grid_for(frame, seed.stream("grid")), seed.stream("layout")
    hero, small = _placed(layout, grid, len(icons[1:3]))
    fixed = _fixed(layout, colours, hero, small, icon=bool(icons))
    floor = grounds(seed.stream("grounds"), grid, fixed)
    _tiles(canvas, grid, colours, floor, seed.stream("patterns"), [*hero_cells(hero), *small])
    _hero(canvas, grid, colours, hero, colours.all[floor[hero]], seed.stream("hero"), icons[:1])
    for cell, glyph in zip(small, icons[1:3], strict=False):
        x, y, width, height = grid.place(cell)
        middle = (x + width / 2, y + height / 2)
        _icon(canvas, glyph, middle, grid.side * _ICON_SHARE, colours, colours.all[floor[cell]])
    return _words(colours, icons[: 1 + len(small)], muted=muted)


def _placed(rng: Rng, grid: Grid, count: int) -> tuple[Cell, list[Cell]]:
    """Place the large tile where its companions find room too."""
    # Small walls have few free cells: draw again, and keep the draw that places most icons.
    best: tuple[Cell, list[Cell]] | None = None
    for _ in range(_TRIES):
        hero = hero_cell(rng, grid)
        small = icon_cells(rng, grid, hero, count)
        if best is None or len(small) > len(best[1]):
            best = hero, small
    return best or ((1, 0), [])


def _fixed(rng: Rng, colours: Tones, hero: Cell, small: Sequence[Cell], *, icon: bool) -> dict[Cell, int]:
    """Choose the grounds that may not be left to chance: under icons and the large tile."""
    dark = _dark(colours)
    below = rng.pick(dark if icon else (0, 1, 3))
    fixed = dict.fromkeys(hero_cells(hero), below)
    for cell in small:
        fixed[cell] = rng.pick(dark)
    return fixed


def _dark(colours: Tones) -> list[int]:
    return [i for i, colour in enumerate(colours.all) if colour.light < _DARK_ENOUGH]


def _tiles(
    canvas: Canvas,
    grid: Grid,
    colours: Tones,
    floor: dict[Cell, int],
    rng: Rng,
    skip: Sequence[Cell],
) -> None:
    shown: dict[Cell, Draw] = {}
    # All grounds first, half a unit larger: no pattern is covered, and no seam shows between tiles.
    for cell in grid.cells:
        x, y, width, height = grid.place(cell)
        canvas.rect(x - 0.5, y - 0.5, width + 1, height + 1, colours.all[floor[cell]])
    for cell in grid.cells:
        if cell not in skip:
            shown[cell] = _pattern(rng, [shown.get(near) for near in neighbours(cell)])
            _tile(canvas, grid.place(cell), colours.all[floor[cell]], colours, rng, shown[cell])


def _pattern(rng: Rng, around: Sequence[Draw | None]) -> Draw:
    # Busy patterns side by side flicker, and a seldom one twice looks like a mistake.
    busy = any(draw in BUSY for draw in around)
    left = [
        (draw, share) for draw, share in PATTERNS if not (busy and draw in BUSY) and (share > 1 or draw not in around)
    ]
    return rng.weighted([row for row in left if row[0] is not plain or plain not in around])


def _tile(
    canvas: Canvas,
    place: tuple[int, int, int, int],
    ground: Colour,
    colours: Tones,
    rng: Rng,
    draw: Draw,
) -> None:
    x, y, width, height = place
    figures = _weighed(colours, ground)
    one = rng.weighted(figures)
    two = rng.weighted([row for row in figures if row[0] != one] or figures)
    turn = 90 * rng.whole(0, 3)
    if draw is not plain:
        scale = (width / 100 * _OVERLAP, height / 100 * _OVERLAP)
        with canvas.group(move=(x + width / 2, y + height / 2), turn=turn, scale=scale):
            draw(canvas, one, two, ground)


def _weighed(colours: Tones, ground: Colour) -> list[tuple[Colour, float]]:
    """Weigh the figures: mostly the family's own colours, seldom the accent."""
    weight = dict(zip(colours.all, (1.0, 1.3, 1.2, 0.9, 0.75, 0.5), strict=True))
    return [(figure, weight[figure]) for figure in colours.figures(ground)]


def _hero(
    canvas: Canvas,
    grid: Grid,
    colours: Tones,
    hero: Cell,
    ground: Colour,
    rng: Rng,
    icon: Sequence[Glyph],
) -> None:
    x, y, width, height = grid.place(hero)
    canvas.rect(x, y, 2 * width, 2 * height, ground)
    middle = (x + grid.side, y + grid.side)
    if icon:
        dark = [colours.all[i] for i in _dark(colours)]
        disc = next((c for c in dark[::-1] if c != ground), ground)
        canvas.circle(*middle, grid.side * _HERO_DISC / 50, disc)
        _icon(canvas, icon[0], middle, grid.side * _ICON_SHARE * _HERO_ICON, colours, disc)
        return
    figures = _weighed(colours, ground)
    one = rng.weighted(figures)
    two = rng.weighted([row for row in figures if row[0] != one])
    draw = rng.pick(HEROES)
    turn = 90 * rng.whole(0, 3) if draw in TURNABLE else 0
    with canvas.group(move=middle, turn=turn, scale=grid.side / 50):
        draw(canvas, one, two, ground)


def _icon(
    canvas: Canvas,
    glyph: Glyph,
    middle: tuple[float, float],
    scale: float,
    colours: Tones,
    ground: Colour,
) -> None:
    ink, accent = icon_colours(colours, ground)
    with canvas.group(move=(middle[0] - 50 * scale, middle[1] - 50 * scale), scale=scale):
        glyph.draw(canvas, Inks(ink=ink, accent=accent, ground=ground))


def _words(colours: Tones, icons: Sequence[Glyph], *, muted: bool) -> Drawn:
    tint = "muted colours" if muted else " and ".join(colours.names)
    return Drawn(subject=f"geometric tiles in {tint}", details=tuple(glyph.noun for glyph in icons))
