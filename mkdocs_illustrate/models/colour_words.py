"""Colours in words, as models know them from captions: `dark navy #1b2a41`.

What is said here stands in the keys of pictures: a name that is changed, or a new one between others, buys them anew.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

_NAMES = {
    "black": "#0a0a0a", "charcoal": "#36393f", "slate grey": "#64707d", "grey": "#8a8a8a", "silver": "#c0c4c8",
    "pale grey": "#e3e5e8", "white": "#ffffff", "ivory": "#f7f1e3", "cream": "#f5e6c8", "beige": "#dcc9a6",
    "sand": "#c9ad7f", "tan": "#b08d57", "brown": "#7b4f2c", "dark brown": "#43291a", "maroon": "#6b1f2a",
    "brick red": "#a63a2e", "red": "#e02424", "crimson": "#b5123e", "coral": "#f5775e", "salmon": "#f4a28c",
    "rust": "#b3541e", "orange": "#f57c1f", "apricot": "#f8b878", "amber": "#f4b942", "ochre": "#c78a1e",
    "gold": "#d4a72c", "yellow": "#f7dc2e", "pale yellow": "#f9efae", "olive": "#757a28", "lime": "#b4dc3c",
    "yellow green": "#8cb83e", "green": "#2f9e44", "bright green": "#3ddc5c", "forest green": "#1e5631",
    "dark green": "#12352a", "mint": "#a8e6c8", "sage": "#9caf88", "emerald": "#10a37f", "teal": "#128a8a",
    "dark teal": "#0d4b52", "turquoise": "#3fd0c9", "cyan": "#22c7ea", "pale blue": "#c9def2", "sky blue": "#7dbdf0",
    "blue": "#2b6fe0", "royal blue": "#2743c9", "steel blue": "#4f7ca6", "navy": "#1f3b70", "dark navy": "#14213d",
    "indigo": "#3f3d9e", "violet": "#6d3ee0", "purple": "#7b2fa0", "dark purple": "#3a1752", "lavender": "#c8b9ec",
    "mauve": "#a583a8", "plum": "#7a345f", "magenta": "#d023a5", "pink": "#f28ab8", "pale pink": "#f9d6df",
    "hot pink": "#f5388a", "rose": "#d8607e",
}  # fmt: skip


def palette_words(palette: Sequence[str]) -> str:
    """A sentence that asks for these colours, the main one first; nothing for none."""
    said = [f"{_name(_whole(colour))} {_whole(colour)}" for colour in palette]
    if len(said) < 2:
        return "".join(f"In shades of {colour}." for colour in said)
    *more, last = said[1:]
    return f"In these colours: above all {said[0]}, with {', '.join(more)}{' and ' if more else ''}{last}."


def _whole(colour: str) -> str:
    """`#abc` as `#aabbcc`."""
    digits = colour.lower().removeprefix("#")
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)


@functools.cache
def _name(colour: str) -> str:
    """The name whose colour the eye takes for the nearest."""
    seen = _seen(colour)
    return min(_NAMES, key=lambda name: sum((a - b) ** 2 for a, b in zip(seen, _seen(_NAMES[name]), strict=True)))


@functools.cache
def _seen(colour: str) -> tuple[float, float, float]:
    """A colour in OKLab, in which the eye's distances are nearly straight."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    cones = (
        0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
        0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
        0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    )
    long, middle, short = (cone ** (1 / 3) for cone in cones)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
