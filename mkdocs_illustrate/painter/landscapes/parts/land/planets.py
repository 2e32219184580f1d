"""Other worlds: planets, their ground, and who walks there."""

from __future__ import annotations

from ....kit.canvas import Point, num
from ....kit.chance import Rng
from ....kit.colour import Colour, ground, lch
from ....kit.outlines import oval, polygon
from ... import backdrop
from ...stage import Stage
from ..local_box import standing


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
            canvas.path(front, "none", stroke=colour.lighter(0.16), width=r * 0.17, cap="butt")
    sweep = 1 if side > 0 else 0
    canvas.path(
        f"M{num(x)} {num(y - r)}A{num(r)} {num(r)} 0 0 {sweep} {num(x)} {num(y + r)}"
        f"A{num(r * 1.3)} {num(r * 1.3)} 0 0 {1 - sweep} {num(x)} {num(y - r)}Z",
        stage.palette.near,
        alpha=0.35,
    )


def surface(stage: Stage, base: float, hue: float) -> list[Point]:
    """The surface of another world, glowing far off, with crags and craters."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("ground")
    backdrop.haze(stage, base * 0.55, base, lch(0.80, 0.13, hue + 25), 0.65)
    line: list[Point] = []
    layers = ((0.24, 0.64, 0.11), (0.14, 0.54, 0.13), (0.04, 0.46, 0.12))
    for i, (rise, light, chroma) in enumerate(layers):
        tone = ground(light, chroma, hue - 8 * i)
        paint = stage.canvas.linear(((0, tone.lighter(0.04)), (1, tone.lighter(-0.10))))
        line = backdrop.ridge(
            stage,
            f"crag {i}",
            base + unit * (4 * i - 2),
            frame.height * rise,
            paint,
            jagged=i < 2,
            points=27,
            detail=5,
            lift=unit * 2,
        )
        if i < 2:
            _rocks(stage, rng, line, tone)
    tone = ground(0.46, 0.12, hue - 16)
    lit, dim = "", ""
    for i in range(8):
        x, w = frame.width * (i + rng.between(0.1, 0.9)) / 8, unit * rng.between(2, 6)
        y = min(backdrop.height_at(line, x) + unit * rng.between(4, 12), frame.height - unit)
        lit += oval(x, y, w, w * 0.26)
        dim += oval(x, y + w * 0.05, w * 0.84, w * 0.18)
    stage.canvas.path(lit, tone.lighter(0.10))
    stage.canvas.path(dim, tone.lighter(-0.13))
    return line


def _rocks(stage: Stage, rng: Rng, line: list[Point], tone: Colour) -> None:
    """Needles of rock along a crest, lit on one side."""
    unit, side, body, shade = stage.frame.unit, stage.frame.shaded, "", ""
    for _ in range(7):
        x, h = stage.frame.width * rng.unit(), unit * rng.between(3, 9)
        y, w = backdrop.height_at(line, x) + unit, h * 0.32
        body += polygon([(x - w, y), (x - w * 0.3, y - h), (x + w * 0.25, y - h * 0.9), (x + w, y)])
        shade += polygon([(x, y), (x, y - h * 0.93), (x + side * w * 0.3, y - h * 0.92), (x + side * w, y)])
    stage.canvas.path(body, tone.lighter(0.03))
    stage.canvas.path(shade, tone.lighter(-0.06))


def astronaut(stage: Stage, at: Point, height: float) -> None:
    """Draw an astronaut with a flag."""
    with standing(stage, at, height, mirror=stage.frame.flip) as canvas:
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


def base_camp(stage: Stage, at: Point, height: float) -> None:
    """Draw a domed station with lit windows and an aerial."""
    white, glass = lch(0.94, 0.015, 250), lch(0.88, 0.10, 200)
    with standing(stage, at, height, mirror=stage.frame.flip) as canvas:
        canvas.path("M-70 -6V-30H-30V-6ZM40 -6V-24H96V-6Z", white.lighter(-0.12))
        canvas.path("M-48 0A56 62 0 0 1 64 0Z", white)
        canvas.path("M22 -61A56 62 0 0 1 64 0H30Q44 -34 22 -61Z", white.lighter(-0.1))
        canvas.path("M84 -24V-86M84 -86h0M78 -70h12", stroke=white.lighter(-0.2), width=4)
        canvas.circle(84, -90, 5, stage.palette.accent)
        canvas.path(oval(-18, -28, 9, 9) + oval(10, -32, 9, 9), glass)
        canvas.path("M-6 0V-12Q6 -20 18 -12V0Z", stage.palette.accent)
        canvas.path("M-66 -24h28M44 -18h44", stroke=glass, width=6)


def planet(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """Draw a ringed planet above a strange world; give subject and details."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("planets")
    hue, beside = rng.pick(((30.0, 190), (250.0, 50), (330.0, 205), (15.0, 205), (300.0, 48)))
    big = min(unit * 18, frame.width * 0.18, base * 0.27)
    at = (frame.x(0.63 if not frame.tall else 0.58), base * 0.37)
    stage.canvas.glow(*at, big * 2.1, lch(0.82, 0.13, beside), 0.45)
    globe(stage, rng, at, big, lch(0.76, 0.15, beside), rings=True)
    moon = lch(0.80, 0.12, hue + 100)
    globe(stage, rng, (frame.x(0.20), base * 0.24), unit * 6, moon, rings=False)
    globe(stage, rng, (frame.x(0.33), base * 0.50), unit * 3, lch(0.88, 0.07, hue), rings=False)
    line = surface(stage, base, hue)
    camp, who = frame.x(0.70), frame.x(0.40)
    base_camp(stage, (camp, backdrop.height_at(line, camp) + unit * 4), unit * 12)
    astronaut(stage, (who, backdrop.height_at(line, who) + unit * 6), unit * 17)
    return "a ringed planet over a strange world", ("an astronaut", "a domed station", "two moons")


def rocket(stage: Stage, base: float) -> tuple[str, tuple[str, ...]]:
    """A rocket that climbs in an arc of smoke between planets."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("rocket")
    hue, ring_hue = rng.pick(((285.0, 48), (330.0, 190), (205.0, 40), (12.0, 195), (250.0, 40)))
    ringed = (frame.x(0.25), base * 0.32)
    r = min(unit * 11, frame.width * 0.12, base * 0.18)
    stage.canvas.glow(*ringed, r * 2, lch(0.82, 0.13, ring_hue), 0.4)
    globe(stage, rng, ringed, r, lch(0.78, 0.14, ring_hue), rings=True)
    moon = lch(0.82, 0.10, hue + 160)
    globe(stage, rng, (frame.x(0.86), base * 0.58), unit * 4.6, moon, rings=False)
    line = surface(stage, base, hue)
    tip = (frame.x(0.62), base * 0.38)
    start = (frame.x(0.42), backdrop.height_at(line, frame.x(0.42)) + unit * 5)
    _smoke(stage, rng, start, (tip[0], tip[1] + unit * 11))
    turn = 24 if not frame.flip else -24
    _ship(stage, tip, turn, min(unit * 0.28, base * 0.0045))
    return "a rocket on its way to the stars", ("a ringed planet", "a trail of smoke")


def _smoke(stage: Stage, rng: Rng, start: Point, end: Point) -> None:
    """Puffs along a curve, broad on the ground, warm below."""
    frame, unit, d, light, warm = stage.frame, stage.frame.unit, "", "", ""
    white, bend = lch(0.93, 0.03, 320), (frame.x(0.45), (start[1] + end[1]) / 2)
    for i in range(22):
        t = i / 21
        x, y = (start[k] * (1 - t) ** 2 + 2 * t * (1 - t) * bend[k] + t * t * end[k] for k in (0, 1))
        r = unit * (6.2 * (1 - t) ** 1.4 + 1.2) * rng.between(0.8, 1.15)
        x += rng.between(-1, 1) * unit * (1 - t) * 3
        d += oval(x, y, r, r * 0.92)
        light += oval(x - unit * 0.8, y - r * 0.35, r * 0.55, r * 0.42)
        warm += oval(x + r * 0.2, y + r * 0.4, r * 0.6, r * 0.36) if t > 0.5 else ""
    stage.canvas.path(d, white.lighter(-0.08))
    stage.canvas.path(warm, lch(0.86, 0.10, 60))
    stage.canvas.path(light, white.lighter(0.04))


def _ship(stage: Stage, tip: Point, turn: float, scale: float) -> None:
    canvas, accent = stage.canvas, stage.palette.accent
    canvas.glow(tip[0] - turn * scale * 0.6, tip[1] + scale * 50, scale * 70, lch(0.86, 0.14, 65), 0.6)
    with canvas.group(move=tip, turn=turn, scale=scale):
        canvas.path("M-11 36Q0 92 11 36Z", lch(0.72, 0.18, 50))
        canvas.path("M-6 36Q0 68 6 36Z", lch(0.93, 0.12, 95))
        canvas.path("M-14 6Q-34 22 -28 46L-10 32ZM14 6Q34 22 28 46L10 32Z", accent)
        canvas.path("M0 -66Q24 -34 17 16L11 36H-11L-17 16Q-24 -34 0 -66Z", lch(0.96, 0.012, 250))
        canvas.path("M0 -66Q24 -34 17 16L11 36H0Z", lch(0.84, 0.03, 260))
        canvas.path("M0 -66Q12 -50 16.500 -34H-16.500Q-12 -50 0 -66Z", accent)
        canvas.circle(0, -14, 9, accent.lighter(-0.12))
        canvas.circle(0, -14, 6, lch(0.75, 0.09, 225))
        canvas.path("M-4 8H4V44H-4Z", accent.lighter(-0.06))
