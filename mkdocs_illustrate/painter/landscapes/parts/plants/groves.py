"""Trees with a face of their own: broad crowns, cypresses, fruit trees in bloom."""

from __future__ import annotations

from collections.abc import Sequence

from ....kit.canvas import num
from ....kit.colour import Colour, lch
from ....kit.outlines import half_oval, oval, scaled
from ... import light
from ...stage import Stage
from . import flora
from .flora import Spot

_CYPRESS = lch(0.44, 0.075, 155)
_CROWN = ((-0.2, 0.46, 0.19), (0.2, 0.44, 0.2), (0.0, 0.66, 0.24), (-0.12, 0.83, 0.15))
"""The balls of a crown: place beside the trunk, height and radius, in shares of the height."""


def broad(stage: Stage, spots: Sequence[Spot], colour: Colour) -> None:
    """Draw broad trees whose crowns are heaps of leaves, lit from one side."""
    canvas, side = stage.canvas, stage.frame.shaded
    bark = light.own(stage, lch(0.45, 0.05, 40)).mix(colour, 0.25)
    trunks = crowns = shades = lights = ""
    for x, y, h in spots:
        trunks += f"M{num(x)} {num(y)}V{num(y - h * 0.45)}"
        trunks += scaled("M0 -0.22l0.1 -0.12", x, y, h)
        for dx, up, r in _CROWN:
            cx, cy = x - side * dx * h, y - h * up
            crowns += oval(cx, cy, h * r, h * r * 0.92)
        for dx, up, r in ((0.24, 0.42, 0.14), (0.12, 0.62, 0.13), (-0.06, 0.4, 0.12)):
            shades += oval(x + side * dx * h, y - h * up, h * r, h * r * 0.8)
        for dx, up, r in ((0.1, 0.76, 0.1), (0.24, 0.52, 0.08)):
            lights += oval(x - side * dx * h, y - h * up, h * r, h * r * 0.7)
    width = max((h for _, _, h in spots), default=0) * 0.06
    canvas.path(trunks, "none", stroke=bark, width=width)
    canvas.path(crowns, colour)
    canvas.path(shades, colour.lighter(-0.055))
    canvas.path(lights, colour.lighter(0.055))


def mixed(stage: Stage, spots: Sequence[Spot], depth: float, *, near: bool = False) -> None:
    """Let three kinds of trees stand together; far ones are simple, near ones are broad."""
    draw = broad if near else flora.rounds
    for i, tone in enumerate(light.foliage(stage, depth)):
        draw(stage, spots[i::3], tone)


def cypresses(stage: Stage, spots: Sequence[Spot], depth: float = 1.0) -> None:
    """Draw cypresses: dark flames, one side darker."""
    tone, side = light.land(stage, _CYPRESS, depth), stage.frame.shaded
    body = shade = ""
    trunks = ""
    for x, y, h in spots:
        w = h * 0.11
        trunks += f"M{num(x)} {num(y)}v{num(-h * 0.15)}"
        tip, foot = f"M{num(x)} {num(y - h)}", f"{num(x)} {num(y - h * 0.06)}"
        curve = f"C{{0}} {num(y - h * 0.7)} {{1}} {num(y - h * 0.08)} {foot}"
        left = curve.format(num(x - w * 0.7), num(x - w * 1.9))
        right = curve.format(num(x + w * 0.7), num(x + w * 1.9))
        body += f"{tip}{left}Z{tip}{right}Z"
        shade += f"{tip}{right if side > 0 else left}Z"
    width = max((h for _, _, h in spots), default=0) * 0.05
    stage.canvas.path(trunks, "none", stroke=tone.lighter(-0.08), width=width)
    stage.canvas.path(body, tone)
    stage.canvas.path(shade, tone.lighter(-0.06))


def fruit(stage: Stage, spots: Sequence[Spot]) -> str:
    """Draw fruit trees: in bloom in spring, else with apples; give the word for what they bear."""
    bloom = stage.palette.season == "spring"
    pink, leaf = lch(0.90, 0.06, 5), light.foliage(stage)[0]
    crown = light.own(stage, pink).lighter(0.03) if bloom else leaf
    broad(stage, spots, crown)
    dots, rng, side = "", stage.rng("fruit"), stage.frame.shaded
    for x, y, h in spots:
        for _ in range(12):
            dx, up = rng.between(-0.3, 0.3), rng.between(0.36, 0.84)
            dots += oval(x + dx * h * (1.3 - up), y - up * h, h * 0.022, h * 0.022)
        dots += half_oval(x, y - h * 0.5, h * 0.02, h * 0.02, side)
    bare = stage.palette.season == "winter"
    white = light.own(stage, lch(0.97, 0.015, 350))
    stage.canvas.path("" if bare else dots, white if bloom else light.own(stage, lch(0.58, 0.19, 27)))
    if bare:
        return "bare apple trees"
    return "apple trees in blossom" if bloom else "apple trees full of fruit"
