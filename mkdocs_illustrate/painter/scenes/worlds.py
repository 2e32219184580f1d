"""Other worlds: planets, their ground, and who walks there."""

from __future__ import annotations

from .. import air
from ..canvas import Point, num
from ..colour import Colour, ground, lch
from ..rng import Rng
from ..shapes import oval
from ..stage import Stage
from . import figures


def globe(stage: Stage, rng: Rng, at: Point, r: float, colour: Colour, *, rings: bool) -> None:
    """Draw a planet in bands, its night side, and perhaps its rings before and behind."""
    (x, y), canvas, side = at, stage.canvas, stage.frame.shaded
    tilt = -18 if side > 0 else 18
    with canvas.group(move=at, turn=tilt):
        if rings:
            canvas.ellipse(0, 0, r * 1.9, r * 0.42, stroke=colour.lighter(0.12), width=r * 0.17)
        with canvas.group(clip=oval(0, 0, r, r)):
            canvas.circle(0, 0, r, colour)
            for _ in range(4):
                h = r * rng.between(0.1, 0.3)
                top = rng.between(-0.9, 0.8) * r
                canvas.rect(
                    -r,
                    top,
                    r * 2,
                    h,
                    colour.lighter(rng.pick((0.06, -0.06, 0.1))).turned(8),
                    r=h / 2,
                )
        if rings:
            front = f"M{num(-r * 1.9)} 0A{num(r * 1.9)} {num(r * 0.42)} 0 0 0 {num(r * 1.9)} 0"
            canvas.path(front, "none",
                        stroke=colour.lighter(0.16), width=r * 0.17, cap="butt")  # fmt: skip
    sweep = 1 if side > 0 else 0
    canvas.path(f"M{num(x)} {num(y - r)}A{num(r)} {num(r)} 0 0 {sweep} {num(x)} {num(y + r)}"
                f"A{num(r * 1.3)} {num(r * 1.3)} 0 0 {1 - sweep} {num(x)} {num(y - r)}Z",
                stage.palette.near, alpha=0.35)  # fmt: skip


def surface(stage: Stage, base: float, hue: float) -> list[Point]:
    """The surface of another world, with crags and craters."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("ground")
    line: list[Point] = []
    for i, (rise, light) in enumerate(((0.30, 0.50), (0.17, 0.42), (0.05, 0.33))):
        tone = ground(light, 0.10, hue).mix(stage.palette.middle, 0.25)
        line = air.ridge(stage, f"crag {i}", base + unit * (4 * i - 2), frame.height * rise, tone,
                         jagged=i < 2, points=27, detail=5, lift=unit * 2)  # fmt: skip
    tone = ground(0.34, 0.10, hue).mix(stage.palette.middle, 0.25)
    for _ in range(7):
        x, w = rng.between(0.05, 0.95) * frame.width, unit * rng.between(2, 6)
        y = air.height_at(line, x) + unit * rng.between(4, 13)
        stage.canvas.ellipse(x, y, w, w * 0.24, tone.lighter(0.06))
        stage.canvas.ellipse(x, y + w * 0.05, w * 0.85, w * 0.17, tone.lighter(-0.1))
    return line


def astronaut(stage: Stage, at: Point, height: float) -> None:
    """Draw an astronaut with a flag."""
    with figures.standing(stage, at, height, mirror=stage.frame.flip) as canvas:
        white, accent = lch(0.95, 0.015, 250), stage.palette.accent
        canvas.path("M40 0V-96", stroke=lch(0.8, 0.02, 250), width=3, cap="butt")
        canvas.path("M40 -96L76 -88L68 -76L76 -66L40 -70Z", accent)
        canvas.rect(-28, -72, 20, 38, white.lighter(-0.2), r=5)
        canvas.path("M-18 -34H-1V-2H-20ZM3 -34H20L21 -2H3Z", white.lighter(-0.06))
        canvas.path("M-22 -6H0V2H-22ZM2 -6H24V2H2Z", white.lighter(-0.28))
        canvas.rect(-20, -70, 42, 42, white, r=13)
        canvas.line(((16, -60), (28, -48), (40, -52)), white.lighter(-0.06), 11)
        canvas.rect(-4, -52, 16, 10, accent, r=2)
        canvas.circle(2, -80, 20, white)
        canvas.rect(-8, -92, 29, 22, lch(0.32, 0.08, 260), r=10)
        canvas.rect(-2, -88, 11, 5, lch(0.75, 0.08, 230), r=2.5)


def planet(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """Draw a ringed planet above a strange world; give subject and details."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("planets")
    hue = rng.pick((30.0, 250.0, 330.0, 165.0))
    big = min(unit * 15, frame.width * 0.2)
    globe(stage, rng, (frame.x(0.64), base * 0.40), big, lch(0.72, 0.13, hue + 40), rings=True)
    globe(
        stage, rng, (frame.x(0.22), base * 0.26), unit * 5, lch(0.78, 0.09, hue + 150), rings=False
    )
    globe(stage, rng, (frame.x(0.36), base * 0.55), unit * 2.4, lch(0.85, 0.06, hue), rings=False)
    line = surface(stage, base, hue)
    astronaut(stage, (frame.x(0.42), air.height_at(line, frame.x(0.42)) + unit * 4), unit * 11)
    return "a ringed planet over a strange world", ("an astronaut", "two moons")


def rocket(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """A rocket that climbs in an arc of smoke between planets."""
    frame, unit, rng, canvas = stage.frame, stage.frame.unit, stage.rng("rocket"), stage.canvas
    hue = rng.pick((40.0, 300.0, 200.0))
    globe(stage, rng, (frame.x(0.27), base * 0.34), min(unit * 9, frame.width * 0.14),
           lch(0.74, 0.12, hue + 20), rings=True)  # fmt: skip
    globe(
        stage, rng, (frame.x(0.86), base * 0.62), unit * 3.5, lch(0.8, 0.07, hue + 160), rings=False
    )
    line = surface(stage, base, rng.pick((285.0, 325.0, 205.0, 170.0)))
    tip = (frame.x(0.62), base * 0.40)
    start = (frame.x(0.40), air.height_at(line, frame.x(0.40)) + unit * 4)
    smoke = stage.palette.paper.mix(stage.palette.horizon, 0.35)
    d, light = "", ""
    for i in range(17):
        t = i / 16
        x = start[0] * (1 - t) ** 2 + 2 * t * (1 - t) * frame.x(0.44) + t * t * tip[0]
        y = start[1] * (1 - t) ** 2 + 2 * t * (1 - t) * base * 0.62 + t * t * (tip[1] + unit * 10)
        r = unit * (4.6 * (1 - t) ** 1.3 + 0.9) * rng.between(0.8, 1.15)
        d += oval(x + rng.between(-1, 1) * unit * (1 - t) * 2, y, r, r * 0.92)
        light += oval(x - unit * 0.8, y - r * 0.35, r * 0.5, r * 0.4)
    canvas.path(d, smoke.lighter(-0.05))
    canvas.path(light, smoke.lighter(0.05))
    turn = 24 if not frame.flip else -24
    with canvas.group(move=tip, turn=turn, scale=unit * 0.2):
        canvas.path("M-9 36Q0 84 9 36Z", lch(0.72, 0.18, 50))
        canvas.path("M-5 36Q0 62 5 36Z", lch(0.92, 0.12, 95))
        canvas.path("M-14 6Q-34 22 -28 46L-10 32ZM14 6Q34 22 28 46L10 32Z", stage.palette.accent)
        canvas.path("M0 -66Q24 -34 17 16L11 36H-11L-17 16Q-24 -34 0 -66Z", lch(0.96, 0.012, 250))
        canvas.path("M0 -66Q24 -34 17 16L11 36H0Z", lch(0.84, 0.03, 260))
        canvas.path("M0 -66Q12 -50 16.500 -34H-16.500Q-12 -50 0 -66Z", stage.palette.accent)
        canvas.circle(0, -14, 9, stage.palette.accent.lighter(-0.12))
        canvas.circle(0, -14, 6, lch(0.75, 0.09, 225))
        canvas.path("M-4 8H4V44H-4Z", stage.palette.accent.lighter(-0.06))
    return "a rocket on its way to the stars", ("a ringed planet", "a trail of smoke")
