"""What a house style avoids is drawn nowhere, however it is called."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.painter.paint import paint, pinned
from mkdocs_illustrate.records import Article

IDEAS = Article(page="a.md", title="New ideas for automation", words="New ideas for automation, with gears and robots.")


@pytest.mark.parametrize("style", ["auto", "isometric", "mosaic"])
@pytest.mark.parametrize(
    ("avoid", "gone"),
    [("gears", "gears"), ("Gear", "gears"), ("light bulbs", "bulb"), ("a light-bulb", "bulb"), ("bulb", "bulb")],
)
def test_a_motif_is_taken_out(style: str, avoid: str, gone: str) -> None:
    """By its name here, by what people call it, one or many; something else is drawn, of the same article."""
    assert gone in pinned(IDEAS, style=style)[1]
    manner, shown = pinned(IDEAS, style=style, avoid=(avoid,))
    assert gone not in shown
    assert shown
    assert manner == pinned(IDEAS, style=style)[0]


def test_a_page_may_wish_for_it() -> None:
    """What a page names itself is drawn."""
    assert "gears" in pinned(IDEAS, motifs=("gears",), avoid=("gears",))[1]


def test_without_everything_there_is_a_picture() -> None:
    """Where nothing is left to show, the composition stands by itself."""
    everything = (*tuple(pinned(IDEAS)[1]), "conveyor", "container", "parcels", "books", "pencil", "palette", "browser")
    painting = paint(IDEAS, avoid=everything)
    assert painting.svg.startswith("<svg")
    assert "gears" not in painting.alt


def test_nothing_to_avoid_changes_nothing() -> None:
    """The same bytes as without."""
    assert paint(IDEAS, avoid=()).svg == paint(IDEAS).svg == paint(IDEAS, avoid=("unicorns",)).svg
