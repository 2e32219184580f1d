"""Pictures for tests: real files of a real size, told apart by the words that asked for them."""

from __future__ import annotations

import hashlib
import io
import re

from PIL import Image, ImageDraw

_USUAL = (1024, 1024)


def picture(words: str, size: tuple[int, int] = _USUAL, kind: str = "PNG") -> bytes:
    """A picture whose colours come from some words."""
    seed = hashlib.sha256(words.encode()).digest()
    image = Image.new("RGB", size, tuple(seed[:3]))
    draw = ImageDraw.Draw(image)
    for n in range(3, 24, 3):
        x, y = seed[n] * size[0] // 256, seed[n + 1] * size[1] // 256
        reach = size[1] // 4
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=tuple(seed[n : n + 3]))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def drawing(words: str, size: tuple[int, int] = _USUAL) -> bytes:
    """The same as an SVG, as some models draw."""
    seed = hashlib.sha256(words.encode()).digest()
    (width, height), (r, g, b) = size, seed[:3]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="rgb({r},{g},{b})"/>'
        f'<circle cx="{width // 2}" cy="{height // 2}" r="{height // 4}" fill="#fff"/></svg>'
    ).encode()


def picture_at(path: str) -> bytes:
    """The picture behind an address that the server gave out: `/files/WORDS-WxH.png`."""
    match = re.search(r"-(\d+)x(\d+)\.", path)
    return picture(path, (int(match[1]), int(match[2])) if match else _USUAL)


def measured(data: bytes) -> tuple[str, tuple[int, int]]:
    """A picture's format and size; no format if it is none."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return str(image.format), image.size
    except OSError:
        return "", (0, 0)
