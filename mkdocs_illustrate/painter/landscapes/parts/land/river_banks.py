"""The country along a river: wooded slopes, meadows in flower, a village beyond."""

from __future__ import annotations

from ....kit.canvas import Point
from ....kit.colour import lch
from ... import backdrop, light
from ...stage import Stage
from ..buildings import houses
from ..plants import flora, groves


def slopes(stage: Stage, base: float) -> None:
    """Far ridges in the haze's colours, then wooded hills that rise on the side of the mass."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hills")
    backdrop.ridge(
        stage, "peaks", base - unit * 3, base * 0.42, stage.palette.depth(0.10), jagged=True, points=19, detail=4
    )
    line = backdrop.ridge(stage, "hill 0", base, base * 0.27, stage.palette.depth(0.22), detail=2)
    count = int(frame.width / unit / 1.4)
    spots = flora.along(rng, line, count, (unit * 1.6, unit * 2.6), sink=unit * 0.4)
    flora.firs(stage, spots, stage.palette.depth(0.34), fine=False)
    backdrop.haze(stage, base * 0.74, base + 2, stage.palette.horizon, 0.4)
    for i, (near, high) in enumerate(((0.36, 0.24), (0.6, 0.13))):
        _slope(stage, f"slope {i}", base, base * high, (near, 0.3 + 0.14 * i))


def _slope(stage: Stage, name: str, base: float, high: float, place: tuple[float, float]) -> None:
    """One hill from its foot (a share of the width) up to the edge, trees along its back."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(name)
    foot, depth = place
    waves, line = rng.wander(14, 2), []
    for i, wave in enumerate(waves):
        t = i / 13
        rise = min(1.0, t * 1.6) ** 1.3 * (0.7 + 0.4 * wave)
        line.append((frame.x(foot + (1.03 - foot) * t), base + unit - high * rise))
    line = sorted(line)
    snow = stage.palette.season == "winter"
    tone = light.snow_dim(stage) if snow else light.foliage(stage, depth)[2]
    stage.canvas.path(_closed(line, base + unit * 3), tone)
    count = int(frame.width * (1 - foot) / unit / 1.7)
    spots = flora.along(rng, line, count, (unit * 2, unit * 3.6), sink=unit * 0.8)
    groves.mixed(stage, spots, depth + 0.1)


def _closed(line: list[Point], floor: float) -> str:
    top = "L".join(f"{x:.1f} {y:.1f}" for x, y in line)
    return f"M{top}L{line[-1][0]:.1f} {floor:.1f}L{line[0][0]:.1f} {floor:.1f}Z"


def hedges(stage: Stage, name: str, line: list[Point], depth: float) -> None:
    """A broken hedge with trees along the edge of a meadow."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(name)
    count = int(frame.width / unit / 1.8)
    tones = light.foliage(stage, depth)
    low = flora.along(rng, line, count, (unit * 0.5, unit * 0.9), sink=unit * 0.3)
    flora.bushes(stage, [s for s in low if rng.chance(0.6)], tones[2])


def blooms(stage: Stage, line: list[Point], deep: float) -> None:
    """Flowers in the near meadow, where it is warm."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("blooms")
    if stage.palette.season not in {"spring", "summer"}:
        return
    spots = []
    for _ in range(90):
        x, share = rng.between(0, frame.width), rng.unit()
        size = unit * (0.16 + 0.22 * share)
        spots.append((x, backdrop.height_at(line, x) + unit + deep * share, size))
    white, yellow = lch(0.97, 0.02, 100), lch(0.9, 0.14, 98)
    tints = [light.own(stage, white), light.land(stage, yellow), stage.palette.accent]
    flora.flowers(stage, spots, tints)


def village(stage: Stage, at: Point, size: float) -> None:
    """A church among a few roofs, far enough to be small."""
    (x, y), side, snow = at, stage.frame.shaded, stage.palette.season == "winter"
    wall, roof = lch(0.94, 0.035, 82), lch(0.56, 0.13, 34)
    houses.church(stage, (x, y), size * 2.4, wall, roof, depth=0.85, snow=snow)
    for away, wide, high in ((-2.3, 1.4, 0.62), (-1.3, 1.1, 0.5), (1.5, 1.5, 0.6), (2.6, 1.1, 0.5)):
        spot = (x + side * size * away, y + size * 0.08)
        houses.long_house(stage, spot, size * wide, size * high, wall, roof, depth=0.85, snow=snow)
