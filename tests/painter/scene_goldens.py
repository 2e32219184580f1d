"""What the golden hashes of the landscapes are taken of."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from articles import titled

from mkdocs_illustrate.painter.paint import paint

NAMES = (
    *("city", "mountains", "coast", "fields", "forest", "desert", "night-sky", "village"),
    *("harbour", "river", "workshop", "kitchen", "home"),
)
KEPT = Path(__file__).parent / "scene_goldens.txt"
SCENE_CASES: tuple[tuple[str, int, float, str], ...] = tuple(
    (name, seed, ratio, scheme)
    for name in NAMES
    for seed, ratio, scheme in ((1, 1.91, "light"), (2, 0.5625, "light"), (3, 3.2, "dark"))
)


def digest(case: tuple[str, int, float, str]) -> str:
    """Hash the landscape of a case."""
    name, seed, ratio, scheme = case
    painting = paint(titled("x"), style="landscape", motifs=(name,), seed=seed, ratio=ratio, scheme=scheme)
    return sha256(painting.svg.encode()).hexdigest()
