"""Dunes with a caravan, mesas with cacti, an oasis."""

# ruff: noqa: PLR0917  a thing is its place, size and tone, and they are read in order

from __future__ import annotations

from .. import air, light, weathers
from ..canvas import Point, num
from ..colour import Colour, lch
from ..stage import Drawn, Stage
from . import Scene, craft, figures, flora, sands

"""Sand far and near. It grows redder, never browner, as it darkens."""


def draw(stage: Stage) -> Drawn:
    """Draw sky and far land, then dunes, rocks or water."""
    frame, kind = stage.frame, stage.variant
    base = frame.height * (0.60 if frame.tall else 0.56)
    air.sky(stage, base)
    if stage.palette.night:
        air.stars(stage, base, 130)
    air.sun(stage, base, height=stage.rng("sun").between(0.28, 0.68))
    air.clouds(stage, base, 2, alpha=0.4)
    details = {"dunes": _dunes, "mesas": _mesas, "oasis": _oasis}[kind](stage, base)
    subject = {
        "dunes": "desert dunes",
        "mesas": "a desert with mesas",
        "oasis": "an oasis in a desert",
    }
    return Drawn(
        subject=subject[kind], details=details, setting=weathers.setting(stage, season=False)
    )


def _row(stage: Stage, name: str, foot: float, high: float, wide: float, share: float) -> None:
    """A row of dunes, the highest on the third of the mass, and the sand before it."""
    frame, rng = stage.frame, stage.rng(name)
    tone = sands.sand(stage, share)
    for x in rng.shuffled((0.02, 0.3, 0.52, 0.8, 1.0)):
        reach = frame.width * wide * rng.between(0.8, 1.2)
        tip = (frame.x(x + rng.between(-0.08, 0.08)), foot - high * rng.between(0.45, 0.85))
        sands.dune(stage, tip, foot, reach, tone.lighter(rng.between(-0.02, 0.02)))
    fill = stage.canvas.linear(((0, tone), (1, tone.lighter(-0.03))))
    air.ridge(stage, f"{name} floor", foot + high * 0.2, high * 0.18, fill, detail=1)


def _dunes(stage: Stage, base: float) -> tuple[str, ...]:
    """Three rows of dunes and a caravan on the crest of the nearest but one."""
    frame, unit = stage.frame, stage.frame.unit
    drop = frame.height - base
    for i, depth in enumerate((0.1, 0.22)):
        air.ridge(
            stage,
            f"far {i}",
            base + unit,
            unit * (7 - 2 * i),
            stage.palette.depth(depth),
            jagged=True,
        )
    _row(stage, "row 0", base + drop * 0.08, base * 0.16, 0.2, 0.1)
    _row(stage, "row 1", base + drop * 0.26, base * 0.26, 0.28, 0.34)
    tone = sands.sand(stage, 0.62)
    foot = base + drop * 0.66
    rng = stage.rng("great dune")
    tip = (frame.x(rng.between(0.56, 0.84)), base * rng.between(0.86, 1.04))
    sands.dune(stage, tip, foot, frame.width * rng.between(0.36, 0.6), tone)
    line = air.ridge(stage, "crest", foot - drop * 0.06, unit * 3, tone.lighter(-0.02), detail=1)
    _ripples(stage, line, tone)
    _caravan(stage, line)
    _front(stage)
    return "a caravan of camels", "mountains far off"


def _ripples(stage: Stage, line: list[Point], tone: Colour) -> None:
    frame, unit, rng, d = stage.frame, stage.frame.unit, stage.rng("ripples"), ""
    for _ in range(16):
        x = rng.between(0, frame.width)
        y = air.height_at(line, x) + unit * rng.between(3, 16)
        w = unit * rng.between(5, 13)
        half = num(w * 0.5)
        d += f"M{num(x)} {num(y)}q{num(w * 0.25)} {num(-unit * 0.7)} {half} 0t{half} 0"
    stage.canvas.path(d, "none", stroke=tone.lighter(-0.1), width=unit * 0.26, line_alpha=0.7)


def _caravan(stage: Stage, line: list[Point]) -> None:
    frame, unit = stage.frame, stage.frame.unit
    size = unit * 9.5
    step = size * 1.15 / frame.width
    coat = _coat(stage)
    last = 3 if frame.width > 8 * size else 2
    for i in range(last):
        x = frame.x(0.618 - step * (i - 0.6))
        figures.camel(
            stage, (x, air.height_at(line, x) + unit * 1.4), size, coat, mirror=frame.flip
        )
    x = frame.x(0.618 + step * 1.45)
    figures.walker(stage, (x, air.height_at(line, x) + unit * 1.4), size * 0.8, mirror=frame.flip)


def _front(stage: Stage) -> None:
    """The dark dune in front, rising at both edges, with dry grass."""
    frame, unit = stage.frame, stage.frame.unit
    near = (
        sands.sand(stage, 1.0)
        .mix(stage.palette.near, 0.68)
        .at(0.30 if not stage.palette.night else 0.18)
    )
    line = air.ridge(stage, "front", frame.height + unit, unit * 1.6, near, lift=unit * 9)
    size = (unit * 2, unit * 4.5)
    tufts = flora.along(stage.rng("tufts"), line, int(frame.width / unit / 3), size)
    spots = [tuft for tuft in tufts if abs(tuft[0] / frame.width - 0.5) > 0.2]
    flora.grass(stage, spots, near)


def _mesas(stage: Stage, base: float) -> tuple[str, ...]:
    """Mesas in three depths, a road or plain with cacti."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("mesas")
    high = min(base * 0.56, frame.width * 0.42)
    air.ridge(stage, "far", base, unit * 5, stage.palette.depth(0.12), jagged=True)
    for share, places, size in ((0.12, (0.1, 0.42, 0.9), 0.42), (0.4, (0.28, 0.98), 0.62),
                                (0.72, (0.69,), 1.0)):  # fmt: skip
        tone = sands.sand(stage, share).mix(
            lch(0.62, 0.14, 35), 0.0 if stage.palette.night else 0.4
        )
        tone = tone.mix(stage.palette.depth(0.3), 0.45 * (1 - share))
        for place in places:
            at = (frame.x(place + rng.between(-0.04, 0.04)), base + unit * (1 + 2 * share))
            tall = high * size * rng.between(0.85, 1.05)
            sands.mesa(stage, rng, at, tall * rng.between(1.1, 1.6), tall, tone)
        air.haze(
            stage,
            base - high * size * 0.5,
            base + unit * 3,
            sands.sand(stage, 0.1),
            0.42 - 0.3 * share,
        )
    drop, line = frame.height - base, []
    for i, (at_share, share) in enumerate(((0.04, 0.2), (0.26, 0.42), (0.5, 0.66))):
        tone = sands.sand(stage, share)
        paint = stage.canvas.linear(((0, tone), (1, tone.lighter(-0.06))))
        line = air.ridge(stage, f"plain {i}", base + drop * at_share, unit * 3, paint, detail=2)
        _cacti(stage, line, i)
    _road(stage, line)
    _front(stage)
    return "tall cacti", "a car on a desert road"


def _road(stage: Stage, line: list[Point]) -> None:
    frame, unit = stage.frame, stage.frame.unit
    y = air.height_at(line, frame.golden) + unit * 6
    grey = stage.palette.near.mix(sands.sand(stage, 0.6), 0.3)
    stage.canvas.rect(-4, y, frame.width + 8, unit * 3, grey)
    stage.canvas.path(f"M0 {num(y + unit * 1.5)}H{frame.width}", "none", stroke=stage.palette.light,
                      width=unit * 0.25, dash=f"{num(unit * 3)} {num(unit * 3)}", cap="butt",
                      line_alpha=0.8)  # fmt: skip
    craft.car(
        stage,
        (frame.golden, y + unit * 2),
        unit * 12,
        stage.palette.accent,
        mirror=frame.flip,
    )


def _cacti(stage: Stage, line: list[Point], i: int) -> None:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng(f"cacti {i}")
    green = light.own(stage, lch(0.54, 0.09, 155), 0.6 + 0.2 * i)
    size = unit * (5, 9, 19)[i]
    shares = ((0.12, 0.33, 0.5, 0.77, 0.93), (0.24, 0.45, 0.86), (0.13, 0.88))[i]
    for share in shares:
        x = frame.x(share + rng.between(-0.03, 0.03))
        tall = min(size * rng.between(0.75, 1.15), frame.height * 0.3)
        sands.cactus(stage, (x, air.height_at(line, x) + unit * (1 + i)), tall, green)


def _oasis(stage: Stage, base: float) -> tuple[str, ...]:
    """A pool among palms, dunes behind, a camel that drinks the view."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("oasis")
    drop = frame.height - base
    _row(stage, "row 0", base + drop * 0.1, base * 0.24, 0.26, 0.12)
    _row(stage, "row 1", base + drop * 0.3, base * 0.30, 0.34, 0.38)
    y, x = base + drop * 0.56, frame.x(0.5)
    rim, pool = sands.sand(stage, 0.5).lighter(0.06), light.sea(stage)
    stage.canvas.ellipse(x, y, frame.width * 0.34, drop * 0.145, rim)
    paint = stage.canvas.linear(((0, pool[0]), (1, pool[2])))
    stage.canvas.ellipse(x, y + unit * 0.4, frame.width * 0.32, drop * 0.12, paint)
    leaf = light.own(stage, lch(0.56, 0.11, 145))
    spots = [(x + frame.width * dx, y + drop * dy, unit * h) for dx, dy, h in
             ((-0.33, 0.0, 3), (-0.28, -0.08, 3.4), (0.3, -0.06, 3.6), (0.34, 0.03, 2.6),
             (0.2, -0.11, 2.2))]  # fmt: skip
    flora.bushes(stage, spots, leaf.lighter(-0.06))
    for share, tall, lean in (
        (0.74, 33, -0.12),
        (0.82, 25, 0.14),
        (0.22, 30, 0.12),
        (0.15, 21, -0.16),
    ):
        at = (frame.x(share), y - drop * rng.between(0.0, 0.06))
        flora.palm(stage, at, min(unit * tall, frame.height * 0.5 * tall / 33), leaf,
                   -lean if frame.flip else lean)  # fmt: skip
    coat = _coat(stage)
    figures.camel(stage, (frame.golden, y + drop * 0.2), unit * 11, coat, mirror=frame.flip)
    _front(stage)
    return "palms around a pool", "a camel"


def _coat(stage: Stage) -> Colour:
    """Camels are dark on bright sand, and pale in the moonlight."""
    if stage.palette.night:
        return stage.palette.horizon.mix(stage.palette.paper, 0.3)
    return stage.palette.near.mix(lch(0.45, 0.08, 40), 0.38)


SCENE = Scene(
    name="desert",
    draw=draw,
    variants=("dunes", "dunes", "mesas", "dunes", "oasis", "oasis", "mesas"),
)
