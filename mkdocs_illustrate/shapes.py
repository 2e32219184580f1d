"""Sizes and ratios: what authors write (`1536x1024`, `16:9`), as numbers, and back."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from .options import Limit

MOST_PIXELS = 40_000_000  # a picture larger than this is not decoded, so none is asked for either
MOST_BYTES = 48 * 2**20  # of one picture: as much as is downloaded
_STEEPEST = 8  # 8:1 is the longest banner any vendor draws


@dataclass(frozen=True, slots=True)
class Shape:
    """A width and a height in pixels; for a bare ratio, in its smallest whole numbers."""

    width: int
    height: int

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width / self.height

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

    def distance(self, other: Shape | float) -> float:
        """How far two ratios lie apart; 2:1 is as far from 1:1 as 1:2 is."""
        ratio = other if isinstance(other, float) else other.ratio
        return abs(math.log(self.ratio / ratio))


def parse_size(text: str) -> Shape:
    """`1536x1024` as numbers. The text was checked before."""
    width, height = text.split("x")
    return Shape(int(width), int(height))


def parse_ratio(text: str) -> Shape:
    """`16:9` as numbers. The text was checked before."""
    width, height = text.split(":")
    return Shape(int(width), int(height))


def _is_size(value: str) -> bool:
    match = re.fullmatch(r"([0-9]{2,5})x([0-9]{2,5})", value)  # 1536x1024
    return match is not None and 0 < int(match[1]) * int(match[2]) <= MOST_PIXELS


def _is_ratio(value: str) -> bool:
    match = re.fullmatch(r"([0-9]{1,5}):([0-9]{1,5})", value)  # 16:9
    return match is not None and int(match[1]) > 0 and int(match[2]) > 0


def _is_level(value: str) -> bool:
    width, height = map(int, re.split("[x:]", value))
    return max(width / height, height / width) <= _STEEPEST


_LEVEL = Limit(f"a ratio between 1:{_STEEPEST} and {_STEEPEST}:1", _is_level)
SIZE = (
    Limit("width x height in pixels, like 1536x1024", _is_size, {"pattern": r"^[0-9]{2,5}x[0-9]{2,5}$(?!\n)"}),
    _LEVEL,
)
RATIO = (Limit("a ratio like 16:9", _is_ratio, {"pattern": r"^0*[1-9][0-9]*:0*[1-9][0-9]*$(?!\n)"}), _LEVEL)
