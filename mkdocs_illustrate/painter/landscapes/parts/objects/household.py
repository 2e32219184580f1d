"""What stands on shelves and tables, drawn in a box 100 high that stands on y = 0."""

from __future__ import annotations

from ....kit.canvas import Canvas, Point
from ....kit.colour import Colour, lch
from ....kit.outlines import scaled
from ...stage import Stage
from ..local_box import standing

WOOD = lch(0.66, 0.10, 58)
STEEL = lch(0.80, 0.015, 250)
DARK = lch(0.32, 0.04, 265)
_LEAF = lch(0.58, 0.12, 148)


def jar(stage: Stage, at: Point, height: float, filling: Colour) -> None:
    """Draw a glass jar with a lid."""
    with standing(stage, at, height) as canvas:
        canvas.rect(-30, -84, 60, 84, lch(0.93, 0.025, 220), r=10)
        canvas.rect(-25, -62, 50, 58, filling, r=7)
        canvas.rect(6, -62, 19, 58, filling.lighter(-0.07), r=7)
        canvas.rect(-27, -100, 54, 18, WOOD.lighter(-0.08), r=4)


def bottle(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a bottle with a label."""
    with standing(stage, at, height) as canvas:
        canvas.path("M-9 -98H9V-70Q20 -62 20 -48V-6Q20 0 14 0H-14Q-20 0 -20 -6V-48Q-20 -62 -9 -70Z", colour)
        canvas.path("M2 -98H9V-70Q20 -62 20 -48V-6Q20 0 14 0H2Z", colour.lighter(-0.07))
        canvas.rect(-20, -42, 40, 24, lch(0.95, 0.03, 85))


def mug(stage: Stage, at: Point, height: float, colour: Colour, *, steam: bool = False) -> None:
    """Draw a mug, steaming if it is fresh."""
    with standing(stage, at, height) as canvas:
        canvas.path("M34 -62h14q14 0 14 16v12q0 16 -14 16h-16", stroke=colour.lighter(-0.08), width=10)
        canvas.path("M-40 -80H40V-20Q40 0 20 0H-20Q-40 0 -40 -20Z", colour)
        canvas.path("M10 -80H40V-20Q40 0 20 0H10Z", colour.lighter(-0.07))
        if steam:
            vapour(canvas, (-14, 14), -92, 60)


def vapour(canvas: Canvas, places: tuple[float, ...], foot: float, high: float) -> None:
    """Draw wisps of steam."""
    d = "".join(scaled("M0 0q0.22 -0.25 0 -0.5t0 -0.5", x, foot, high) for x in places)
    canvas.path(d, stroke=lch(0.98, 0.01, 90), width=high * 0.09, line_alpha=0.6)


def pot(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a steaming pot with its lid askew."""
    with standing(stage, at, height) as canvas:
        vapour(canvas, (-34, 0, 34), -92, 76)
        canvas.path("M-74 -44h-16v14h16zM74 -44h16v14h-16z", DARK)
        canvas.path("M-74 -66H74V-14Q74 0 58 0H-58Q-74 0 -74 -14Z", colour)
        canvas.path("M26 -66H74V-14Q74 0 58 0H26Z", colour.lighter(-0.08))
        canvas.rect(-80, -76, 160, 13, colour.lighter(0.07), r=6)
        canvas.path("M-10 -90h20v14h-20z", DARK)


def kettle(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a kettle."""
    with standing(stage, at, height) as canvas:
        canvas.path("M-34 -66Q-30 -100 0 -100Q30 -100 34 -66", stroke=DARK, width=8)
        canvas.path("M-44 -40L-84 -62L-88 -50L-44 -14Z", colour.lighter(-0.05))
        canvas.path("M-50 0Q-60 -70 0 -72Q60 -70 50 0Z", colour)
        canvas.path("M10 -72Q60 -68 50 0H14Z", colour.lighter(-0.08))
        canvas.circle(0, -75, 7, DARK)


def plant(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a leafy plant in a pot."""
    with standing(stage, at, height) as canvas:
        for lean, high, tone in (
            (-34, -84, -0.04),
            (34, -82, -0.08),
            (-16, -98, 0.03),
            (16, -96, -0.03),
            (0, -100, 0.0),
        ):
            canvas.path(
                f"M0 -30Q{lean * 1.3} {high * 0.55} {lean} {high}Q{lean * 0.3} {high * 0.62} 0 -30Z",
                _LEAF.lighter(tone),
                stroke=_LEAF.lighter(tone),
                width=4,
            )
        canvas.path("M-24 -38H24L18 0H-18Z", colour)
        canvas.path("M5 -38H24L18 0H5Z", colour.lighter(-0.07))


def books(stage: Stage, at: Point, height: float, colours: tuple[Colour, ...]) -> None:
    """Draw a few upright books."""
    with standing(stage, at, height) as canvas:
        x = -44.0
        for i, colour in enumerate(colours):
            w, h = (18.0, 22.0, 15.0)[i % 3], (92.0, 80.0, 100.0)[i % 3]
            canvas.rect(x, -h, w, h, colour, r=2)
            canvas.rect(x, -h * 0.8, w, 6, colour.lighter(0.12))
            x += w + 1.5


_VASE = "M-14 -100H14Q16 -84 12 -76Q42 -56 34 -22Q30 0 18 0H-18Q-30 0 -34 -22Q-42 -56 -12 -76Q-16 -84 -14 -100Z"
_JUG = "M-24 -100H24L18 -78Q46 -40 28 0H-28Q-46 -40 -18 -78Z"
_DISH = "M-46 -60H46Q44 -6 18 -4V0H-18V-4Q-44 -6 -46 -60Z"
_POTS = (_VASE, _JUG, _DISH)


def vase(stage: Stage, at: Point, height: float, colour: Colour, kind: int = 0) -> None:
    """Draw a thrown pot: a vase, a jug, a bowl."""
    shape = _POTS[kind % len(_POTS)]
    with standing(stage, at, height) as canvas:
        canvas.path(shape, colour)
        with canvas.group(clip=shape):
            canvas.rect(8, -102, 60, 104, colour.lighter(-0.07))
            canvas.rect(-60, -44, 120, 9, colour.lighter(0.12 if colour.light < 0.8 else -0.14))


def tin(stage: Stage, at: Point, height: float, colour: Colour) -> None:
    """Draw a tin of paint."""
    with standing(stage, at, height) as canvas:
        canvas.rect(-38, -92, 76, 92, STEEL, r=4)
        canvas.rect(-38, -74, 76, 48, colour)
        canvas.rect(8, -92, 30, 92, DARK, alpha=0.12)
        canvas.rect(-42, -100, 84, 10, STEEL.lighter(-0.12), r=4)


def cat(stage: Stage, at: Point, height: float, *, mirror: bool = False) -> None:
    """Draw a cat that sits and looks out."""
    coat = stage.palette.accent
    with standing(stage, at, height, mirror=mirror) as canvas:
        canvas.path("M24 -4Q66 -6 60 -40Q56 -56 48 -48", stroke=coat.lighter(-0.05), width=10)
        canvas.path("M-28 0Q-34 -44 -12 -62Q14 -66 26 -34Q34 -14 28 0Z", coat)
        canvas.circle(-10, -74, 21, coat)
        canvas.path("M-29 -78L-27 -104L-10 -92ZM9 -80L8 -104L-8 -93Z", coat)
        canvas.path("M-16 0V-30M-4 0V-28", stroke=coat.lighter(-0.1), width=4)


_JAWS = "M-12 -52q-4 -40 10 -48q-4 26 2 48zM12 -52q4 -40 -8 -48q4 26 -4 48z"
_TOOLS = {
    "hammer": ("M-3 0h6v-72h-6z", "M-24 -92h36q14 2 16 14h-12l-6 6h-34z"),
    "saw": ("M-18 0h36v-26q-18 -10 -36 0z", "M-14 -26L-8 -100H4L14 -26Z"),
    "driver": ("M-9 0h18v-40h-18z", "M-3 -40h6v-52l-3 -8l-3 8z"),
    "wrench": ("", "M-7 0q7 6 14 0V-66q14 -6 13 -20l-10 8l-12 -5l-1 -13q-16 4 -15 19q1 8 11 12z"),
    "square": ("M-26 0h14v-100h-14z", "M-12 0h50v-12h-50z"),
    "chisel": ("M-8 0h16v-46h-16z", "M-6 -46h12v-46l-12 8z"),
    "pliers": ("M-20 0l14 -52l8 4l-10 50zM20 0l-14 -52l-8 4l10 50z", _JAWS),
    "brush": ("M-4 0h8v-56h-8z", "M-11 -56h22v-14h-22zM-11 -70h22l-3 -28q-8 6 -16 0z"),
}
TOOLS = tuple(_TOOLS)


def tool(stage: Stage, at: Point, height: float, name: str, handle: Colour) -> None:
    """Hang a tool on the wall, its handle down."""
    with standing(stage, at, height) as canvas:
        grip, blade = _TOOLS[name]
        canvas.path(blade, STEEL)
        canvas.path(grip, handle)
