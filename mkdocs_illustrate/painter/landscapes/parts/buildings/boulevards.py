"""A street in town: shop fronts, trees, a tram, people; the towers far behind."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import lch
from ....kit.outlines import boxes
from ... import backdrop, light
from ...stage import Stage
from ..local_box import standing
from ..people_and_animals import crowds
from ..plants import flora
from ..traffic import vehicles
from . import gables, houses, skylines, squares

_TOPS = (("mansard", 2.0), ("flat", 2.0), ("hip", 1.0), ("pointed", 0.6), ("bell", 0.4))
_AWNINGS = (lch(0.62, 0.15, 28), lch(0.58, 0.1, 240), lch(0.6, 0.1, 155), lch(0.8, 0.12, 85))


def street(stage: Stage, weather: str) -> tuple[str, ...]:
    """Draw the houses with an opening to the skyline, then the street and its life."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("boulevard")
    foot = frame.height * (0.76 if frame.tall else 0.74)
    skylines.draw(stage, foot, near=False, scale=0.82)
    gap = sorted((frame.x(rng.between(0.16, 0.24)), frame.x(rng.between(0.4, 0.48))))
    _opening(stage, foot, (gap[0], gap[1]))
    _fronts(stage, rng, foot, (gap[0], gap[1]))
    drop = frame.height - foot
    _pavement(stage, foot, weather)
    walk = foot + drop * 0.12
    trees = [
        (frame.x(share + rng.between(-0.02, 0.02)), walk, unit * rng.between(9.5, 12.5))
        for share in (0.08, 0.5, 0.66, 0.95)
    ]
    flora.rounds(stage, trees, light.leaves(stage), slim=1.05)
    for share in (0.14, 0.44, 0.74):
        houses.lamp(stage, (frame.x(share), walk + unit * 0.3), unit * 11)
    if weather != "rain" and stage.palette.season != "winter":
        squares.cafe(stage, (frame.x(0.84), walk + unit * 0.6), unit * 5.2)
    spots = [
        (frame.x(share + rng.between(-0.03, 0.03)), foot + drop * rng.between(0.07, 0.17), unit * 7.6)
        for share in (0.22, 0.31, 0.57, 0.9)
    ]
    crowds.walkers(stage, rng, spots, weather)
    words = _traffic(stage, foot + drop * 0.5)
    return words, "shop fronts", _near(stage, rng, weather)


def _opening(stage: Stage, foot: float, gap: Point) -> None:
    """Trees of a park where the row of houses stands open."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("opening")
    stage.canvas.rect(gap[0] - unit * 3, foot - unit * 2, gap[1] - gap[0] + unit * 6, unit * 3, light.turf(stage, 0.8))
    count = max(3, int((gap[1] - gap[0]) / unit / 3.4))
    spots = [
        (
            gap[0] + (gap[1] - gap[0]) * (i + rng.between(0.2, 0.8)) / count,
            foot - unit * rng.between(0.2, 1.4),
            unit * rng.between(6, 10),
        )
        for i in range(count)
    ]
    flora.rounds(stage, sorted(spots, key=lambda spot: spot[1]), light.leaves(stage, 0.85))
    if frame.tall:
        return
    backdrop.haze(stage, foot - unit * 8, foot, stage.palette.horizon, 0.25)


def _fronts(stage: Stage, rng: Rng, foot: float, gap: Point) -> None:
    """Five-storey houses wall to wall on both sides of the opening."""
    frame, unit = stage.frame, stage.frame.unit
    walls, roofs = gables.scheme(stage)
    grow, x, last = (1.25 if frame.tall else 1.0), -unit * rng.between(1, 5), ""
    while x < frame.width:
        w = unit * rng.between(10, 15)
        if gap[0] - w * 0.5 < x + w / 2 < gap[1] + w * 0.2:
            x = max(x + unit, gap[1])
            if x > gap[1]:
                x += unit
            continue
        top = rng.weighted(tuple(item for item in _TOPS if item[0] != last))
        h = unit * rng.between(18, 27) * grow
        look = gables.Front(
            wall=rng.pick(walls), roof=rng.pick(roofs), top=top, ground="shop", awning=rng.pick(_AWNINGS)
        )
        gables.front(stage, rng, (x + w / 2, foot), (w, min(h, foot * 0.5)), look)
        x, last = x + w, top


def _pavement(stage: Stage, foot: float, weather: str) -> None:
    """Kerb, rails and carriageway; wet, it mirrors the shops."""
    frame, unit = stage.frame, stage.frame.unit
    snow = stage.palette.season == "winter"
    drop = frame.height - foot
    stone = light.own(stage, lch(0.82, 0.02, 75)).mix(stage.palette.middle, 0.18)
    if snow:
        stone = light.snow_lit(stage).mix(light.snow_dim(stage), 0.35)
    road = stage.palette.depth(0.72).mix(stone, 0.3)
    stage.canvas.rect(0, foot, frame.width, drop, stone)
    stage.canvas.rect(0, foot + drop * 0.19, frame.width, drop * 0.51, road)
    kerbs = [(0, foot + drop * share, frame.width, unit * 0.6) for share in (0.18, 0.69)]
    stage.canvas.path(boxes(kerbs), stone.lighter(-0.12))
    rails = "".join(f"M0 {num(foot + drop * y)}H{frame.width}" for y in (0.47, 0.52))
    stage.canvas.path(rails, "none", stroke=stone, width=unit * 0.22, line_alpha=0.7)
    stage.canvas.path(
        f"M0 {num(foot + drop * 0.32)}H{frame.width}",
        "none",
        stroke=stone,
        width=unit * 0.34,
        dash=f"{num(unit * 4)} {num(unit * 3)}",
        cap="butt",
        line_alpha=0.6,
    )
    if weather == "rain":
        _wet(stage, foot)


def _wet(stage: Stage, foot: float) -> None:
    """Streaks of the shops' light on a wet street."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("wet")
    drop = frame.height - foot
    for tone in (stage.palette.paper, lch(0.86, 0.12, 80)):
        streaks = [
            (
                rng.between(0, frame.width),
                foot + drop * rng.between(0.2, 0.45),
                unit * rng.between(0.4, 1.6),
                drop * rng.between(0.08, 0.24),
            )
            for _ in range(18)
        ]
        stage.canvas.path(boxes(streaks), tone, alpha=0.24)


def _traffic(stage: Stage, rail: float) -> str:
    """A tram, or a car where the article is about cars."""
    frame, unit = stage.frame, stage.frame.unit
    if "cars" in stage.concepts:
        vehicles.car(stage, (frame.golden, rail), unit * 15, stage.palette.accent, mirror=frame.flip)
        return "a car on a street"
    x = frame.x(stage.rng("tram").between(0.54, 0.68))
    wire = rail - unit * 11.5
    stage.canvas.path(
        f"M0 {num(wire)}H{frame.width}", "none", stroke=stage.palette.near, width=unit * 0.14, line_alpha=0.7
    )
    tram(stage, (x, rail), min(unit * 29, frame.width * 0.5), wire)
    return "a tram"


def tram(stage: Stage, at: Point, length: float, wire: float) -> None:
    """Draw a tram of three cars; `wire` is the y of the line above it."""
    accent, white, dark = stage.palette.accent, lch(0.97, 0.012, 90), lch(0.32, 0.05, 262)
    glass = light.pane(stage, white) if stage.palette.night else dark.lighter(0.06)
    arm = (at[1] - wire) / length * 100
    with standing(stage, at, length, mirror=stage.frame.flip) as canvas:
        canvas.path(f"M-6 -28L0 {num(-(28 + arm) / 2)}L-5 {num(-arm)}M-9 {num(-arm)}h8", stroke=dark, width=0.8)
        canvas.path("M-40 -2h10v2h-10zM-6 -2h12v2h-12zM28 -2h10v2h-10z", dark)
        canvas.path("M-50 -2V-22Q-50 -27 -45 -27H40Q47 -27 49 -16L50 -6Q50 -2 46 -2Z", white)
        canvas.path("M-50 -2V-9H49.600L50 -6Q50 -2 46 -2Z", accent)
        canvas.path("M-50 -22Q-50 -27 -45 -27H40Q44 -27 46 -24H-50Z", accent.lighter(-0.06))
        panes = [(-47 + 7.4 * i, -21.5, 6.2, 8.6) for i in range(12) if i not in (3, 8)]
        doors = [(-47 + 7.4 * i, -21.5, 6.0, 17.5) for i in (3, 8)]
        canvas.path(boxes([*panes, *doors]) + "M42 -21.500H45Q47 -17 47.600 -12.900H42Z", glass)
        canvas.path("M-17.500 -27V-2M14.500 -27V-2", stroke=dark, width=1.2)


def _near(stage: Stage, rng: Rng, weather: str) -> str:
    """Who passes on this side of the street."""
    frame, unit = stage.frame, stage.frame.unit
    low = frame.height - unit * (1.6 if frame.panorama else 2.4)
    x = frame.x(rng.between(0.28, 0.42))
    beside = (x + unit * rng.pick((-9, 9)), low - unit * 0.8, unit * 10)
    crowds.walkers(stage, rng, [beside], weather)
    words = crowds.hero(stage, (x, low), unit * 10.5, weather)
    crowds.planters(stage, frame.height - unit * 0.6, (0.06, 0.62, 0.78, 0.94))
    return words
