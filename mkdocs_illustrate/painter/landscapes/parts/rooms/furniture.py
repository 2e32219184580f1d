"""What stands along the walls of a room. `x` is its middle, and it stands on the floor."""

from __future__ import annotations

from ....kit.canvas import num
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval, sector
from ...stage import Stage
from ..buildings import houses
from ..objects import household
from ..objects.sketch import DARK, LEAF, STEEL, TINTS, WHITE, Part, box, dim, sketch
from .room import Room
from .wall_fittings import picture, row


def fridge(stage: Stage, made: Room, x: float) -> str:
    """Stand a round-shouldered fridge with magnets and notes."""
    unit, rng = stage.frame.unit, stage.rng("fridge")
    tone = rng.pick((lch(0.82, 0.07, 190), lch(0.86, 0.08, 88), lch(0.80, 0.09, 20), WHITE))
    sketch(
        stage,
        (x, made.floor + unit * 2),
        unit * 40,
        [
            (box(-24, -3, 6, 3) + box(18, -3, 6, 3), DARK),
            (box(-30, -100, 60, 98, 8), tone),
            ("M14 -98Q30 -98 30 -90V-10Q30 -2 22 -2H14Z", dim(tone, 0.05)),
            ("M-30 -72H30", dim(tone, 0.14), 1.6),
            ("M-22 -92V-80M-22 -64V-44", STEEL.lighter(-0.1), 3),
            (box(-6, -62, 11, 13), WHITE),
            (box(7, -54, 9, 9), TINTS[1]),
            (box(-4, -92, 12, 10), TINTS[2]),
            (oval(0, -63, 1.8, 1.8) + oval(11, -54, 1.8, 1.8), stage.palette.accent),
        ],
    )
    return "a fridge"


def dresser(stage: Stage, made: Room, x: float) -> str:
    """Stand a dresser with plates and cups above its drawers."""
    unit, rng, tone = stage.frame.unit, stage.rng("dresser"), made.cabinet
    inner, wide = tone.lighter(-0.07 if tone.light > 0.5 else 0.09), unit * 25
    low, high = made.floor + unit * 2, unit * 42
    top = low - high
    c = stage.canvas
    c.rect(x - wide * 0.46, top, wide * 0.92, high * 0.62, tone, r=unit * 0.5)
    c.rect(x - wide * 0.41, top + unit * 2, wide * 0.82, high * 0.57, inner)
    c.rect(x - wide / 2, top - unit * 0.6, wide, unit * 2, tone.lighter(0.04), r=unit * 0.4)
    for i, kinds in enumerate((("vase", "jar", "plant"), ("plate",), ("mug", "jar", "mug"))):
        y = top + unit * (8.6 + 8.2 * i)
        c.rect(x - wide * 0.41, y, wide * 0.82, unit * 0.8, tone)
        if kinds == ("plate",):
            _plates(stage, x, y, wide, rng.pick(TINTS[:5]))
        else:
            row(stage, f"dresser {i}", (x, y), wide * 0.76, kinds)
    base = low - high * 0.38
    c.rect(x - wide / 2, base, wide, low - base, tone, r=unit * 0.4)
    fronts = [(x - wide * 0.44 + wide * 0.45 * i, base + unit * 1.6, wide * 0.43, unit * 4.6) for i in range(2)]
    doors = [(a, b + unit * 5.4, w, low - b - unit * 7) for a, b, w, _ in fronts]
    c.path(boxes([*fronts, *doors]), tone.lighter(0.045))
    knobs = "".join(f"M{num(a + w / 2)} {num(b + unit * 2.3)}h0" for a, b, w, _ in fronts)
    c.path(knobs, "none", stroke=made.wood, width=unit * 0.9)
    c.rect(x - wide * 0.52, base - unit * 0.4, wide * 1.04, unit * 1.2, made.wood)
    return "a dresser with plates"


def _plates(stage: Stage, x: float, y: float, wide: float, tint: Colour) -> None:
    r = stage.frame.unit * 2.9
    places = [(x + wide * k, y - r) for k in (-0.27, 0.0, 0.27)]
    stage.canvas.path("".join(oval(a, b, r, r) for a, b in places), WHITE)
    stage.canvas.path("".join(oval(a, b, r * 0.6, r * 0.6) for a, b in places), tint)


def stove(stage: Stage, made: Room, x: float, low: float) -> str:
    """Stand a stove with a glowing oven; its hob is at the height of the worktop."""
    unit, canvas, rng = stage.frame.unit, stage.canvas, stage.rng("stove")
    w, top = unit * 20, low - unit * 19
    tone = rng.pick((lch(0.87, 0.012, 250), lch(0.40, 0.04, 260), made.cabinet, WHITE, lch(0.60, 0.16, 27)))
    canvas.rect(x - w / 2, top, w, low - top - unit, tone, r=unit * 0.5)
    canvas.rect(x - w / 2 - unit * 0.4, top - unit * 0.3, w + unit * 0.8, unit * 1.2, DARK)
    pale = WHITE if tone.light < 0.7 else DARK
    knobs = "".join(f"M{num(x + unit * (i * 3.4 - 6.8))} {num(top + unit * 2.6)}h0" for i in range(5))
    canvas.path(knobs, "none", stroke=pale, width=unit * 1.2)
    canvas.rect(x - w * 0.42, top + unit * 4.4, w * 0.84, unit * 8.8, DARK, r=unit * 0.8)
    warm = canvas.linear(((0, lch(0.62, 0.14, 42)), (1, lch(0.84, 0.14, 80))))
    canvas.rect(x - w * 0.37, top + unit * 5.6, w * 0.74, unit * 6.6, warm, r=unit * 0.5)
    canvas.path(
        f"M{num(x - w * 0.2)} {num(top + unit * 10.8)}q{num(w * 0.2)} {num(-unit * 5)} {num(w * 0.4)} 0Z",
        lch(0.50, 0.11, 45),
    )
    canvas.line([(x - w * 0.38, top + unit * 4.3), (x + w * 0.38, top + unit * 4.3)], STEEL, unit * 0.6)
    canvas.rect(x - w * 0.42, top + unit * 14.2, w * 0.84, unit * 3, dim(tone, 0.05), r=unit * 0.4)
    if rng.chance(0.5):
        household.kettle(stage, (x + unit * 3, top - unit * 0.3), unit * 6.4, lch(0.72, 0.09, 215))
    else:
        household.pot(stage, (x - unit * 2, top - unit * 0.3), unit * 5, TINTS[rng.whole(0, 4)])
    return "a stove"


def hearth(stage: Stage, made: Room, x: float) -> str:
    """Build a fireplace with its chimney, a mantel and a burning fire, a picture above."""
    unit, canvas, rng = stage.frame.unit, stage.canvas, stage.rng("hearth")
    stone = rng.pick((lch(0.66, 0.10, 36), lch(0.92, 0.015, 85), lch(0.70, 0.06, 195), made.cabinet))
    w, low = unit * 38, made.floor + unit * 1.5
    top, r = low - unit * 26, unit * 11
    breast = made.wall.lighter(0.045) if made.wall.light < 0.9 else made.wall.lighter(-0.035)
    canvas.rect(x - w * 0.44, 0, w * 0.88, low, breast)
    canvas.rect(x - w / 2, top, w, low - top, stone)
    _masonry(stage, stone, (x - w / 2, top, w, low - top))
    mouth = boxes([(x - r, low - unit * 7, r * 2, unit * 7)]) + sector(x, low - unit * 6.9, r, 180, 360)
    canvas.path(mouth, "none", stroke=dim(stone, 0.1), width=unit * 2)
    canvas.path(mouth, lch(0.27, 0.05, 30))
    houses.fire(stage, (x, low - unit * 1.2), unit * 11.5)
    canvas.rect(x - w * 0.56, top - unit, w * 1.12, unit * 2.2, made.wood)
    canvas.rect(x - w * 0.56, top + unit * 0.6, w * 1.12, unit * 0.6, dim(made.wood, 0.1))
    canvas.rect(x - w * 0.54, low - unit * 0.4, w * 1.08, unit * 2.4, dim(stone, 0.12))
    size = min(unit * 24, top - unit * 10)
    sketch(stage, (x, top - unit * 4), size, picture(rng.pick(TINTS[:5]), rng.whole(0, 2)))
    for side in (-1, 1):
        at = (x + side * unit * 15.5, top - unit)
        row(stage, f"mantel {side}", at, unit * 10, ("vase", "plant", "books", "jar"))
    return "a fire in the hearth"


def _masonry(stage: Stage, stone: Colour, place: tuple[float, float, float, float]) -> None:
    x, y, w, h = place
    rng, unit, bricks = stage.rng("bricks"), stage.frame.unit, []
    for line in range(int(h / (unit * 2.6))):
        shift = unit * 3 * (line % 2)
        places = (x + shift + unit * (6 * i + 0.5) for i in range(int((w - shift) / (unit * 6))))
        level = y + unit * (2.6 * line + 0.4)
        bricks += [(at, level, unit * 5, unit * 1.8) for at in places if rng.chance(0.42)]
    stage.canvas.path(boxes(bricks), dim(stone, 0.045))


def tall_plant(stage: Stage, x: float, low: float, size: float = 30) -> str:
    """Stand a large plant in a pot or a basket."""
    unit, rng = stage.frame.unit, stage.rng(f"plant {x:.0f}")
    kind, pot = rng.whole(0, 2), rng.pick((*TINTS, lch(0.80, 0.08, 72)))
    sketch(stage, (x, low), unit * size, [*_GREENS[kind](), *_pot(pot)], mirror=rng.chance(0.5))
    return "a tall plant"


def at_the_ends(stage: Stage, made: Room) -> None:
    """Stand a plant at either end of a very wide room, whose floor would be bare."""
    if stage.frame.panorama:
        for share in (0.035, 0.965):
            x, low = stage.frame.width * share, made.floor + stage.frame.unit * 3
            tall_plant(stage, x, low, 24)


def _pot(tone: Colour) -> list[Part]:
    return [
        ("M-17 -28H17L13 0H-13Z", tone),
        ("M4 -28H17L13 0H4Z", dim(tone)),
        (box(-19, -31, 38, 6, 2), tone.lighter(0.04)),
    ]


def _monstera() -> list[Part]:
    blades = (
        ("M-4 -34Q-46 -40 -44 -70Q-14 -72 -4 -34Z", 0.0),
        ("M4 -36Q46 -46 40 -78Q10 -74 4 -36Z", -0.05),
        ("M0 -44Q-28 -70 -12 -98Q14 -84 0 -44Z", 0.04),
        ("M2 -40Q30 -58 24 -94Q0 -80 2 -40Z", -0.02),
        ("M-2 -30Q-34 -24 -42 -44Q-20 -54 -2 -30Z", 0.05),
        ("M2 -30Q34 -22 44 -44Q20 -54 2 -30Z", -0.07),
    )
    stems = "M0 -26L-30 -58M0 -26L30 -62M0 -26L-8 -80M0 -26L16 -76"
    return [(stems, dim(LEAF, 0.1), 3), *((d, LEAF.lighter(by)) for d, by in blades)]


def _fig() -> list[Part]:
    spots = (
        (-20, -52),
        (18, -56),
        (-26, -70),
        (24, -74),
        (-12, -84),
        (12, -90),
        (0, -66),
        (-2, -98),
        (30, -60),
        (-32, -58),
    )
    one = "".join(oval(x, y, 11, 8) for x, y in spots[::2])
    two = "".join(oval(x, y, 11, 8) for x, y in spots[1::2])
    return [("M0 -26V-90M0 -44L-24 -66M0 -50L24 -70", lch(0.50, 0.07, 50), 3.4), (one, LEAF), (two, dim(LEAF, 0.05))]


def _palm() -> list[Part]:
    d = ""
    for dx, dy in ((-46, -52), (-34, -84), (-12, -100), (14, -98), (36, -82), (46, -50)):
        d += f"M0 -28Q{dx * 0.35} {dy * 1.02} {dx} {dy}Q{dx * 0.2} {dy * 0.8} 0 -28Z"
    return [(d, LEAF), ("M0 -28Q0 -60 -8 -88M0 -28Q8 -56 22 -74", dim(LEAF, 0.07), 2.4)]


_GREENS = (_monstera, _fig, _palm)
