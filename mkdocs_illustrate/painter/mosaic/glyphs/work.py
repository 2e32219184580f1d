"""Glyphs of work, money and study."""

from __future__ import annotations

from ...kit.outlines import star
from ...kit.pen import Pen
from . import Glyph


def _chart(p: Pen) -> None:
    for x, height, paint in (
        (16, 26, p.soft),
        (35, 40, p.ink),
        (54, 52, p.ink),
        (73, 68, p.accent),
    ):
        p.rect(x, 80 - height, 13, height, paint, 3)
    p.line([(12, 87), (90, 87)], p.ink, 5)


def _coins(p: Pen) -> None:
    for x, count in ((32, 3), (66, 5)):
        for i in range(count):
            y = 76 - 13 * i
            top = p.accent if i == count - 1 else p.ink
            p.path(f"M{x - 19} {y}v5c0 4 8 7 19 7s19-3 19-7v-5z", p.ink)
            p.oval(x, y, 19, 7, p.ground)
            p.oval(x, y - 1.5, 19, 6.5, top)


def _books(p: Pen) -> None:
    p.rect(16, 20, 17, 64, p.ink, 3)
    p.rect(37, 28, 15, 56, p.soft, 3)
    p.rect(59, 21, 17, 62, p.accent, 3, turn=-13)
    p.line([(20, 34), (29, 34)], p.ground, 4)
    p.line([(20, 70), (29, 70)], p.ground, 4)
    p.line([(41, 42), (48, 42)], p.ground, 4)


def _calendar(p: Pen) -> None:
    p.rect(14, 20, 72, 66, p.ink, 8)
    p.rect(20, 40, 60, 40, p.ground, 3)
    for x in (32, 68):
        p.line([(x, 13), (x, 26)], p.soft, 7)
    for i in range(6):
        paint = p.accent if i == 4 else p.ink
        p.rect(27 + 17 * (i % 3), 47 + 16 * (i // 3), 11, 10, paint, 2)


def _gear(p: Pen, x: float, y: float, r: float, teeth: int) -> None:
    with p.canvas.group(move=(x, y)):
        for i in range(teeth):
            with p.canvas.group(turn=360 * i / teeth):
                p.rect(-r * 0.19, -r * 1.32, r * 0.38, r * 0.6, p.ink, r * 0.09)
        p.disc(0, 0, r, p.ink)


def _gears(p: Pen) -> None:
    _gear(p, 40, 42, 24, 8)
    p.disc(40, 42, 10, p.accent)
    _gear(p, 74, 74, 13, 8)
    p.disc(74, 74, 5.5, p.ground)


def _conveyor(p: Pen) -> None:
    p.rect(28, 20, 44, 40, p.ink, 4)
    p.rect(44, 20, 12, 17, p.accent)
    p.rect(8, 66, 84, 20, p.soft, 10)
    for x in (20, 40, 60, 80):
        p.disc(x, 76, 5, p.ground)


def _magnifier(p: Pen) -> None:
    p.line([(64, 64), (84, 84)], p.accent, 13)
    p.disc(42, 42, 32, p.ink)
    p.disc(42, 42, 21, p.ground)
    p.stroke("M30 38a14 14 0 0 1 9-9", p.ink, 5)


def _key(p: Pen) -> None:
    p.line([(48, 52), (84, 16)], p.ink, 10)
    p.line([(72, 28), (82, 38)], p.ink, 9)
    p.line([(60, 40), (68, 48)], p.ink, 9)
    p.disc(33, 67, 21, p.ink)
    p.disc(33, 67, 9, p.accent)


def _lock(p: Pen) -> None:
    p.stroke("M32 46v-12a18 18 0 0 1 36 0v12", p.soft, 9)
    p.rect(18, 44, 64, 44, p.ink, 9)
    p.disc(50, 61, 7, p.accent)
    p.line([(50, 64), (50, 74)], p.accent, 6)


def _shield(p: Pen) -> None:
    p.path("M50 10l34 11v25c0 22-14 36-34 44c-20-8-34-22-34-44v-25z", p.ink)
    p.line([(35, 50), (46, 61), (66, 38)], p.accent, 9)


def _clock(p: Pen) -> None:
    p.disc(50, 50, 38, p.ink)
    p.disc(50, 50, 29, p.ground)
    p.line([(50, 50), (50, 31)], p.ink, 6)
    p.line([(50, 50), (63, 57)], p.accent, 6)


def _rocket(p: Pen) -> None:
    with p.canvas.group(move=(52, 48), turn=40):
        p.path("M-9 30q9 30 18 0z", p.accent)
        p.path("M-18 4l-14 20l2 10l15-9z", p.soft)
        p.path("M18 4l14 20l-2 10l-15-9z", p.soft)
        p.path("M0-44c14 12 19 26 19 44c0 12-3 20-6 28h-26c-3-8-6-16-6-28c0-18 5-32 19-44z", p.ink)
        p.disc(0, -10, 8.5, p.ground)


def _flask(p: Pen) -> None:
    p.poly([(40, 16), (60, 16), (60, 40), (84, 84), (16, 84), (40, 40)], p.ink, 7)
    p.rect(34, 12, 32, 9, p.ink, 4)
    p.poly([(35, 62), (65, 62), (75, 79), (25, 79)], p.accent, 3)
    p.disc(52, 50, 4, p.ground)


def _wrench(p: Pen) -> None:
    with p.canvas.group(move=(50, 50), turn=45):
        p.rect(-8, -20, 16, 60, p.ink, 8)
        p.disc(0, -26, 19, p.ink)
        p.rect(-7, -48, 14, 24, p.ground, 3)
        p.disc(0, 31, 4, p.accent)


def _bulb(p: Pen) -> None:
    p.path("M36 66c0-9-14-14-14-30a28 28 0 0 1 56 0c0 16-14 21-14 30z", p.ink)
    p.line([(42, 40), (50, 48), (58, 40)], p.accent, 5)
    p.line([(50, 48), (50, 64)], p.accent, 5)
    p.rect(36, 70, 28, 7, p.soft, 3)
    p.rect(40, 80, 20, 7, p.soft, 3)


def _target(p: Pen) -> None:
    for r, paint in ((38, p.ink), (28, p.ground), (18, p.ink), (8, p.accent)):
        p.disc(50, 50, r, paint)


def _trophy(p: Pen) -> None:
    p.stroke("M30 24h-16q0 24 20 26", p.soft, 6)
    p.stroke("M70 24h16q0 24-20 26", p.soft, 6)
    p.path("M28 14h44v24c0 14-9 22-22 22s-22-8-22-22z", p.ink)
    p.rect(45, 58, 10, 16, p.ink)
    p.rect(30, 74, 40, 12, p.ink, 3)
    p.path(star(50, 35, 12, 5), p.accent)


def _puzzle(p: Pen) -> None:
    p.rect(14, 34, 52, 52, p.ink, 5)
    p.disc(40, 28, 11, p.ink)
    p.disc(72, 60, 11, p.accent)
    p.disc(40, 83, 9, p.ground)
    p.disc(17, 60, 9, p.ground)


def _scales(p: Pen) -> None:
    p.line([(50, 16), (50, 82)], p.ink, 6)
    p.line([(20, 28), (80, 28)], p.ink, 6)
    p.line([(34, 84), (66, 84)], p.ink, 7)
    p.disc(50, 18, 6, p.accent)
    for x in (22, 78):
        p.line([(x - 13, 56), (x, 30), (x + 13, 56)], p.soft, 3)
        p.path(f"M{x - 17} 56h34a17 13 0 0 1-34 0z", p.ink)


def _cap(p: Pen) -> None:
    p.path("M26 48v20c0 8 12 13 24 13s24-5 24-13v-20z", p.soft)
    p.poly([(50, 20), (94, 42), (50, 64), (6, 42)], p.ink, 3)
    p.line([(84, 44), (84, 68)], p.accent, 5)
    p.disc(84, 72, 6, p.accent)


GLYPHS = (
    Glyph("chart", "a bar chart", _chart),
    Glyph("coins", "stacks of coins", _coins),
    Glyph("books", "books", _books),
    Glyph("calendar", "a calendar", _calendar),
    Glyph("gears", "gears", _gears),
    Glyph("conveyor", "a parcel on a conveyor belt", _conveyor),
    Glyph("magnifier", "a magnifying glass", _magnifier),
    Glyph("key", "a key", _key),
    Glyph("lock", "a padlock", _lock),
    Glyph("shield", "a shield", _shield),
    Glyph("clock", "a clock", _clock),
    Glyph("rocket", "a rocket", _rocket),
    Glyph("flask", "a flask", _flask),
    Glyph("wrench", "a wrench", _wrench),
    Glyph("bulb", "a light bulb", _bulb),
    Glyph("target", "a target", _target),
    Glyph("trophy", "a trophy", _trophy),
    Glyph("puzzle", "a puzzle piece", _puzzle),
    Glyph("scales", "a pair of scales", _scales),
    Glyph("cap", "a graduation cap", _cap),
)
