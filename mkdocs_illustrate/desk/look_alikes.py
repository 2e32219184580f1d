"""Which pictures of a site can't be told apart at a glance: a thumbnail is a row of steps from dark to bright."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, pairwise

from ..pictures.decoding import decoded

_SIDE = 16
_MOST = 26  # of 256 steps that may differ: a tenth


def print_of(thumbnail: bytes) -> int:
    """256 bits: whether each spot of a picture is brighter than the one to its left."""
    from PIL import Image  # noqa: PLC0415 - heavy

    grey = decoded(thumbnail).convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.BOX)
    spots = grey.tobytes()
    bits = 0
    for row in range(_SIDE):
        line = spots[row * (_SIDE + 1) : (row + 1) * (_SIDE + 1)]
        for left, right in pairwise(line):
            bits = bits << 1 | (right > left)
    return bits


def look_alikes(prints: Mapping[str, int]) -> dict[str, str]:
    """Names of pictures that look like an earlier one or a later one -> one of those."""
    found: dict[str, str] = {}
    for one, other in combinations(prints, 2):
        if (prints[one] ^ prints[other]).bit_count() <= _MOST:
            found.setdefault(one, other)
            found.setdefault(other, one)
    return found
