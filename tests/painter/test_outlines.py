"""Laws of path data that is written down about its own origin."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.painter.kit.outlines import placed, polygon, scaled


@pytest.mark.parametrize(
    ("d", "set_down"),
    [
        ("M0 0L1 -0.5Z", "M100 50L110 45Z"),
        ("M-1 0H1V-2", "M90 50H110V30"),
        ("M0 0h1v-1q0.5 0 0.5 1", "M100 50h10v-10q5 0 5 10"),
        ("M0 0A1 2 0 0 1 2 0a1 1 0 1 0 -2 0", "M100 50A10 20 0 0 1 120 50a10 10 0 1 0 -20 0"),
        ("Q0.5 1 1 0 2 -1 3 0", "Q105 60 110 50 120 40 130 50"),
    ],
)
def test_paths_are_set_down(d: str, set_down: str) -> None:
    """Absolute steps move and grow, relative ones only grow, an arc's turn and flags stay."""
    assert scaled(d, 100, 50, 10) == set_down


def test_outlines_are_set_down() -> None:
    """A polygon's points move and grow alike."""
    assert placed(((0, 0), (1, 0), (0.5, -1)), 100, 50, 10) == polygon([(100, 50), (110, 50), (105, 40)])
