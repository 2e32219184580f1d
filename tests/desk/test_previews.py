"""A figure is shown as it will stand on its page, with the words below it."""

from __future__ import annotations

from tests.sites import SiteMaker

from .desks import OpenDesk, mend, open_desk

LABEL = "AI-generated illustration"


def below(desk: OpenDesk, figure: str) -> list[str]:
    """What stands below a picture, wherever it is shown."""
    page = desk.client.get("/", params={"show": "all", "figure": figure}).text
    parts = page.split('<p class="below">')[1:]
    return [
        " ".join(part.partition("</p>")[0].replace("<small>", "").replace("</small>", "").split()) for part in parts
    ]


def test_the_label_stands_below_a_models_picture(desk: OpenDesk) -> None:
    """At a desk and on a phone; a drawing has none."""
    assert below(desk, "cities.md") == [LABEL, LABEL]
    assert below(desk, "harbour.md") == []


def test_caption_and_credit_stand_there_too(blog: SiteMaker) -> None:
    """As mkdocs.yml says it, and with the name of whose picture it is."""
    mend(blog, "cities.yml", caption="Towers by night", credit="Ada")
    blog.options["figure"] = {"caption": True, "label": "Made by a machine"}
    blog.write_config()
    with open_desk(blog) as desk:
        assert below(desk.enter(), "cities.md") == ["Towers by night Made by a machine · Ada"] * 2
