"""Rooms seen from the front: tones, wallpaper, the slots that furniture goes into."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ....kit.canvas import num
from ....kit.colour import Colour, ground, lch
from ....kit.frame import Frame
from ....kit.outlines import boxes
from ...stage import Stage

_ZOOM = 1.3
_BRIGHT = (
    # wall, cabinets, wood: lightness, chroma, hue
    ((0.955, 0.035, 80), (0.60, 0.08, 195), (0.74, 0.09, 66)),
    ((0.91, 0.05, 165), (0.965, 0.012, 90), (0.70, 0.10, 60)),
    ((0.88, 0.06, 230), (0.44, 0.09, 258), (0.78, 0.08, 70)),
    ((0.90, 0.05, 18), (0.56, 0.08, 170), (0.66, 0.10, 52)),
    ((0.88, 0.055, 305), (0.95, 0.02, 320), (0.72, 0.09, 60)),
    ((0.92, 0.055, 62), (0.50, 0.09, 238), (0.76, 0.08, 70)),
    ((0.955, 0.012, 230), (0.86, 0.10, 92), (0.70, 0.09, 58)),
    ((0.86, 0.055, 148), (0.94, 0.03, 90), (0.64, 0.09, 52)),
    ((0.87, 0.07, 205), (0.97, 0.01, 200), (0.72, 0.10, 62)),
    ((0.94, 0.045, 72), (0.72, 0.10, 350), (0.78, 0.08, 70)),
)
_LAMPLIT = (
    ((0.50, 0.085, 195), (0.37, 0.07, 215), (0.62, 0.09, 55)),
    ((0.47, 0.10, 320), (0.36, 0.08, 300), (0.64, 0.09, 52)),
    ((0.47, 0.10, 272), (0.62, 0.09, 250), (0.62, 0.09, 50)),
    ((0.49, 0.085, 165), (0.82, 0.05, 90), (0.60, 0.09, 52)),
    ((0.58, 0.095, 6), (0.40, 0.07, 268), (0.66, 0.09, 55)),
    ((0.52, 0.08, 240), (0.86, 0.04, 85), (0.60, 0.09, 52)),
    ((0.55, 0.10, 350), (0.42, 0.08, 290), (0.66, 0.09, 55)),
)
"""By lamplight a yellow or orange wall is brown."""
_DEEPER = {"dawn": 0.012, "noon": 0.0, "dusk": 0.0, "night": 0.09}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The tones of a room and its two levels."""

    wall: Colour
    trim: Colour
    wood: Colour
    cabinet: Colour
    cloth: Colour
    top: float
    """The upper side of the table, worktop or bench on which the work stands."""
    floor: float
    """Where wall and floor meet."""
    lamplit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place on the wall: its middle, its width, and the two heights between which it is free."""

    x: float
    width: float
    top: float
    low: float

    @property
    def left(self) -> float:
        """The left edge."""
        return self.x - self.width / 2

    @property
    def height(self) -> float:
        """How high it is."""
        return self.low - self.top


def closer(stage: Stage) -> tuple[Stage, float]:
    """Step closer: give a stage whose frame is smaller, and the scale that fills the picture."""
    frame = stage.frame
    near = Frame(width=round(frame.width / _ZOOM), height=round(frame.height / _ZOOM), flip=frame.flip)
    return replace(stage, frame=near), frame.width / near.width


def room(stage: Stage) -> Room:
    """Choose the tones and the levels of a room, and paint its wall."""
    frame, palette, rng = stage.frame, stage.palette, stage.rng("scheme")
    lamplit = palette.hour in ("dusk", "night")
    wall, cabinet, wood = rng.pick(_LAMPLIT if lamplit else _BRIGHT)
    deeper, turn, high = _DEEPER[palette.hour], rng.between(-9, 9), frame.height / frame.unit
    paper = ground(wall[0] - deeper, wall[1], wall[2] + turn)
    top = frame.height - frame.unit * (19 + max(0.0, high - 60) * 0.27)
    made = Room(
        wall=paper,
        trim=paper.lighter(-0.14) if paper.light > 0.92 else paper.lighter(0.08),
        wood=lch(wood[0] - deeper, wood[1], wood[2]),
        cabinet=ground(max(0.35, cabinet[0] - deeper), cabinet[1], cabinet[2]),
        cloth=lch(0.84, 0.09, rng.pick((30.0, 85.0, 350.0, 160.0, 230.0))),
        top=top,
        floor=top + (frame.height - top) * 0.64,
        lamplit=lamplit,
    )
    paint = stage.canvas.linear(((0, paper.lighter(-0.05)), (0.7, paper), (1, paper.lighter(0.02))))
    stage.canvas.rect(0, 0, frame.width, frame.height, paint)
    return made


def slots(stage: Stage, made: Room) -> tuple[Slot, list[Slot]]:
    """Give the place behind the work, and the places beside it (in a portrait: above it)."""
    frame, unit = stage.frame, stage.frame.unit
    rng, wide = stage.rng("slots"), stage.frame.width
    high, low = unit * 5, made.top - unit * 9
    if frame.tall:
        middle = Slot(x=wide / 2, width=unit * 46, top=made.top - unit * 46, low=low)
        upper = Slot(x=wide / 2, width=unit * 48, top=high, low=made.top - unit * 50)
        return middle, [upper]
    places: tuple[tuple[float, float], ...]
    if frame.panorama:
        places = ((0.115, 0.19), (0.30, 0.15), (0.70, 0.15), (0.885, 0.19))
    else:
        share = rng.pick((0.25, 0.29, 0.29))
        places = ((share / 2 + 0.025, share), (0.975 - share / 2, share))
    inner = 0.22 if frame.panorama else 0.36
    middle = Slot(x=wide / 2, width=wide * inner, top=high, low=made.top - unit * 6)
    sides = [Slot(x=wide * x, width=wide * w, top=high, low=low) for x, w in places]
    return middle, sides[::-1] if frame.flip else sides


def paper(stage: Stage, made: Room, low: float) -> None:
    """Paper or panel the wall down to y = low, or leave it plain."""
    rng = stage.rng("paper")
    kind = rng.pick((None, None, _stripes, _dots, _planks, _wainscot, _leaves))
    if kind is not None:
        kind(stage, made, low)


def _columns(stage: Stage, step: float) -> list[float]:
    return [i * step for i in range(int(stage.frame.width / step) + 2)]


def _stripes(stage: Stage, made: Room, low: float) -> None:
    w = stage.frame.unit * 3.6
    bands = [(x, 0.0, w, low) for x in _columns(stage, w * 2)]
    stage.canvas.path(boxes(bands), made.wall.lighter(0.022))


def _dots(stage: Stage, made: Room, low: float) -> None:
    step, d = stage.frame.unit * 4, ""
    for row in range(int(low / step * 1.6)):
        shift = step / 2 * (row % 2)
        d += "".join(f"M{num(x + shift)} {num(row * step * 0.62)}h0" for x in _columns(stage, step))
    tone = made.wall.lighter(0.035 if made.lamplit else -0.03)
    stage.canvas.path(d, "none", stroke=tone, width=stage.frame.unit * 0.8)


def _planks(stage: Stage, made: Room, low: float) -> None:
    d = "".join(f"M{num(x)} 0V{num(low)}" for x in _columns(stage, stage.frame.unit * 6.5))
    stage.canvas.path(d, "none", stroke=made.wall.lighter(-0.035), width=stage.frame.unit * 0.28)


def _wainscot(stage: Stage, made: Room, low: float) -> None:
    frame, unit = stage.frame, stage.frame.unit
    y, tone = made.top - unit * 7, made.trim
    stage.canvas.rect(0, y, frame.width, low - y, tone)
    d = "".join(f"M{num(x)} {num(y + unit * 1.4)}V{num(low)}" for x in _columns(stage, unit * 4.2))
    stage.canvas.path(d, "none", stroke=tone.lighter(-0.045), width=unit * 0.25)
    stage.canvas.rect(0, y - unit * 0.5, frame.width, unit * 1.3, tone.lighter(0.04))


def _leaves(stage: Stage, made: Room, low: float) -> None:
    """A wallpaper of sprigs."""
    unit, d = stage.frame.unit, ""
    step = unit * 6.5
    for row in range(int(low / step) + 1):
        for x in _columns(stage, step):
            at = x + step / 2 * (row % 2), row * step + unit * 2
            for s in (-1, 1):
                d += f"M{num(at[0])} {num(at[1])}q{num(s * unit * 1.5)} {num(-unit * 0.2)} "
                d += f"{num(s * unit * 1.5)} {num(-unit * 1.8)}q{num(-s * unit * 1.5)} 0 "
                d += f"{num(-s * unit * 1.5)} {num(unit * 1.8)}Z"
    stage.canvas.path(d, made.wall.lighter(0.03 if made.lamplit else -0.028))


def floor(stage: Stage, made: Room) -> None:
    """Lay the floor: boards, tiles or a carpet, with a skirting board."""
    frame, unit, rng = stage.frame, stage.frame.unit, stage.rng("floor")
    y, high = made.floor, frame.height - made.floor
    kind = rng.pick(("boards", "boards", "checks"))
    tone = made.wood.lighter(-0.08) if kind == "boards" else made.wall.mix(made.cabinet, 0.3)
    stage.canvas.rect(0, y, frame.width, high + 2, tone)
    if kind == "boards":
        d = "".join(f"M0 {num(y + high * k)}H{frame.width}" for k in (0.26, 0.6))
        joints = (
            (0.1, 0, 0.26),
            (0.42, 0, 0.26),
            (0.8, 0, 0.26),
            (0.26, 0.26, 0.6),
            (0.66, 0.26, 0.6),
            (0.5, 0.6, 1),
            (0.9, 0.6, 1),
        )
        d += "".join(f"M{num(frame.width * x)} {num(y + high * a)}V{num(y + high * b)}" for x, a, b in joints)
        stage.canvas.path(d, "none", stroke=tone.lighter(-0.055), width=unit * 0.26)
    else:
        _checks(stage, tone, y, high)
    stage.canvas.rect(0, y - unit * 1.5, frame.width, unit * 1.5, made.trim.lighter(0.03))


def _checks(stage: Stage, tone: Colour, y: float, high: float) -> None:
    """Floor tiles that grow towards us."""
    middle, far, near = stage.frame.width / 2, stage.frame.unit * 5, stage.frame.unit * 7.5
    d, half = "", int(stage.frame.width / far / 2) + 2
    for row, (a, b) in enumerate(((0.0, 0.42), (0.42, 1.0))):
        for i in range(-half, half):
            if (i + row) % 2:
                continue
            w = [far + (near - far) * k for k in (a, b)]
            d += f"M{num(middle + w[0] * i)} {num(y + high * a)}h{num(w[0])}"
            d += f"L{num(middle + w[1] * (i + 1))} {num(y + high * b + 1)}h{num(-w[1])}Z"
    stage.canvas.path(d, tone.lighter(0.06))
