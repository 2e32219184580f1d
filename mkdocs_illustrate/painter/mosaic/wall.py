"""Lays the wall: how many tiles, where the large one and the icons go, which ground each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..kit.chance import Rng
from ..kit.frame import Frame

Cell = tuple[int, int]
"""Column and row."""
_FEWEST, _MOST, _BEST = 20, 42, 30
_MANY_ROWS = 5
_CUT, _USUAL = 0.09, 0.35
"""How far a grid may miss the frame's shape, and how often the best one is taken outright."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Square tiles that cover the frame; the outer ones may be cut a little."""

    columns: int
    rows: int
    side: float
    left: float
    top: float

    def place(self, cell: Cell) -> tuple[int, int, int, int]:
        """Give a tile's x, y, width, height in whole units, so that no seam shows."""
        x1, y1 = round(self.left + cell[0] * self.side), round(self.top + cell[1] * self.side)
        x2 = round(self.left + (cell[0] + 1) * self.side)
        y2 = round(self.top + (cell[1] + 1) * self.side)
        return x1, y1, x2 - x1, y2 - y1

    @property
    def cells(self) -> list[Cell]:
        """Every cell, row by row."""
        return [(column, row) for row in range(self.rows) for column in range(self.columns)]


def grid_for(frame: Frame, rng: Rng | None = None) -> Grid:
    """Choose a grid that fits the frame with little cut: large tiles or small ones, by chance."""
    found = []
    for rows in range(3, 9):
        columns = max(3, round(frame.ratio * rows))
        if _FEWEST <= columns * rows <= _MOST:
            # A little misfit is cut off at the edges; numbers of tiles near the best one go first.
            misfit = abs(columns / rows / frame.ratio - 1)
            found.append((misfit + 0.004 * abs(columns * rows - _BEST), misfit, columns, rows))
    found.sort()
    fitting = [found[0], *(row for row in found[1:] if row[1] < _CUT)]
    _, _, columns, rows = fitting[0] if rng is None or rng.chance(_USUAL) else rng.pick(fitting)
    side = max(frame.width / columns, frame.height / rows)
    left, top = (frame.width - columns * side) / 2, (frame.height - rows * side) / 2
    return Grid(columns, rows, side, left, top)


def hero_cell(rng: Rng, grid: Grid) -> Cell:
    """Place the large tile near a third, away from the left and right edges."""
    low, high = 1, max(1, grid.columns - 3)
    thirds = [low + round((high - low) * share) for share in (0.15, 0.3, 0.7, 0.85)]
    # In a wall of many rows the outermost one lies outside the safe box.
    top = 0 if grid.rows < _MANY_ROWS else 1
    return rng.pick(thirds), rng.whole(top, grid.rows - 2 - top)


def hero_cells(hero: Cell) -> list[Cell]:
    """Give the four cells that the large tile covers."""
    return [(hero[0] + dx, hero[1] + dy) for dy in (0, 1) for dx in (0, 1)]


def icon_cells(rng: Rng, grid: Grid, hero: Cell, count: int) -> list[Cell]:
    """Place the small icons inside the safe box, at least two tiles apart from one another."""
    taken = hero_cells(hero)
    chosen: list[Cell] = []
    middle = [cell for cell in grid.cells if 1 <= cell[0] <= grid.columns - 2 and (1 <= cell[1] <= grid.rows - 2)]
    for cell in rng.shuffled(middle):
        if len(chosen) < count and all(_apart(cell, other) for other in taken):
            chosen.append(cell)
            taken.append(cell)
    return chosen


def _apart(one: Cell, other: Cell) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= 2


def grounds(rng: Rng, grid: Grid, fixed: dict[Cell, int]) -> dict[Cell, int]:
    """Give each tile a ground (its place in `Tones.all`), never one that a neighbour has.

    Dark gathers in one corner and light in the opposite one, which gives the wall a direction.
    """
    lean = rng.pick(((1, 1), (-1, 1), (1, -1), (-1, -1)))
    chosen = dict(fixed)
    # Row by row: what was chosen above and to the left is known, what is fixed is known all round.
    for cell in grid.cells:
        if cell not in fixed:
            around = {chosen.get(near) for near in neighbours(cell)}
            weights = _weights(_share(cell, grid, lean), list(chosen.values()), grid)
            left = [(i, weight) for i, weight in enumerate(weights) if i not in around]
            chosen[cell] = rng.weighted(left)
    return chosen


def neighbours(cell: Cell) -> tuple[Cell, ...]:
    """Give the four cells beside a cell."""
    x, y = cell
    return (x - 1, y), (x, y - 1), (x + 1, y), (x, y + 1)


def _share(cell: Cell, grid: Grid, lean: tuple[int, int]) -> float:
    across = cell[0] / max(1, grid.columns - 1)
    down = cell[1] / max(1, grid.rows - 1)
    across = across if lean[0] > 0 else 1 - across
    down = down if lean[1] > 0 else 1 - down
    return 0.65 * across + 0.35 * down


def _weights(light: float, used: Sequence[int], grid: Grid) -> tuple[float, ...]:
    """Sixty, thirty, ten: the family leads, pale rests, the two that stand out are rationed."""
    allowed = grid.columns * grid.rows * 0.1
    accent = 0.5 if used.count(4) < allowed else 0.02
    second = 0.35 if used.count(5) < allowed * 0.8 else 0.02
    return (0.25 + 1.5 * (1 - light), 1.1, 0.6 + 0.5 * light, 0.2 + 1.6 * light, accent, second)
