"""Where the subject of a picture is: what a crop should keep.

By the edges that one sees in a picture as small as a thumb, those of colour and of light, with a bias to the middle.
It need not know what the subject is, and is wrong by little where it is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import Any

_SMALL = 96  # pixels of the longer side
_STEPS = 24  # places that a crop may take along its side
_RIM = 0.8  # how much less an edge counts that would stand at the rim of the crop: a subject wants air around it
_MIDDLE = 0.2  # how much less an edge at the rim counts than one in the middle


def centre_of(image: Any, size: tuple[int, int]) -> tuple[float, float]:
    """Where to cut an image to that shape: 0 is its left or upper end, 1 the other, 0.5 the middle."""
    width, height = image.size
    across = size[0] / size[1] < width / height  # then left and right are cut off
    share = (size[0] / size[1]) / (width / height)
    share = share if across else 1 / share
    lines = _edges(image, across=across)
    count = max(1, round(len(lines) * share))
    free = len(lines) - count
    air = [1 - _RIM * abs(2 * (n + 0.5) / count - 1) ** 3 for n in range(count)]
    sums = [sum(map(mul, lines[first:], air)) for first in range(free + 1)]
    off = [abs(2 * first / max(free, 1) - 1) for first in range(free + 1)]
    best = max(range(free + 1), key=lambda first: (sums[first] * (1 - _MIDDLE * off[first] ** 2), -off[first]))
    at = best / free if free else 0.5
    at = round(at * _STEPS) / _STEPS
    return (at, 0.5) if across else (0.5, at)


def _edges(image: Any, *, across: bool) -> list[float]:
    """How much is to be seen in each column of a small copy, or in each row."""
    from PIL import ImageChops, ImageFilter  # noqa: PLC0415 - heavy, and a warm build never needs it

    small = image.convert("RGB")
    small.thumbnail((_SMALL, _SMALL))
    blurred = small.filter(ImageFilter.BoxBlur(max(small.size) / 6))
    red, green, blue = ImageChops.difference(small, blurred).split()
    seen = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    width, height = seen.size
    pixels = seen.tobytes()
    rows = [pixels[n * width : (n + 1) * width] for n in range(height)]
    lines = zip(*rows, strict=True) if across else rows
    return [_standing_out(line) for line in lines]


def _standing_out(line: Sequence[int]) -> float:
    """What differs along a line: a horizon is the same all along, and no subject."""
    usual = sorted(line)[len(line) // 2]
    return float(sum((value - usual) ** 2 for value in line if value > usual))
