"""What the golden hashes of the landscapes are taken of."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from articles import titled

from mkdocs_illustrate.painter.landscapes.scenes import scenes
from mkdocs_illustrate.painter.paint import paint

NAMES = tuple(sorted(scenes()))
KEPT = Path(__file__).parent / "scene_goldens.txt"
SCENE_CASES: tuple[tuple[str, int, float, str], ...] = tuple(
    (name, seed, ratio, scheme)
    for name in NAMES
    for seed, ratio, scheme in ((1, 1.91, "light"), (2, 0.5625, "light"), (3, 3.2, "dark"))
)


def line(case: tuple[str, int, float, str]) -> str:
    """A case and the hash of its landscape."""
    return f"{case[0]} {case[1]} {digest(case)}"


def digest(case: tuple[str, int, float, str]) -> str:
    """Hash the landscape of a case."""
    name, seed, ratio, scheme = case
    painting = paint(titled("x"), style="landscape", motifs=(name,), seed=seed, ratio=ratio, scheme=scheme)
    return sha256(painting.svg.encode()).hexdigest()
