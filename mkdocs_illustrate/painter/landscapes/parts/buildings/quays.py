"""The water of a harbour, what mirrors in it, and the quays and piers along it."""

from __future__ import annotations

from ....kit.canvas import num
from ....kit.chance import Rng
from ....kit.colour import Colour, lch
from ....kit.outlines import boxes, oval
from ... import backdrop, light
from ...stage import Stage
from ..objects.sketch import DARK, OAK, TINTS, WHITE, Part, box, dim, sketch
from . import houses

_LIT = ("dusk", "night")
_WINDOW = lch(0.88, 0.12, 80)


def water(stage: Stage, sea: float) -> None:
    """Lay the harbour's water: the sky far off, but blue and never the land's colour near by."""
    frame, palette = stage.frame, stage.palette
    blue = lch(0.44, 0.095, 242)
    if palette.hour == "noon":
        tones = light.sea(stage)
    elif palette.night:
        deep = lch(0.34, 0.09, 256)
        tones = deep.mix(palette.horizon, 0.45), deep, deep.lighter(-0.10)
    else:
        middle = palette.sky_top.mix(blue, 0.5).at(0.60)
        near = blue if palette.hour == "dusk" else blue.lighter(0.12)
        tones = palette.horizon.mix(palette.sky_middle, 0.35), middle, near
    paint = stage.canvas.linear(tuple((i / 2, tone) for i, tone in enumerate(tones)))
    stage.canvas.rect(0, sea, frame.width, frame.height - sea, paint)
    backdrop.ripples(stage, sea + frame.unit, frame.height, 70)
    backdrop.glints(stage, frame.third, sea + 3, frame.height, 13)


def mirrored(stage: Stage, y: float, fronts: list[tuple[float, float, Colour]]) -> None:
    """Mirror house fronts (left, width, tone) in broken bars below the quay."""
    unit, rng = stage.frame.unit, stage.rng("mirror")
    lots: dict[str, tuple[Colour, list[tuple[float, float, float, float]]]] = {}
    for left, wide, tone in fronts:
        bars = lots.setdefault(tone.hex, (tone, []))[1]
        for k in range(6):
            w = wide * (1 - 0.09 * k) * rng.between(0.75, 1.0)
            x = left + (wide - w) * rng.unit()
            bars.append((x, y + unit * (0.6 + 1.5 * k), w, unit * 0.85))
    for tone, bars in lots.values():
        stage.canvas.path(boxes(bars), tone, alpha=0.36)


def lights(stage: Stage, rng: Rng, y: float, reach: tuple[float, float], count: int) -> None:
    """Let lit windows tremble on the water in the evening."""
    if stage.palette.hour not in _LIT:
        return
    unit, d = stage.frame.unit, ""
    for _ in range(count):
        x = reach[0] + (reach[1] - reach[0]) * rng.unit()
        w = unit * rng.between(0.5, 1.5)
        for k in range(rng.whole(3, 8)):
            at = y + unit * (0.8 + 1.25 * k), x + unit * rng.between(-0.5, 0.5)
            d += f"M{num(at[1])} {num(at[0])}h{num(w)}"
    stage.canvas.path(d, "none", stroke=_WINDOW, width=unit * 0.34, line_alpha=0.8)


def shine(stage: Stage, y: float, reach: tuple[float, float]) -> None:
    """Let the lamps of the quay shine on the houses, once it is night."""
    if stage.palette.night:
        unit, (left, right) = stage.frame.unit, reach
        warm = lch(0.86, 0.12, 72)
        paint = stage.canvas.linear(((0, warm, 0.0), (1, warm, 0.36)))
        stage.canvas.rect(left, y - unit * 11, right - left, unit * 11, paint)


def lamps(stage: Stage, y: float, reach: tuple[float, float]) -> None:
    """Stand lamps along the quay, once it is night."""
    if not stage.palette.night:
        return
    unit, (left, right) = stage.frame.unit, reach
    count = max(3, int((right - left) / unit / 16))
    for i in range(count):
        houses.lamp(stage, (left + (right - left) * (i + 0.5) / count, y), unit * 7)


def wall(stage: Stage, y: float, reach: tuple[float, float], tone: Colour) -> None:
    """Build a quay wall with fenders, and its shade on the water."""
    unit, (left, right) = stage.frame.unit, reach
    stone = light.own(stage, tone).mix(stage.palette.depth(0.5), 0.2)
    stage.canvas.rect(left, y - unit * 0.2, right - left, unit * 3.2, stone)
    stage.canvas.rect(left, y - unit * 0.2, right - left, unit * 0.8, stone.lighter(0.1))
    step = unit * 5
    posts = [
        (left + step * (i + 0.4), y + unit * 0.9, unit * 0.9, unit * 2.1) for i in range(int((right - left) / step))
    ]
    stage.canvas.path(boxes(posts), stone.lighter(-0.14))


def foreground(stage: Stage) -> str:
    """Draw one of several edges of the picture in front; give its words, if any."""
    kind = stage.rng("front").pick((_bollards, _pier, _pier, _goods))
    return kind(stage)


def _dark(stage: Stage) -> Colour:
    return light.dark(stage, lch(0.42, 0.09, 250), 0.4, 0.27)


def _bollards(stage: Stage) -> str:
    """A dark quay, higher at both ends, with bollards and a rope."""
    frame, unit, tone, d, rope = stage.frame, stage.frame.unit, _dark(stage), "", ""
    line = backdrop.ridge(stage, "quay", frame.height + unit * 0.4, unit * 0.4, tone, lift=unit * 7)
    for share in (0.09, 0.2, 0.8, 0.91):
        x = frame.width * share
        y = backdrop.height_at(line, x)
        d += boxes(
            [(x - unit * 0.9, y - unit * 2.2, unit * 1.8, unit * 3), (x - unit * 1.3, y - unit * 2.8, unit * 2.6, unit)]
        )
        if share in (0.09, 0.8):
            rope += f"M{num(x)} {num(y - unit * 1.4)}"
        else:
            rope += f"Q{num(x - frame.width * 0.055)} {num(y + unit * 1.5)} "
            rope += f"{num(x)} {num(y - unit * 1.4)}"
    stage.canvas.path(rope, "none", stroke=tone.lighter(0.25), width=unit * 0.4)
    stage.canvas.path(d, tone)
    return ""


def _pier(stage: Stage) -> str:
    """A wooden pier that comes in from the side of the light, gulls on its posts."""
    frame, unit = stage.frame, stage.frame.unit
    wood = light.own(stage, lch(0.60, 0.09, 55))
    wide, y = frame.width * 0.30, frame.height - unit * 6
    left = frame.width - wide if frame.flip else -4
    legs = [(left + wide * k, y, unit * 1.3, frame.height - y + 2) for k in (0.08, 0.3, 0.52, 0.74, 0.93)]
    stage.canvas.path(boxes(legs), wood.lighter(-0.2))
    stage.canvas.rect(left, y, wide + 4, unit * 2.2, wood)
    stage.canvas.rect(left, y, wide + 4, unit * 0.6, wood.lighter(0.09))
    joints = "".join(
        f"M{num(left + unit * 4 * i)} {num(y + unit * 0.6)}v{num(unit * 1.6)}"
        for i in range(1, int(wide / unit / 4) + 1)
    )
    stage.canvas.path(joints, "none", stroke=wood.lighter(-0.12), width=unit * 0.25)
    posts = [(left + wide * k, y - unit * 4, unit * 1.5, unit * 5) for k in (0.12, 0.5, 0.88)]
    stage.canvas.path(boxes(posts), wood.lighter(-0.1))
    for (x, top, w, _), size in zip(posts, (4.6, 3.8, 4.2), strict=True):
        gull(stage, (x + w / 2, top), unit * size, mirror=not frame.flip)
    return "gulls on a pier"


def gull(stage: Stage, at: tuple[float, float], height: float, *, mirror: bool) -> None:
    """Let a gull stand on a post."""
    white, grey = light.own(stage, WHITE), light.own(stage, lch(0.72, 0.02, 250))
    parts: list[Part] = [
        ("M-4 0V-24M8 0V-24", light.own(stage, lch(0.74, 0.14, 60)), 5),
        ("M-62 -34Q-30 -66 10 -62Q12 -96 32 -96Q48 -96 50 -80Q50 -60 38 -46Q26 -18 -10 -20Z", white),
        ("M-62 -34Q-30 -66 12 -60Q20 -42 -8 -32Z", grey),
        ("M48 -84L66 -78L48 -74Z", stage.palette.accent),
        (oval(38, -82, 3.6, 3.6), DARK),
    ]
    sketch(stage, at, height, parts, mirror=mirror)


def _goods(stage: Stage) -> str:
    """The edge of a quay with crates, barrels, nets and a coil of rope."""
    frame, unit = stage.frame, stage.frame.unit
    tone = _dark(stage).lighter(0.05)
    y = frame.height - unit * 3.4
    stage.canvas.rect(0, y, frame.width, unit * 4, tone)
    stage.canvas.rect(0, y, frame.width, unit * 0.7, tone.lighter(0.12))
    side = -1 if frame.flip else 1
    wood, blue = light.own(stage, OAK), light.own(stage, TINTS[2])
    for share, size, parts in (
        (0.06, 11, _crate(wood)),
        (0.135, 8, _barrel(light.own(stage, TINTS[0]))),
        (0.85, 8.5, _net(blue)),
        (0.95, 10, _crate(light.own(stage, TINTS[3]))),
    ):
        sketch(stage, (frame.x(share), y + unit * 0.4), unit * size, parts, mirror=side < 0)
    return "crates and nets on the quay"


def _crate(wood: Colour) -> list[Part]:
    return [
        (box(-46, -62, 92, 62, 2), wood),
        ("M-46 -42H46M-46 -21H46", dim(wood, 0.12), 4),
        (box(-46, -62, 11, 62), dim(wood, 0.05)),
        (box(35, -62, 11, 62), dim(wood, 0.08)),
        (box(-30, -100, 62, 38, 2), dim(wood, 0.05)),
        ("M-30 -81H32", dim(wood, 0.16), 4),
    ]


def _barrel(tone: Colour) -> list[Part]:
    return [
        ("M-32 -96H32Q42 -48 32 0H-32Q-42 -48 -32 -96Z", tone),
        ("M8 -96H32Q42 -48 32 0H8Q18 -48 8 -96Z", dim(tone)),
        ("M-36 -74H36M-36 -22H36", dim(tone, 0.2), 6),
    ]


def _net(tone: Colour) -> list[Part]:
    mesh = "M-60 -20L-10 -80M-30 -6L40 -78M10 -4L70 -50M-64 -46L-10 -4M-40 -66L40 -4M0 -84L78 -20"
    floats = "".join(oval(x, y, 9, 9) for x, y in ((-70, -22), (-34, -74), (30, -84), (80, -26)))
    return [("M-86 0Q-60 -90 10 -92Q70 -88 92 0Z", tone), (mesh, tone.lighter(0.13), 3), (floats, TINTS[0])]
