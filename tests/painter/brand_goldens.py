"""What is hashed of pictures in a site's colours, and of abstract ones."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from articles import titled

from mkdocs_illustrate.painter.paint import paint

KEPT = Path(__file__).parent / "brand_goldens.txt"
_TITLES = (
    "A weekend hiking in the Alps",
    "Why our Postgres queries got slow",
    "Notes on simplicity",
    "After the earthquake",
)
_PALETTES = ("", "#3f51b5 #ff4081", "#2e7d32", "#111111 #e53935", "#264653 #2a9d8f #e9c46a")
BRAND_CASES = tuple((title, palette) for title in _TITLES for palette in _PALETTES)


def brand_line(case: tuple[str, str]) -> str:
    """Hash one of them; its manner stands before it."""
    title, palette = case
    painting = paint(titled(title), palette=tuple(palette.split()), seed=1)
    return f"{painting.mode} {sha256(painting.svg.encode()).hexdigest()}"
