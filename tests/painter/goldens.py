"""What the golden hashes are taken of."""

from __future__ import annotations

from hashlib import sha256

from articles import titled

from mkdocs_illustrate.painter.paint import paint

CASES: tuple[tuple[str, int, float, str], ...] = (
    ("Why our Postgres queries got slow", 1, 1.5, "light"),
    ("Why our Postgres queries got slow", 2, 3.2, "dark"),
    ("Notes on simplicity", 3, 1.91, "light"),
    ("Keeping bees on a city roof", 4, 1.0, "light"),
    ("After the earthquake", 5, 0.5625, "light"),
)


def digest(case: tuple[str, int, float, str]) -> str:
    """Hash the mosaic of a case."""
    title, seed, ratio, scheme = case
    painting = paint(titled(title), style="mosaic", seed=seed, ratio=ratio, scheme=scheme)
    return sha256(painting.svg.encode()).hexdigest()
