"""Which pictures of a site can't be told apart at a glance: a thumbnail is a row of steps from dark to bright."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

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


class LookAlikes:
    """Names of pictures that look like another one -> one of those; each pair is compared once."""

    def __init__(self) -> None:
        self._prints: dict[str, int] = {}
        self.found: dict[str, str] = {}

    def see(self, prints: Mapping[str, int]) -> None:
        """All pictures that were seen by now; where one was replaced, or is gone, all are compared anew."""
        if any(prints.get(name) != seen for name, seen in self._prints.items()):
            self._prints, self.found = {}, {}
        for name in [name for name in prints if name not in self._prints]:
            for other, seen in self._prints.items():
                if (prints[name] ^ seen).bit_count() <= _MOST:
                    self.found.setdefault(name, other)
                    self.found.setdefault(other, name)
            self._prints[name] = prints[name]
