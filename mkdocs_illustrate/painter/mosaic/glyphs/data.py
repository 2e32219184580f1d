"""Glyphs of data and machines."""

from __future__ import annotations

from ...kit.pen import Pen
from . import Glyph


def _database(p: Pen) -> None:
    for y, paint in ((60, p.ink), (38, p.ink), (16, p.accent)):
        p.path(f"M20 {y + 8}v14c0 6 13 11 30 11s30-5 30-11v-14z", p.ink)
        p.path(f"M20 {y + 8}c0 6 13 11 30 11s30-5 30-11v4c0 6-13 11-30 11s-30-5-30-11z", p.ground)
        p.oval(50, y + 8, 30, 11, paint)


def _server(p: Pen) -> None:
    for y in (14, 40, 66):
        p.rect(16, y, 68, 21, p.ink, 5)
        p.disc(28, y + 10.5, 4, p.accent)
        p.disc(40, y + 10.5, 4, p.soft)
        p.line([(56, y + 10.5), (73, y + 10.5)], p.ground, 4)


def _network(p: Pen) -> None:
    for x, y in ((20, 28), (80, 24), (24, 78), (78, 74)):
        p.line([(50, 50), (x, y)], p.soft, 5)
        p.disc(x, y, 11, p.ink)
    p.disc(50, 50, 16, p.accent)


def _cloud(p: Pen) -> None:
    p.disc(70, 36, 13, p.accent)
    p.path("M27 76a18 18 0 0 1-2-36a23 23 0 0 1 44-4a20 20 0 0 1 5 40z", p.ink)


def _container(p: Pen) -> None:
    p.rect(12, 52, 36, 30, p.ink, 3)
    p.rect(52, 52, 36, 30, p.ink, 3)
    p.rect(32, 18, 36, 30, p.accent, 3)
    for x, y in ((12, 52), (52, 52), (32, 18)):
        for step in (9, 18, 27):
            p.line([(x + step, y + 8), (x + step, y + 22)], p.ground, 3)


def _branch(p: Pen) -> None:
    p.line([(30, 24), (30, 76)], p.soft, 7)
    p.stroke("M70 36v4q0 14-16 15t-22 10", p.soft)
    p.disc(30, 22, 11, p.ink)
    p.disc(30, 78, 11, p.ink)
    p.disc(70, 28, 12, p.accent)


def _layers(p: Pen) -> None:
    for y, paint in ((28, p.soft), (14, p.ink), (0, p.accent)):
        p.poly([(50, y + 14), (88, y + 36), (50, y + 58), (12, y + 36)], p.ground, 3)
        p.poly([(50, y + 18), (84, y + 37), (50, y + 56), (16, y + 37)], paint, 3)


def _chip(p: Pen) -> None:
    for at in (34, 50, 66):
        p.line([(at, 14), (at, 86)], p.soft, 5)
        p.line([(14, at), (86, at)], p.soft, 5)
    p.rect(24, 24, 52, 52, p.ink, 7)
    p.rect(37, 37, 26, 26, p.accent, 4)


def _queue(p: Pen) -> None:
    for x, paint in ((12, p.ink), (39, p.ink), (66, p.accent)):
        p.rect(x, 36, 22, 28, paint, 5)
    p.line([(14, 78), (80, 78)], p.soft, 5)
    p.line([(74, 71), (82, 78), (74, 85)], p.soft, 5)


def _robot(p: Pen) -> None:
    p.line([(50, 16), (50, 30)], p.soft, 5)
    p.disc(50, 15, 6, p.accent)
    p.rect(10, 44, 8, 20, p.soft, 4)
    p.rect(82, 44, 8, 20, p.soft, 4)
    p.rect(20, 28, 60, 52, p.ink, 13)
    p.disc(38, 50, 7, p.ground)
    p.disc(62, 50, 7, p.ground)
    p.line([(40, 68), (60, 68)], p.accent, 5)


def _plug(p: Pen) -> None:
    p.line([(38, 14), (38, 34)], p.soft, 8)
    p.line([(62, 14), (62, 34)], p.soft, 8)
    p.path("M24 34h52v12a26 26 0 0 1-52 0z", p.ink)
    p.stroke("M50 72q0 14 14 14h16", p.accent, 7)


def _battery(p: Pen) -> None:
    p.rect(84, 42, 7, 18, p.soft, 3)
    p.rect(10, 28, 72, 46, p.ink, 9)
    p.poly([(50, 33), (32, 54), (44, 54), (41, 69), (60, 47), (47, 47)], p.accent, 1)


GLYPHS = (
    Glyph("database", "a database", _database),
    Glyph("server", "a server rack", _server),
    Glyph("network", "a network", _network),
    Glyph("cloud", "a cloud", _cloud),
    Glyph("container", "stacked containers", _container),
    Glyph("branch", "a branching line", _branch),
    Glyph("layers", "layers", _layers),
    Glyph("chip", "a computer chip", _chip),
    Glyph("queue", "a queue", _queue),
    Glyph("robot", "a robot", _robot),
    Glyph("plug", "a plug", _plug),
    Glyph("battery", "a battery", _battery),
)
