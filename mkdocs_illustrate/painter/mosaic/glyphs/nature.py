"""Glyphs of nature and weather."""

from __future__ import annotations

from ...kit.pen import Pen
from . import Glyph


def _tree(p: Pen) -> None:
    p.rect(45, 62, 10, 26, p.soft, 2)
    for y, half in ((38, 30), (22, 24), (8, 17)):
        p.poly([(50, y), (50 + half, y + 32), (50 - half, y + 32)], p.ink, 3)
    p.disc(50, 52, 5, p.accent)


def _leaf(p: Pen) -> None:
    p.path("M18 82c-6-40 16-66 66-66c2 46-20 72-56 66z", p.ink)
    p.stroke("M16 88q14-32 44-48", p.accent, 6)


def _sun(p: Pen) -> None:
    with p.canvas.group(move=(50, 50)):
        for i in range(8):
            with p.canvas.group(turn=45 * i):
                p.line([(0, -32), (0, -40)], p.ink, 8)
        p.disc(0, 0, 22, p.accent)


def _moon(p: Pen) -> None:
    p.disc(46, 52, 34, p.ink)
    p.disc(60, 42, 28, p.ground)
    p.disc(76, 26, 6, p.accent)
    p.disc(62, 48, 4, p.accent)


def _mountain(p: Pen) -> None:
    p.disc(74, 26, 11, p.accent)
    p.poly([(68, 40), (94, 82), (42, 82)], p.soft, 2)
    p.poly([(40, 18), (80, 82), (4, 82)], p.ink, 3)
    p.poly([(40, 20), (52, 40), (44, 46), (38, 40), (32, 46), (27, 40)], p.ground, 1)


def _wave(p: Pen) -> None:
    p.disc(50, 30, 16, p.accent)
    for y, paint in ((46, p.ink), (62, p.soft), (78, p.ink)):
        p.stroke(f"M10 {y}q10-10 20 0t20 0t20 0t20 0", paint, 8)


def _flower(p: Pen) -> None:
    p.stroke("M50 52q2 20 0 36", p.soft, 6)
    p.path("M50 84q20-2 24-18q-20 0-24 18z", p.soft)
    with p.canvas.group(move=(50, 36)):
        for i in range(6):
            with p.canvas.group(turn=60 * i):
                p.oval(0, -15, 9, 12, p.ink)
        p.disc(0, 0, 9, p.accent)


def _drop(p: Pen) -> None:
    p.path("M50 10c14 20 28 34 28 50a28 28 0 0 1-56 0c0-16 14-30 28-50z", p.ink)
    p.stroke("M36 60a15 15 0 0 0 11 15", p.accent, 6)


def _flame(p: Pen) -> None:
    p.path(
        "M52 8c4 18 28 28 28 52a30 30 0 0 1-60 0c0-14 8-22 12-32c6 4 8 8 9 14c8-8 12-20 11-34z",
        p.ink,
    )
    p.path("M51 48c2 9 13 13 13 25a14 14 0 0 1-28 0c0-10 12-14 15-25z", p.accent)


def _snowflake(p: Pen) -> None:
    with p.canvas.group(move=(50, 50)):
        for i in range(6):
            with p.canvas.group(turn=60 * i):
                p.line([(0, 0), (0, -38)], p.ink, 6)
                p.line([(-9, -33), (0, -24), (9, -33)], p.ink, 5)
        p.disc(0, 0, 7, p.accent)


def _bug(p: Pen) -> None:
    for y in (42, 56, 70):
        p.line([(18, y - (56 - y) / 2), (82, y - (56 - y) / 2)], p.soft, 5)
    p.stroke("M40 24l-8-10M60 24l8-10", p.soft, 5)
    p.path("M34 34a16 14 0 0 1 32 0z", p.accent)
    p.path("M28 40h44v18a22 28 0 0 1-44 0z", p.ink)
    p.line([(50, 42), (50, 82)], p.ground, 4)


def _fish(p: Pen) -> None:
    p.path("M72 50l20-18v36z", p.soft)
    p.path("M8 50c14-24 48-28 68 0c-20 28-54 24-68 0z", p.ink)
    p.disc(28, 45, 5, p.ground)
    p.stroke("M46 38q8 12 0 24", p.accent, 5)


def _bird(p: Pen) -> None:
    p.poly([(80, 34), (94, 39), (80, 45)], p.accent, 1)
    p.path("M8 40l32 6c6-18 26-26 40-14c8 8 4 44-30 46c-20 0-34-14-42-38z", p.ink)
    p.path("M30 50q22 0 28 16q-20 4-28-16z", p.ground)
    p.disc(72, 37, 3.5, p.ground)


def _paw(p: Pen) -> None:
    for x, y in ((20, 46), (38, 25), (62, 25), (80, 46)):
        p.oval(x, y, 9, 12, p.ink)
    p.path("M50 42c12 0 26 18 26 30c0 12-14 12-26 8c-12 4-26 4-26-8c0-12 14-30 26-30z", p.accent)


def _planet(p: Pen) -> None:
    p.disc(50, 50, 26, p.ink)
    p.stroke("M28 62c-16 10-22 18-18 22c6 6 34-10 52-28s34-42 26-48c-4-4-12 2-20 14", p.accent, 6)
    p.disc(78, 76, 4, p.soft)
    p.disc(20, 22, 4, p.soft)


def _snake(p: Pen) -> None:
    p.stroke("M18 84H70q14 0 14-14t-14-14H36q-14 0-14-14t14-14H58", p.ink, 15)
    p.stroke("M34 84h0M54 84h0M40 56h0M60 56h0M36 28h0", p.soft, 5)
    p.path("M52 17h16q16 0 16 11t-16 11H52z", p.ink)
    p.stroke("M84 28h8", p.accent, 4)
    p.disc(68, 25, 3, p.ground)


def _globe(p: Pen) -> None:
    p.disc(50, 50, 38, p.ink)
    p.canvas.ellipse(50, 50, 16, 38, "none", stroke=p.ground, width=4)
    p.line([(13, 50), (87, 50)], p.ground, 4)
    p.stroke("M20 30q30 12 60 0M20 70q30-12 60 0", p.ground, 4)
    p.disc(72, 32, 9, p.accent)


GLYPHS = (
    Glyph("tree", "a fir tree", _tree),
    Glyph("leaf", "a leaf", _leaf),
    Glyph("sun", "a sun", _sun),
    Glyph("moon", "a crescent moon", _moon),
    Glyph("mountain", "a mountain", _mountain),
    Glyph("wave", "waves", _wave),
    Glyph("flower", "a flower", _flower),
    Glyph("drop", "a drop of water", _drop),
    Glyph("flame", "a flame", _flame),
    Glyph("snowflake", "a snowflake", _snowflake),
    Glyph("bug", "a beetle", _bug),
    Glyph("fish", "a fish", _fish),
    Glyph("bird", "a bird", _bird),
    Glyph("paw", "a paw print", _paw),
    Glyph("snake", "a snake", _snake),
    Glyph("planet", "a ringed planet", _planet),
    Glyph("globe", "a globe", _globe),
)
