"""What lies before a city at the water: a viaduct, a promenade, a ferry, bridges."""

from __future__ import annotations

from math import atan2, degrees

from ....kit.canvas import Point, num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, polygon, scaled
from ... import backdrop, light
from ...stage import Stage
from ..local_box import standing
from ..people_and_animals import crowds
from ..plants import flora
from ..traffic import vehicles
from . import houses, skylines


def river(stage: Stage, shore: float, sun: float, weather: str) -> None:
    """Lay water that holds the city's dark foot, its lights and the sun."""
    frame, palette = stage.frame, stage.palette
    backdrop.water(stage, shore)
    dark = palette.depth(0.8)
    veil = stage.canvas.linear(((0, dark, 0.55), (1, dark, 0.0)))
    stage.canvas.rect(0, shore, frame.width, (frame.height - shore) * 0.6, veil)
    skylines.mirrored(stage, shore)
    backdrop.ripples(stage, shore, frame.height, 40)
    if weather != "rain":
        backdrop.glints(stage, sun, shore + 4, frame.height, 14)


def viaduct(stage: Stage, shore: float) -> tuple[str, ...]:
    """A train on a viaduct that swings along the houses, trees on this side."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("viaduct")
    low = shore - unit * rng.between(3.2, 5)
    rise, bend = unit * rng.between(-2.6, 2.6), unit * rng.between(0.5, 3.2)
    deck = []
    for i in range(15):
        t = i / 14
        deck.append((frame.width * t, low - rise * (t - 0.5) + bend * (2 * t - 1) ** 2))
    _deck(stage, deck, shore)
    x = frame.x(rng.between(0.5, 0.66))
    before, after = (backdrop.height_at(deck, x + dx) for dx in (-unit * 8, unit * 8))
    turn = degrees(atan2(after - before, unit * 16))
    with stage.canvas.group(move=(x, backdrop.height_at(deck, x) - unit * 0.3), turn=turn):
        vehicles.train(stage, (0, 0), unit * 23, mirror=frame.flip)
    bank(stage)
    return "a train crossing a viaduct", "trees along the water"


def _deck(stage: Stage, deck: list[Point], shore: float) -> None:
    frame, unit, colour = stage.frame, stage.frame.unit, stage.palette.depth(0.97)
    step, piers = unit * 9, ""
    for i in range(int(frame.width / step) + 2):
        x = i * step - unit * 3
        y = backdrop.height_at(deck, x)
        foot = num(shore + unit * 2)
        piers += f"{scaled('M-1.5 0Q-0.5 1', x, y, unit)} {num(x - unit * 0.5)} {foot}"
        piers += scaled("h1Q0.5 1 1.5 0Z", x, y, unit)
    stage.canvas.path(piers, colour)
    stage.canvas.line([(x, y + unit * 0.4) for x, y in deck], colour, unit * 1.2)
    rail = [(x, y - unit * 0.2) for x, y in deck]
    stage.canvas.line(rail, stage.palette.light, unit * 0.26, line_alpha=0.75)


def bank(stage: Stage) -> None:
    """Draw the dark foreground that rises at both edges, with trees of two tones."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("bank")
    ground = light.dark(stage, light.leaves(stage), 0.15)
    line = backdrop.ridge(stage, "bank line", frame.height - unit * 1.2, unit * 1.4, ground, lift=unit * 8)
    count, size = int(frame.width / unit / 4), (unit * 4, unit * 9)
    spots = [s for s in flora.along(rng, line, count, size, sink=unit * 0.3) if abs(s[0] / frame.width - 0.5) > 0.14]
    tone = light.leaves(stage)
    flora.rounds(stage, spots[::2], tone.lighter(-0.05))
    flora.rounds(stage, spots[1::2], tone.turned(12).lighter(0.04))
    low = flora.along(rng, line, int(frame.width / unit / 2.2), (unit * 0.8, unit * 1.7))
    flora.bushes(stage, low, ground)


def promenade(stage: Stage, shore: float, weather: str) -> tuple[str, ...]:
    """A quay on this side: railing, lamps, trees, people; a ferry on the water."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("promenade")
    top = frame.height - unit * (6.5 if frame.panorama else 8.5)
    at = (frame.x(rng.between(0.24, 0.4)), (shore + top) / 2 + unit * 1.4)
    ferry(stage, at, unit * 19)
    stone = light.own(stage, lch(0.80, 0.03, 70)).mix(stage.palette.depth(0.7), 0.3)
    stage.canvas.rect(0, top + unit * 1.2, frame.width, frame.height, stone)
    stage.canvas.rect(0, top, frame.width, unit * 1.4, stone.lighter(-0.12))
    seams = "".join(f"M0 {num(top + unit * y)}H{frame.width}" for y in (3.2, 5.4))
    stage.canvas.path(seams, "none", stroke=stone.lighter(-0.05), width=unit * 0.2)
    _railing(stage, top + unit * 0.4)
    trees = [(frame.x(share), top + unit * 1.8, unit * rng.between(10.5, 14)) for share in (0.06, 0.15, 0.88, 0.97)]
    flora.rounds(stage, trees, light.leaves(stage), slim=1.1)
    for share in (0.26, 0.5, 0.76):
        houses.lamp(stage, (frame.x(share), top + unit * 1.9), unit * 12)
    return (*crowds.promenade(stage, top + unit * 4.6, weather), "a ferry")


def _railing(stage: Stage, foot: float) -> None:
    frame, unit, iron = stage.frame, stage.frame.unit, stage.palette.depth(0.95)
    posts = "".join(
        f"M{num(i * unit * 2.4)} {num(foot + unit)}v{num(-unit * 3)}" for i in range(int(frame.width / unit / 2.4) + 2)
    )
    stage.canvas.path(posts, "none", stroke=iron, width=unit * 0.24)
    rails = "".join(f"M0 {num(foot - unit * y)}H{frame.width}" for y in (2.0, 0.7))
    stage.canvas.path(rails, "none", stroke=iron, width=unit * 0.3)


def ferry(stage: Stage, at: Point, length: float) -> None:
    """Draw a passenger ferry with two decks."""
    white, accent = lch(0.97, 0.012, 90), stage.palette.accent
    glass = light.pane(stage, white)
    with standing(stage, at, length, mirror=stage.frame.flip) as canvas:
        canvas.path("M-8 -34h9v-9h-9z", accent)
        canvas.path("M-30 -26H14L20 -34H-26Z", white.lighter(-0.04))
        canvas.path("M-42 -13H26L34 -26H-40Z", white)
        canvas.path(
            "M-37 -23h7v6h-7zM-26 -23h7v6h-7zM-15 -23h7v6h-7zM-4 -23h7v6h-7zM7 -23h7v6h-7z"
            "M18 -23h9l-4 6h-5zM-22 -32h34l-4 4h-30z",
            glass,
        )
        canvas.path("M-48 -13H49Q45 0 36 0H-42Q-48 -4 -48 -13Z", lch(0.34, 0.06, 260))
        canvas.path("M-48 -13H49L47.500 -9H-48Z", accent)
        canvas.path("M-52 1H44", stroke=white, width=1.6, line_alpha=0.6)


def bridge(stage: Stage, shore: float) -> tuple[str, ...]:
    """A bridge over wide water, and a sailing boat."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("bridge")
    deck = shore + unit * 1.2
    kind = rng.pick(("suspension", "stayed", "arches"))
    high = min(unit * (20 if frame.panorama else 27), deck * 0.5)
    if kind == "suspension":
        _cables(stage, deck, high)
    elif kind == "stayed":
        _fan(stage, deck, high * 1.15)
    else:
        tone = light.own(stage, lch(0.74, 0.035, 70)).mix(stage.palette.depth(0.85), 0.42)
        arches(stage, deck, unit * 14, tone)
    boats = (shore + frame.height) / 2 + unit * 3
    vehicles.sailboat(stage, (frame.golden, boats + unit), unit * 12, mirror=frame.flip)
    if rng.chance(0.6):
        small = (frame.x(0.26), boats - unit * 2.5)
        vehicles.sailboat(stage, small, unit * 6.5, mirror=not frame.flip)
    ground = stage.palette.near.at(0.23)
    line = backdrop.ridge(stage, "quay", frame.height + unit * 0.5, unit, ground, lift=unit * 7)
    bushes = flora.along(rng, line, int(frame.width / unit / 2.4), (unit, unit * 2))
    flora.bushes(stage, [s for s in bushes if abs(s[0] / frame.width - 0.5) > 0.2], ground)
    words = {
        "suspension": "a suspension bridge",
        "stayed": "a cable-stayed bridge",
        "arches": "a bridge of stone arches",
    }
    return words[kind], "a sailing boat on the river"


def _road(stage: Stage, deck: float) -> None:
    """The deck from edge to edge, a line of light along it."""
    frame, unit = stage.frame, stage.frame.unit
    stage.canvas.rect(-4, deck, frame.width + 8, unit * 1.1, stage.palette.depth(0.98))
    light_line = stage.palette.light
    stage.canvas.rect(0, deck - unit * 0.25, frame.width, unit * 0.25, light_line, alpha=0.7)


def _fan(stage: Stage, deck: float, high: float) -> None:
    """One slim pylon, its cables spread to both sides like a harp."""
    frame, unit, colour = stage.frame, stage.frame.unit, stage.palette.depth(0.98)
    x, top, d = frame.x(0.56), deck - high, ""
    reach = min(frame.width * 0.46, high * 1.7)
    for i in range(1, 14):
        t = i / 13
        start = top + high * 0.32 * (1 - t)
        for side in (-1, 1):
            d += f"M{num(x)} {num(start)}L{num(x + side * reach * t)} {num(deck)}"
    stage.canvas.path(d, "none", stroke=colour, width=unit * 0.15, line_alpha=0.85)
    stage.canvas.path(
        polygon(
            [
                (x - unit * 0.3, top - unit),
                (x + unit * 0.3, top - unit),
                (x + unit * 0.8, deck),
                (x + unit * 1.3, deck + unit * 4),
                (x - unit * 1.3, deck + unit * 4),
                (x - unit * 0.8, deck),
            ]
        ),
        colour,
    )
    _road(stage, deck)


def arches(stage: Stage, deck: float, step: float, tone: Colour) -> None:
    """A bridge of many stone arches, each `step` wide, lamps along it."""
    frame, unit = stage.frame, stage.frame.unit
    tall = step * 0.3
    low = deck + tall + unit * 1.3
    count = int(frame.width / step) + 2
    start = frame.width / 2 - count * step / 2
    d = f"M{num(start)} {num(low)}V{num(deck - unit)}H{num(start + count * step)}V{num(low)}"
    lamps = ""
    for i in reversed(range(count)):
        right, left = start + (i + 1) * step - unit * 1.1, start + i * step + unit * 1.1
        r = (right - left) / 2
        d += f"H{num(right)}V{num(low - unit * 0.8)}A{num(r)} {num(tall)} 0 0 0 {num(left)} "
        d += f"{num(low - unit * 0.8)}V{num(low)}"
        lamps += f"M{num(left - unit * 1.1)} {num(deck - unit)}v{num(-unit * 3.4)}"
    posts = stage.palette.depth(0.98)
    stage.canvas.path(lamps, "none", stroke=posts, width=unit * 0.26)
    bulbs = "".join(f"M{num(start + i * step)} {num(deck - unit * 4.4)}h0" for i in range(count))
    stage.canvas.path(bulbs, "none", stroke=stage.palette.light, width=unit * 0.8)
    stage.canvas.path(d + "Z", tone)
    stage.canvas.rect(-4, deck - unit * 1.5, frame.width + 8, unit * 0.8, tone.lighter(0.06))
    shade = [(start + i * step - unit * 1.1, low, unit * 2.2, unit * 3) for i in range(count)]
    stage.canvas.path(boxes(shade), tone.lighter(-0.15), alpha=0.4)


def _cables(stage: Stage, deck: float, high: float) -> None:
    """Two pylons, the hanging cable and its hangers."""
    frame, unit, colour = stage.frame, stage.frame.unit, stage.palette.depth(0.98)
    left, right = frame.width * 0.2, frame.width * 0.8
    hang, cable = "", f"M{num(-frame.width * 0.15)} {num(deck)}"
    ends = ((-frame.width * 0.15, left), (left, right), (right, frame.width * 1.15))
    for start, end in ends:
        main = (start, end) == (left, right)
        first = deck if start < 0 else deck - high
        last = deck if start == right else deck - high
        mid = 2 * (deck - unit * 1.5) - (deck - high) if main else deck - high * 0.25
        cable += f"Q{num((start + end) / 2)} {num(mid)} {num(end)} {num(last)}"
        for i in range(1, 18):
            t = i / 18
            y = (1 - t) ** 2 * first + 2 * t * (1 - t) * mid + t * t * last
            hang += f"M{num(start + (end - start) * t)} {num(y)}V{num(deck)}"
    stage.canvas.path(hang, "none", stroke=colour, width=unit * 0.13, line_alpha=0.8)
    stage.canvas.path(cable, "none", stroke=colour, width=unit * 0.42)
    pylons = [
        (x + dx, deck - high - unit, unit * 0.9, high + unit * 4)
        for x in (left, right)
        for dx in (-unit * 1.6, unit * 0.7)
    ]
    beams = [
        (x - unit * 1.6, deck - high * part, unit * 3.2, unit * 0.8)
        for x in (left, right)
        for part in (0.97, 0.62, 0.3)
    ]
    stage.canvas.path(boxes([*pylons, *beams]), colour)
    _road(stage, deck)
