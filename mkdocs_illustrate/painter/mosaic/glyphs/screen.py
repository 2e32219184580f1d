"""Glyphs of screens and messages."""

from __future__ import annotations

from ...kit.pen import Pen
from . import Glyph


def _window(p: Pen) -> None:
    p.rect(12, 18, 76, 64, p.ink, 8)
    for x, paint in ((22, p.accent), (31, p.soft), (40, p.soft)):
        p.disc(x, 28, 3.4, paint)
    p.rect(18, 37, 64, 39, p.ground, 3)


def _browser(p: Pen) -> None:
    _window(p)
    p.rect(24, 43, 24, 27, p.accent, 3)
    for y, end in ((46, 76), (56, 70), (66, 76)):
        p.line([(56, y), (end, y)], p.ink, 4)


def _code(p: Pen) -> None:
    p.line([(32, 28), (12, 50), (32, 72)], p.ink, 10)
    p.line([(68, 28), (88, 50), (68, 72)], p.ink, 10)
    p.line([(57, 22), (43, 78)], p.accent, 9)


def _terminal(p: Pen) -> None:
    p.rect(12, 18, 76, 64, p.ink, 8)
    p.rect(18, 24, 64, 52, p.ground, 4)
    p.line([(28, 38), (40, 49), (28, 60)], p.ink, 7)
    p.line([(48, 62), (66, 62)], p.accent, 7)


def _laptop(p: Pen) -> None:
    p.rect(20, 20, 60, 46, p.ink, 6)
    p.rect(26, 26, 48, 33, p.ground, 2)
    p.rect(32, 44, 7, 10, p.ink, 1)
    p.rect(43, 38, 7, 16, p.ink, 1)
    p.rect(54, 32, 7, 22, p.accent, 1)
    p.path("M8 70h84v3a8 8 0 0 1-8 8h-68a8 8 0 0 1-8-8z", p.ink)
    p.line([(44, 74), (56, 74)], p.ground, 3)


def _phone(p: Pen) -> None:
    p.rect(28, 10, 44, 80, p.ink, 9)
    p.rect(34, 21, 32, 52, p.ground, 2)
    p.disc(50, 81, 3.6, p.ground)
    p.rect(39, 27, 22, 13, p.accent, 3)
    p.line([(41, 51), (59, 51)], p.ink, 4)
    p.line([(41, 62), (53, 62)], p.ink, 4)


def _camera(p: Pen) -> None:
    p.poly([(34, 32), (40, 20), (60, 20), (66, 32)], p.ink, 3)
    p.rect(10, 30, 80, 50, p.ink, 9)
    p.disc(50, 54, 19, p.ground)
    p.disc(50, 54, 12.5, p.accent)
    p.disc(76, 41, 4, p.ground)


def _film(p: Pen) -> None:
    p.rect(12, 40, 76, 44, p.ink, 6)
    p.poly([(42, 51), (64, 62), (42, 73)], p.accent, 2)
    with p.canvas.group(move=(12, 38), turn=-10):
        p.rect(0, -16, 76, 15, p.ink, 3)
        for x in (10, 32, 54):
            p.poly([(x, -16), (x + 10, -16), (x + 3, -1), (x - 7, -1)], p.ground)


def _mail(p: Pen) -> None:
    p.rect(10, 24, 80, 54, p.ink, 7)
    p.line([(14, 31), (50, 57), (86, 31)], p.ground, 6)
    p.disc(82, 26, 11, p.accent)


def _chat(p: Pen) -> None:
    p.rect(34, 40, 54, 36, p.soft, 11)
    p.poly([(66, 72), (80, 72), (78, 89)], p.soft, 1)
    p.rect(10, 14, 60, 42, p.ground, 12)
    p.rect(12, 16, 56, 38, p.ink, 11)
    p.poly([(22, 50), (36, 50), (22, 68)], p.ink, 1)
    for x, paint in ((28, p.ground), (40, p.accent), (52, p.ground)):
        p.disc(x, 35, 4.2, paint)


def _palette(p: Pen) -> None:
    p.path(
        "M50 14c-22 0-38 16-38 36s16 36 36 36c8 0 10-5 8-11c-3-8 2-13 10-13h10c8 0 12-5 12-13c0-20-17-35-38-35z",
        p.ink,
    )
    for x, y, paint in (
        (30, 46, p.accent),
        (42, 29, p.ground),
        (62, 29, p.soft),
        (76, 44, p.ground),
        (31, 65, p.soft),
    ):
        p.disc(x, y, 6, paint)


def _pencil(p: Pen) -> None:
    with p.canvas.group(move=(50, 50), turn=45):
        p.rect(-11, -30, 22, 52, p.ink)
        p.path("M-11-34v-4a6 6 0 0 1 6-6h10a6 6 0 0 1 6 6v4z", p.accent)
        p.poly([(-11, 24), (11, 24), (0, 46)], p.soft, 1)
        p.line([(0, -24), (0, 18)], p.ground, 3)


def _gamepad(p: Pen) -> None:
    p.path(
        "M30 28h40c14 0 20 14 21 34c1 16-13 18-20 6l-4-6h-34l-4 6c-7 12-21 10-20-6c1-20 7-34 21-34z",
        p.ink,
    )
    p.line([(25, 45), (41, 45)], p.ground, 6)
    p.line([(33, 37), (33, 53)], p.ground, 6)
    p.disc(63, 50, 5, p.ground)
    p.disc(73, 40, 5, p.accent)


def _microphone(p: Pen) -> None:
    p.rect(36, 10, 28, 48, p.ink, 14)
    p.line([(44, 26), (56, 26)], p.ground, 4)
    p.line([(44, 37), (56, 37)], p.ground, 4)
    p.stroke("M24 46a26 26 0 0 0 52 0", p.accent, 7)
    p.line([(50, 74), (50, 88)], p.ink, 7)
    p.line([(36, 88), (64, 88)], p.ink, 7)


GLYPHS = (
    Glyph("browser", "a browser window", _browser),
    Glyph("code", "code brackets", _code),
    Glyph("terminal", "a terminal", _terminal),
    Glyph("laptop", "a laptop", _laptop),
    Glyph("phone", "a phone", _phone),
    Glyph("camera", "a camera", _camera),
    Glyph("film", "a film clapper", _film),
    Glyph("mail", "an envelope", _mail),
    Glyph("chat", "speech bubbles", _chat),
    Glyph("palette", "a painter's palette", _palette),
    Glyph("pencil", "a pencil", _pencil),
    Glyph("gamepad", "a game controller", _gamepad),
    Glyph("microphone", "a microphone", _microphone),
)
