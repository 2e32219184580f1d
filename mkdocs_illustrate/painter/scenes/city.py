"""A skyline in layers of haze, behind a river, a park or a bridge."""

from __future__ import annotations

from .. import air, light, weathers
from ..canvas import num
from ..colour import Colour, lch
from ..shapes import boxes, hills
from ..stage import Drawn, Stage
from . import Scene, craft, figures, flora, towers


def draw(stage: Stage) -> Drawn:
    """Draw the town, then what lies before it."""
    frame = stage.frame
    kind = _kind(stage)
    weather = weathers.lot(stage)
    shore = frame.height * (0.80 if frame.tall else 0.795)
    _sky(stage, shore, weather)
    _layers(stage, shore)
    details = {"waterside": _waterside, "park": _park, "bridge": _bridge}[kind](stage, shore)
    if stage.rng("drones").chance(0.4) and weather != "rain" and not stage.palette.night:
        _drones(stage, shore)
        details = (*details, "drones above the roofs")
    weathers.fall(stage, weather, shore)
    return Drawn(
        subject="a city skyline", details=details, setting=weathers.setting(stage, weather)
    )


def _kind(stage: Stage) -> str:
    if set(stage.concepts) & {"cycling", "cars"}:
        return "park"
    return "waterside" if "train" in stage.concepts else stage.variant


def _sky(stage: Stage, shore: float, weather: str) -> None:
    air.sky(stage, shore)
    if stage.palette.night:
        air.stars(stage, shore * 0.8, 70)
    if weather != "rain":
        air.sun(stage, shore, height=stage.rng("sun").between(0.46, 0.72))
    air.clouds(stage, shore, 5 if weather == "rain" else 3)


def _layers(stage: Stage, shore: float) -> None:
    """Four rows of houses, the haze between them, the nearest low and dark."""
    frame, palette, rng = stage.frame, stage.palette, stage.rng("skyline")
    reach = min(shore * 0.78, frame.unit * 62)
    sun = palette.light.mix(palette.horizon, 0.45)
    rows = (
        (0.26, 0.92, 5.8, 0.30, (palette.depth(0.10), sun, palette.depth(0.18)), 0.0, 0.04),
        (0.17, 0.80, 5.2, 0.21, tuple(map(palette.depth, (0.30, 0.38, 0.25))), 0.4, 0.06),
        (0.12, 0.56, 5.4, 0.20, tuple(map(palette.depth, (0.56, 0.48, 0.64))), 0.65, 0.07),
        (0.08, 0.20, 6.2, 0.40, tuple(map(palette.depth, (0.88, 0.78, 0.95))), 0.9, 0.05),
    )
    for i, (low, high, wide, spread, tones, alpha, drop) in enumerate(rows):
        row = towers.skyline(stage, rng, shore, reach * low * (1 - 0.1 * i), reach * high,
                             wide=wide, spread=spread)  # fmt: skip
        towers.draw(stage, row, rng, tones, _glass(stage, i), alpha=alpha, drop=drop)
        if i:
            green = light.leaves(stage, 0.3 + 0.2 * i)
            panel = palette.veiled(lch(0.45, 0.1, 255), 0.4 + 0.2 * i)
            towers.roofs(stage, row, rng, green, panel)
        if i < 3:
            air.haze(stage, shore - reach * 0.5, shore, palette.horizon, 0.42 - 0.1 * i)


def _glass(stage: Stage, row: int) -> Colour:
    """By day glass mirrors the sky; from dusk on it is lit."""
    palette = stage.palette
    if palette.hour in ("dusk", "night"):
        return lch(0.88, 0.12, 82)
    return palette.horizon.mix(palette.paper, 0.5) if row > 1 else palette.depth(0.62)


def _waterside(stage: Stage, shore: float) -> tuple[str, ...]:
    """A river, a viaduct over it with a train, trees on this side."""
    frame, unit = stage.frame, stage.frame.unit
    _river(stage, shore)
    _viaduct(stage, shore - unit * 4.2, shore)
    craft.train(stage, (frame.golden, shore - unit * 4.5), unit * 19, mirror=frame.flip)
    _bank(stage)
    return "a train crossing a viaduct", "trees along the water"


def _river(stage: Stage, shore: float) -> None:
    frame, palette = stage.frame, stage.palette
    air.water(stage, shore)
    dark = palette.depth(0.8)
    veil = stage.canvas.linear(((0, dark, 0.55), (1, dark, 0.0)))
    stage.canvas.rect(0, shore, frame.width, (frame.height - shore) * 0.6, veil)
    air.ripples(stage, shore, frame.height, 46)
    air.glints(stage, frame.third, shore + 4, frame.height, 15)


def _viaduct(stage: Stage, deck: float, shore: float) -> None:
    frame, unit, colour = stage.frame, stage.frame.unit, stage.palette.depth(0.97)
    step, piers = unit * 9, ""
    for i in range(int(frame.width / step) + 2):
        x = i * step - unit * 3
        piers += f"M{num(x - unit * 1.5)} {num(deck)}Q{num(x - unit * 0.5)} {num(deck + unit)} "
        piers += f"{num(x - unit * 0.5)} {num(shore + unit * 2)}h{num(unit)}Q{num(x + unit * 0.5)} "
        piers += f"{num(deck + unit)} {num(x + unit * 1.5)} {num(deck)}Z"
    stage.canvas.path(piers, colour)
    stage.canvas.rect(-5, deck, frame.width + 10, unit * 1.15, colour)
    stage.canvas.rect(-5, deck - unit * 0.3, frame.width + 10, unit * 0.32, stage.palette.light,
                      alpha=0.75)  # fmt: skip


def _bank(stage: Stage) -> None:
    """The dark foreground that rises at both edges, with trees of two tones."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("bank")
    ground = light.dark(stage, light.leaves(stage), 0.15)
    line = air.ridge(stage, "bank line", frame.height - unit * 1.2, unit * 1.4, ground,
                     lift=unit * 8)  # fmt: skip
    spots = [s for s in flora.along(rng, line, int(frame.width / unit / 4.4), (unit * 4, unit * 8),
                                    sink=unit * 0.3)
             if abs(s[0] / frame.width - 0.5) > 0.14]  # fmt: skip
    tone = light.leaves(stage)
    flora.rounds(stage, spots[::2], tone.lighter(-0.05))
    flora.rounds(stage, spots[1::2], tone.turned(12).lighter(0.04))


def _park(stage: Stage, shore: float) -> tuple[str, ...]:
    """Lawns with trees before the houses, and a lane with someone on it."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("park")
    back = air.ridge(stage, "lawn", shore + unit * 0.5, unit * 2, light.turf(stage, 0.62))
    far = flora.along(rng, back, int(frame.width / unit / 3), (unit * 4, unit * 7), sink=unit)
    flora.rounds(stage, far, light.leaves(stage, 0.72))
    front = air.ridge(stage, "green", shore + unit * 4.5, unit * 2, light.turf(stage, 0.95))
    flora.rounds(stage, flora.along(rng, front, 9, (unit * 6, unit * 9)), light.leaves(stage, 0.95))
    lane = frame.height - unit * (6.4 if frame.panorama else 7.4)
    _lane(stage, lane)
    if "cars" in stage.concepts:
        craft.car(stage, (frame.golden, lane + unit * 2.5), unit * 13, stage.palette.accent,
                  mirror=frame.flip)  # fmt: skip
        words = "a car on a park road"
    elif "cycling" in stage.concepts or rng.chance(0.5):
        figures.cyclist(stage, (frame.golden, lane + unit * 2.2), unit * 9.5, mirror=frame.flip)
        words = "a cyclist on a park lane"
    else:
        figures.walker(stage, (frame.golden, lane + unit * 2.2), unit * 9, mirror=frame.flip)
        words = "someone walking through a park"
    _hedge(stage)
    return words, "trees before the houses"


def _lane(stage: Stage, top: float) -> None:
    frame, unit, palette = stage.frame, stage.frame.unit, stage.palette
    stage.canvas.rect(
        0, top - unit * 0.6, frame.width, frame.height, light.turf(stage).lighter(-0.1)
    )
    earth = light.own(stage, lch(0.82, 0.035, 70))
    stage.canvas.rect(0, top, frame.width, unit * 3.6, earth)
    posts = [(frame.width * share, top) for share in (0.12, 0.4, 0.68, 0.96)]
    d = "".join(f"M{num(x)} {num(y)}v{num(-unit * 11)}h{num(unit * 1.6)}" for x, y in posts)
    stage.canvas.path(d, "none", stroke=palette.depth(0.95), width=unit * 0.4)
    lamps = "".join(f"M{num(x + unit * 1.6)} {num(y - unit * 10.6)}h0" for x, y in posts)
    stage.canvas.path(lamps, "none", stroke=palette.light, width=unit * 1.1)


def _hedge(stage: Stage) -> None:
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("hedge")
    dark = light.dark(stage, light.leaves(stage), 0.25, 0.29)
    line = air.ridge(stage, "hedge line", frame.height - unit * 1.1, unit, dark, lift=unit * 5)
    size = (unit * 1.2, unit * 2.6)
    spots = flora.along(rng, line, int(frame.width / unit / 3), size, sink=unit * 0.2)
    flora.bushes(stage, spots, dark)


def _bridge(stage: Stage, shore: float) -> tuple[str, ...]:
    """A suspension bridge over wide water, and a sailing boat."""
    frame, unit = stage.frame, stage.frame.unit
    _river(stage, shore)
    deck, high = shore + unit * 1.2, unit * (20 if frame.panorama else 26)
    _cables(stage, deck, high)
    at = (frame.golden, (shore + frame.height) / 2 + unit * 3)
    craft.sailboat(stage, at, unit * 11, mirror=frame.flip)
    ground = stage.palette.near.at(0.23)
    air.ridge(stage, "quay", frame.height + unit * 0.5, unit, ground, lift=unit * 6)
    return "a suspension bridge", "a sailing boat on the river"


def _cables(stage: Stage, deck: float, high: float) -> None:
    frame, unit, colour = stage.frame, stage.frame.unit, stage.palette.depth(0.98)
    left, right = frame.width * 0.2, frame.width * 0.8
    hang, cable = "", f"M{num(-frame.width * 0.15)} {num(deck)}"
    ends = ((-frame.width * 0.15, left), (left, right), (right, frame.width * 1.15))
    for start, end in ends:
        sag = deck - unit * 1.5 if (start, end) == (left, right) else deck - high * 0.3
        low, top = ((start + end) / 2, 2 * sag - (deck - high)), deck - high
        first = deck if start < 0 else top
        last = deck if start == right else top
        mid = low[1] if (start, end) == (left, right) else deck - high * 0.25
        cable += f"Q{num(low[0])} {num(mid)} {num(end)} {num(last)}"
        for i in range(1, 18):
            t = i / 18
            y = (1 - t) ** 2 * first + 2 * t * (1 - t) * mid + t * t * last
            hang += f"M{num(start + (end - start) * t)} {num(y)}V{num(deck)}"
    stage.canvas.path(hang, "none", stroke=colour, width=unit * 0.13, line_alpha=0.8)
    stage.canvas.path(cable, "none", stroke=colour, width=unit * 0.42)
    pylons = [(x + dx, deck - high - unit, unit * 0.9, high + unit * 4)
              for x in (left, right) for dx in (-unit * 1.6, unit * 0.7)]  # fmt: skip
    beams = [(x - unit * 1.6, deck - high * part, unit * 3.2, unit * 0.8)
             for x in (left, right) for part in (0.97, 0.62, 0.3)]  # fmt: skip
    stage.canvas.path(boxes([*pylons, *beams]), colour)
    stage.canvas.path(
        hills([(0, deck), (frame.width, deck)], deck + unit * 1.1, smooth=False), colour
    )
    stage.canvas.rect(0, deck - unit * 0.25, frame.width, unit * 0.25, stage.palette.light,
                      alpha=0.7)  # fmt: skip


def _drones(stage: Stage, shore: float) -> None:
    frame, rng = stage.frame, stage.rng("drone places")
    spots = [(frame.x(rng.between(0.42, 0.9)), shore * rng.between(0.12, 0.3)) for _ in range(4)]
    craft.drones(stage, spots, frame.unit * 1.3)


SCENE = Scene(name="city", draw=draw, variants=("waterside", "park", "bridge", "waterside"))
