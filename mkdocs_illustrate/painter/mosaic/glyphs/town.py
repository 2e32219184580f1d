"""Glyphs of towns, travel and home."""

from __future__ import annotations

from ...kit.pen import Pen
from . import Glyph


def _house(p: Pen) -> None:
    p.rect(66, 18, 10, 22, p.soft, 2)
    p.rect(22, 44, 56, 42, p.ink, 3)
    p.poly([(50, 12), (94, 50), (6, 50)], p.ink, 5)
    p.rect(42, 58, 16, 28, p.accent, 2)


def _building(p: Pen) -> None:
    p.rect(14, 40, 30, 48, p.soft, 2)
    p.rect(40, 12, 44, 76, p.ink, 3)
    for row in range(4):
        for column in range(3):
            lit = (row, column) in ((0, 2), (2, 0))
            p.rect(47 + 12 * column, 21 + 14 * row, 7, 8, p.accent if lit else p.ground, 1)
    for y in (49, 61, 73):
        p.line([(21, y), (32, y)], p.ground, 4)


def _car(p: Pen) -> None:
    p.poly([(26, 48), (36, 26), (66, 26), (78, 48)], p.ink, 6)
    p.rect(8, 44, 84, 28, p.ink, 9)
    p.poly([(37, 44), (42, 32), (50, 32), (50, 44)], p.ground, 1)
    p.poly([(55, 44), (55, 32), (63, 32), (69, 44)], p.ground, 1)
    for x in (28, 72):
        p.disc(x, 72, 12, p.ground)
        p.disc(x, 72, 9, p.soft)
    p.rect(82, 50, 10, 7, p.accent, 3)


def _bicycle(p: Pen) -> None:
    for x in (24, 76):
        p.ring(x, 64, 18, 6, p.ink)
    p.line([(24, 64), (40, 36), (66, 36), (48, 64), (24, 64)], p.soft, 5)
    p.line([(40, 36), (48, 64)], p.soft, 5)
    p.line([(76, 64), (62, 24), (72, 22)], p.soft, 5)
    p.line([(32, 29), (46, 29)], p.accent, 7)


def _train(p: Pen) -> None:
    p.line([(34, 78), (24, 92)], p.soft, 6)
    p.line([(66, 78), (76, 92)], p.soft, 6)
    p.rect(22, 10, 56, 70, p.ink, 14)
    p.rect(30, 22, 40, 24, p.ground, 4)
    p.disc(36, 62, 5.5, p.accent)
    p.disc(64, 62, 5.5, p.accent)


def _plane(p: Pen) -> None:
    with p.canvas.group(move=(50, 50), turn=45):
        p.path("M-6-10l-38 22v10l38-10zM6-10l38 22v10l-38-10z", p.ink)
        p.path("M-5 28l-14 10v7l14-4zM5 28l14 10v7l-14-4z", p.accent)
        p.path("M0-46c6 6 8 14 8 24v50l-8 14l-8-14v-50c0-10 2-18 8-24z", p.ink)


def _ship(p: Pen) -> None:
    p.line([(47, 12), (47, 58)], p.soft, 5)
    p.path("M52 14q30 18 32 42h-32z", p.ink)
    p.path("M42 24q-18 14-22 32h22z", p.accent)
    p.path("M10 62h80l-12 22h-54z", p.ink)


def _pin(p: Pen) -> None:
    p.oval(50, 88, 18, 5, p.soft)
    p.path("M50 88c-16-20-28-32-28-50a28 28 0 0 1 56 0c0 18-12 30-28 50z", p.ink)
    p.disc(50, 38, 11, p.accent)


def _compass(p: Pen) -> None:
    p.disc(50, 50, 38, p.ink)
    p.disc(50, 50, 30, p.ground)
    with p.canvas.group(move=(50, 50), turn=40):
        p.poly([(0, -26), (9, 0), (-9, 0)], p.accent)
        p.poly([(0, 26), (9, 0), (-9, 0)], p.ink)


def _tent(p: Pen) -> None:
    p.poly([(50, 18), (94, 82), (6, 82)], p.ink, 4)
    p.poly([(50, 42), (68, 82), (32, 82)], p.ground, 1)
    p.poly([(50, 46), (50, 82), (36, 82)], p.accent)


def _cup(p: Pen) -> None:
    p.stroke("M70 46h8a10 10 0 0 1 0 20h-10", p.soft, 6)
    p.path("M18 40h54v26a18 18 0 0 1-18 18h-18a18 18 0 0 1-18-18z", p.ink)
    p.stroke("M36 30q-6-7 0-14M54 30q-6-7 0-14", p.accent, 5)


def _bread(p: Pen) -> None:
    p.path("M8 56c0-20 18-30 42-30s42 10 42 30c0 10-4 20-12 20h-60c-8 0-12-10-12-20z", p.ink)
    for x in (30, 50, 70):
        p.stroke(f"M{x - 6} 40l10 14", p.accent, 6)


def _pot(p: Pen) -> None:
    p.line([(8, 52), (20, 52)], p.soft, 7)
    p.line([(80, 52), (92, 52)], p.soft, 7)
    p.path("M18 42h64v26a16 16 0 0 1-16 16h-32a16 16 0 0 1-16-16z", p.ink)
    p.rect(14, 30, 72, 8, p.ink, 4)
    p.disc(50, 24, 6, p.accent)


def _apple(p: Pen) -> None:
    p.path(
        "M50 34c-10-10-36-6-36 22c0 20 14 34 24 34c6 0 7-3 12-3s6 3 12 3c10 0 24-14 24-34c0-28-26-32-36-22z",
        p.ink,
    )
    p.stroke("M50 34q-1-12 4-20", p.soft, 5)
    p.path("M56 22q6-14 22-12q-4 14-22 12z", p.accent)


def _heart(p: Pen) -> None:
    p.path("M50 86c-26-18-40-32-40-48a21 21 0 0 1 40-9a21 21 0 0 1 40 9c0 16-14 30-40 48z", p.ink)
    p.stroke("M24 38a9 9 0 0 1 8-9", p.accent, 6)


def _people(p: Pen) -> None:
    for x in (24, 76):
        p.disc(x, 40, 10, p.soft)
        p.path(f"M{x - 18} 80v-8a18 18 0 0 1 36 0v8z", p.soft)
    p.path("M24 88v-10a26 26 0 0 1 52 0v10z", p.ground)
    p.disc(50, 32, 15, p.accent)
    p.path("M28 88v-10a22 24 0 0 1 44 0v10z", p.ink)


def _music(p: Pen) -> None:
    p.poly([(36, 22), (82, 12), (82, 30), (36, 40)], p.ink, 2)
    p.line([(39, 30), (39, 74)], p.ink, 6)
    p.line([(79, 22), (79, 64)], p.ink, 6)
    p.oval(29, 76, 14, 11, p.accent)
    p.oval(69, 66, 14, 11, p.ink)


def _headphones(p: Pen) -> None:
    p.stroke("M18 60v-8a32 32 0 0 1 64 0v8", p.ink, 8)
    p.rect(10, 54, 20, 32, p.accent, 8)
    p.rect(70, 54, 20, 32, p.accent, 8)


def _cart(p: Pen) -> None:
    p.line([(8, 20), (22, 20), (34, 64), (76, 64)], p.soft, 6)
    p.poly([(27, 30), (90, 30), (80, 56), (34, 56)], p.ink, 4)
    p.disc(40, 80, 8, p.accent)
    p.disc(70, 80, 8, p.accent)


def _gift(p: Pen) -> None:
    p.stroke("M50 32c-8-20-28-18-24-6c2 6 14 6 24 6c10 0 22 0 24-6c4-12-16-14-24 6", p.soft, 6)
    p.rect(18, 48, 64, 40, p.ink, 4)
    p.rect(12, 32, 76, 18, p.ink, 4)
    p.rect(43, 32, 14, 56, p.accent)


def _flag(p: Pen) -> None:
    p.line([(24, 12), (24, 90)], p.soft, 7)
    p.path("M27 16q16-8 30 0t29 0v38q-16 8-30 0t-29 0z", p.ink)
    p.disc(56, 35, 8, p.accent)


def _ball(p: Pen) -> None:
    p.disc(50, 50, 38, p.ink)
    p.stroke("M22 24q22 26 0 52M78 24q-22 26 0 52", p.accent, 6)


GLYPHS = (
    Glyph("house", "a house", _house),
    Glyph("building", "an office building", _building),
    Glyph("car", "a car", _car),
    Glyph("bicycle", "a bicycle", _bicycle),
    Glyph("train", "a train", _train),
    Glyph("plane", "an aeroplane", _plane),
    Glyph("ship", "a sailing boat", _ship),
    Glyph("pin", "a map pin", _pin),
    Glyph("compass", "a compass", _compass),
    Glyph("tent", "a tent", _tent),
    Glyph("cup", "a steaming cup", _cup),
    Glyph("bread", "a loaf of bread", _bread),
    Glyph("pot", "a cooking pot", _pot),
    Glyph("apple", "an apple", _apple),
    Glyph("heart", "a heart", _heart),
    Glyph("people", "three people", _people),
    Glyph("music", "a musical note", _music),
    Glyph("headphones", "headphones", _headphones),
    Glyph("cart", "a shopping cart", _cart),
    Glyph("gift", "a gift", _gift),
    Glyph("flag", "a flag", _flag),
    Glyph("ball", "a ball", _ball),
)
