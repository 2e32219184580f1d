"""A lake among mountains that mirrors them: a canoe, a jetty, a camp on its shore."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.colour import lch
from ....kit.outlines import boxes
from ... import backdrop, light
from ...stage import Stage
from ..buildings import houses
from ..local_box import standing
from ..people_and_animals import human_figures
from ..plants import flora
from ..traffic import vehicles
from . import mountain_foregrounds, ranges


def mirrored(stage: Stage, top: float, bottom: float, base: float) -> None:
    """Lay water and turn the ranges over in it, thinly."""
    frame = stage.frame
    backdrop.water(stage, top, bottom)
    box = boxes([(0, top, frame.width, bottom - top)])
    with (
        stage.canvas.group(clip=box),
        stage.canvas.group(matrix=(1, 0, 0, -0.62, 0, top + base * 0.62), opacity=0.34),
    ):
        ranges.draw(stage, base, mirrored=True)
    veil = light.needles(stage, 0.7) if not stage.palette.night else stage.palette.depth(0.8)
    paint = stage.canvas.linear(((0, veil, 0.7), (1, veil, 0.0)))
    stage.canvas.rect(0, top, frame.width, stage.frame.unit * 4.5, paint)


def lake(stage: Stage, base: float, sun: float, weather: str) -> tuple[str, ...]:
    """A lake that holds the mountains, with a canoe, or a jetty and someone on it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("lake")
    top = base + unit * rng.between(5, 7)
    mirrored(stage, top, frame.height, base)
    backdrop.ripples(stage, top + unit * 2, frame.height, 34)
    if weather != "rain":
        backdrop.glints(stage, sun, top + 3, frame.height, 10)
    afloat = rng.chance(0.55)
    if afloat:
        at = (frame.golden, top + (frame.height - top) * rng.between(0.4, 0.6))
        vehicles.canoe(stage, at, unit * 12, mirror=frame.flip)
    shore = light.dark(stage, light.needles(stage), 0.3, 0.27)
    line = backdrop.ridge(stage, "shore", frame.height - unit, unit * 1.2, shore, lift=unit * 9)
    if not afloat:
        _jetty(stage, frame.height - unit * 9)
    mountain_foregrounds.edges(stage, line)
    reeds = stage.rng("reeds")
    spots = flora.along(reeds, line, 26, (unit * 1.4, unit * 3))
    flora.grass(stage, spots, shore.lighter(0.05))
    flora.reeds(stage, [(x, y + unit, h * 1.9) for x, y, h in spots[::5]], shore.lighter(0.1))
    word = "a canoe on a lake" if afloat else "someone on a jetty by a lake"
    return word, "mountains mirrored in the water", "tall firs on the shore"


def _jetty(stage: Stage, deck: float) -> None:
    """A landing stage from the shore into the lake, a boat beside it."""
    frame, unit = stage.frame, stage.frame.unit
    wood = light.own(stage, lch(0.62, 0.07, 58))
    start, end = sorted((frame.x(1.03), frame.x(0.54)))
    posts = [(start + (end - start) * (i + 0.2) / 7, deck, unit * 0.6, unit * 4) for i in range(7)]
    stage.canvas.path(boxes(posts), wood.lighter(-0.16))
    stage.canvas.rect(start, deck - unit * 0.4, end - start, unit * 1.1, wood)
    planks = "".join(
        f"M{num(start + i * unit * 1.5)} {num(deck - unit * 0.4)}v{num(unit * 0.7)}"
        for i in range(int((end - start) / unit / 1.5))
    )
    stage.canvas.path(planks, "none", stroke=wood.lighter(-0.1), width=unit * 0.16)
    boat = (frame.x(0.43), deck + unit * 2.6)
    vehicles.rowboat(stage, boat, unit * 10, light.own(stage, lch(0.55, 0.1, 250)), mirror=frame.flip)
    human_figures.walker(stage, (frame.golden, deck - unit * 0.4), unit * 9.5, mirror=not frame.flip)


def camp(stage: Stage, base: float, sun: float, weather: str) -> tuple[str, ...]:
    """A tent or a camper van on the shore of a small lake, a fire, someone coming back."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("camp")
    low = base + (frame.height - base) * 0.8
    mirrored(stage, base + unit * 6, low, base)
    backdrop.ripples(stage, base + unit * 8, base + (frame.height - base) * 0.5, 22)
    if weather != "rain":
        backdrop.glints(stage, sun, base + unit * 6.5, base + (frame.height - base) * 0.45, 8)
    line = mountain_foregrounds.ground(stage, base + unit * 2, light.turf(stage), share=0.56)
    mountain_foregrounds.blooms(stage, line)
    mountain_foregrounds.stones(stage, line, 4)
    x = frame.golden
    y = backdrop.height_at(line, x) + (frame.height - base) * 0.22
    shade = light.turf(stage).mix(light.needles(stage), 0.4)
    stage.canvas.ellipse(x, y, unit * 12, unit * 1.0, shade)
    van = "camper" in stage.concepts or rng.chance(0.25)
    if van:
        _van(stage, (x, y), unit * 19)
    else:
        vehicles.tent(stage, (x, y), unit * 10, mirror=frame.flip)
    houses.fire(stage, (frame.x(0.46), y + unit * 2), unit * 3.4)
    human_figures.walker(stage, (frame.x(0.39), y + unit * 1.4), unit * 8.5, mirror=frame.flip)
    mountain_foregrounds.edges(stage, line)
    mountain_foregrounds.corners(stage, light.needles(stage))
    return "a camper van by a lake" if van else "a tent by a lake", "someone at a camp fire"


def _van(stage: Stage, at: Point, length: float) -> None:
    """A camper van under its raised roof, a light inside."""
    accent, dark = stage.palette.accent, lch(0.3, 0.03, 265)
    white = light.own(stage, lch(0.96, 0.015, 90))
    with standing(stage, at, length, mirror=stage.frame.flip) as canvas:
        canvas.path("M-38 -46L-32 -56H16L22 -46Z", accent.lighter(-0.06))
        canvas.path("M-46 -8V-38Q-46 -46 -38 -46H26Q33 -46 37 -38L44 -24Q48 -22 48 -16V-8Z", white)
        canvas.path("M-46 -8V-24H44Q48 -22 48 -16V-8Z", accent)
        glass = light.pane(stage, white)
        canvas.path("M-40 -40h18v12h-18zM-18 -40h18v12h-18zM6 -40H26L34 -28H6Z", glass)
        canvas.path("M2 -44V-10", stroke=white.lighter(-0.12), width=0.8)
        for wheel in (-28, 30):
            canvas.circle(wheel, -8, 8, dark)
            canvas.circle(wheel, -8, 3.6, lch(0.8, 0.01, 250))
