"""The frame that a picture is composed for: every ratio has its own, so nothing is ever cropped."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

AREA = 1200 * 630
"""Units of the viewBox, the same for every ratio, so that a line keeps its weight."""
NARROWEST, WIDEST = 9 / 16, 3.2
_GOLDEN = 0.618
_TALL, _PANORAMA = 0.9, 2.3


@dataclass(frozen=True, slots=True)
class Frame:
    """Width, height and the places where things belong, in units of the viewBox."""

    width: int
    height: int
    flip: bool = False
    """Mirrors `x`, `third` and `golden`: half of all layouts face the other way."""

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def tall(self) -> bool:
        """A portrait: stack what would stand side by side."""
        return self.ratio < _TALL

    @property
    def panorama(self) -> bool:
        """A strip: little height, so fewer layers and a lower sun."""
        return self.ratio > _PANORAMA

    @property
    def unit(self) -> float:
        """A hundredth of the square of equal area (about 8.7): sizes of things are so many units.

        In a strip and in a portrait the shorter side bounds it.
        """
        return min(sqrt(AREA) / 100, self.height / 60, self.width / 66)

    @property
    def third(self) -> float:
        """The x of the third where the light stands."""
        return self.x(1 / 3)

    @property
    def golden(self) -> float:
        """The x of the golden section: the place of the small moving subject."""
        return self.x(_GOLDEN)

    @property
    def shaded(self) -> int:
        """The side that lies in the shade: 1 is right, -1 is left."""
        return -1 if self.flip else 1

    def x(self, share: float) -> float:
        """Give the x at a share of the width, mirrored when the layout faces the other way."""
        return self.width * (1 - share if self.flip else share)

    def y(self, share: float) -> float:
        """Give the y at a share of the height, from the top."""
        return self.height * share

    def below(self, line: float, share: float) -> float:
        """Give the y at a share of the way from a line (the horizon, a quay) down to the lower edge."""
        return line + (self.height - line) * share

    def horizon(self, share: float = 0.72) -> float:
        """Give the y of the horizon; 0.66 to 0.80 is the house rule."""
        return self.height * min(0.82, max(0.6, share))


def frame_for(ratio: float, *, flip: bool = False) -> Frame:
    """Make the frame of a wanted ratio, with the house's area; extreme ratios are bounded."""
    # Beyond these there is no room for a subject.
    ratio = min(WIDEST, max(NARROWEST, ratio))
    height = sqrt(AREA / ratio)
    return Frame(width=round(height * ratio), height=round(height), flip=flip)
