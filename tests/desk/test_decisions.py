"""What is decided at the desk is in the recipe at once, can be taken back, and leaves what others wrote."""

from __future__ import annotations

import json

import httpx
import pytest

from mkdocs_illustrate.studio.locks import briefly_locked
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import KEYS, SiteMaker, command, planned
from tests.waiting import held, until

from .desks import OpenDesk, current, open_desk, said


def bare(recipe: dict[str, object]) -> dict[str, object]:
    """A recipe without what says nothing."""
    return {name: value for name, value in recipe.items() if value}


def test_approve_and_undo(desk: OpenDesk, blog: SiteMaker) -> None:
    """An approval is of the picture's key, with a name and a day; the next figure stands there; undo takes it back."""
    before = blog.recipe("cities.yml")
    answer = desk.press("cities.md", "approve")
    recipe = blog.recipe("cities.yml")
    assert recipe["approved"]["key"] == recipe["key"]
    assert set(recipe["approved"]) == {"by", "date", "key"}
    assert current(answer.text) == "harbour.md"
    assert said(answer) == "Approved: Futuristic Cities"
    assert said(desk.undo()) == "Taken back. Approved: Futuristic Cities"
    assert blog.recipe("cities.yml") == before


def test_undo_outlives_the_desk(blog: SiteMaker) -> None:
    """Decisions are taken back one by one, the last one first, also by a desk that is opened later."""
    with open_desk(blog) as desk:
        desk.enter().press("cities.md", "approve")
        desk.press("bread.md", "words", alt="A loaf on a board", caption="")
    with open_desk(blog) as desk:
        assert said(desk.enter().undo()) == "Taken back. Saved: The First Loaf"
        assert said(desk.undo()) == "Taken back. Approved: Futuristic Cities"
        assert said(desk.undo()) == "There is nothing to take back."
    assert "approved" not in blog.recipe("cities.yml")
    assert blog.recipe("bread.yml")["alt"] != "A loaf on a board"


def test_words_and_prompt(desk: OpenDesk, blog: SiteMaker, server: ModelServer) -> None:
    """A mended alt changes the page for free; another prompt asks for another picture, and costs nothing yet."""
    calls = len(server.calls)
    desk.press("cities.md", "words", alt="Towers beside a river", caption="")
    assert blog.build(**KEYS).figures("cities/index.html")[0]["img"]["alt"] == "Towers beside a river"
    answer = desk.press("cities.md", "words", prompt="A harbour at night")
    assert current(answer.text) == "cities.md"
    assert "changed" in answer.text
    states = {figure["page"]: figure["state"] for figure in planned(blog)["figures"]}
    assert states["cities.md"] == "changed"
    assert len(server.calls) == calls


def test_not_this_one(desk: OpenDesk, blog: SiteMaker, server: ModelServer) -> None:
    """A picture that nobody wants, and that has no other candidate, is made anew by whoever may buy."""
    bought = server.count("/images/generations")
    answer = desk.press("cities.md", "reject")
    assert said(answer) == "Marked to be made anew: Futuristic Cities"
    assert server.count("/images/generations") == bought
    old = blog.recipe("cities.yml")
    blog.build(**KEYS)
    assert server.count("/images/generations") == bought + 1
    recipe = blog.recipe("cities.yml")
    assert recipe["key"] != old["key"]
    assert "rejected" not in recipe
    blog.build(**KEYS)
    assert server.count("/images/generations") == bought + 1


def test_a_drawing_goes_on_to_the_next(desk: OpenDesk, blog: SiteMaker) -> None:
    """The painter has others: the recipe says which one, without a file, and undo leaves no recipe."""
    path = blog.folder / "illustrations" / "harbour.yml"
    answer = desk.press("harbour.md", "reject")
    assert said(answer) == "Candidate 2 taken: A Harbour"
    assert current(answer.text) == "harbour.md"
    recipe = blog.recipe("harbour.yml")
    assert (recipe["provider"], recipe.get("file")) == ("offline", None)
    desk.press("harbour.md", "pick", number="5")
    assert blog.recipe("harbour.yml")["key"] != recipe["key"]
    desk.press("harbour.md", "approve")
    approved = blog.recipe("harbour.yml")
    assert approved["approved"]["key"] == approved["key"]
    for _ in range(3):
        desk.undo()
    assert not path.exists()


def test_approving_a_drawing(desk: OpenDesk, blog: SiteMaker) -> None:
    """A drawing that somebody approved stays as it is, whatever becomes of the article."""
    before = blog.build(**KEYS).figures("harbour/index.html")[0]["img"]
    desk.press("harbour.md", "approve")
    assert "approved" in blog.recipe("harbour.yml")
    blog.page(
        "harbour.md", "# A Harbour\n\nWinter came, and snow, and nobody sails.\n", illustrate={"model": "painted"}
    )
    after = blog.build(**KEYS).figures("harbour/index.html")[0]["img"]
    assert after["alt"] == before["alt"]
    assert "harbour.md" not in desk.client.get("/?show=new").text


def test_approving_what_was_changed(desk: OpenDesk, blog: SiteMaker, server: ModelServer) -> None:
    """Who approves a picture for an article that has moved on says that it fits: nothing is bought."""
    blog.page("cities.md", "# Futuristic Cities\n\nWhales pass by without a sound, far below.\n", illustrate=True)
    assert "changed" in desk.look("cities.md")
    desk.press("cities.md", "approve")
    bought = server.count("/images/generations")
    blog.build(**KEYS)
    assert server.count("/images/generations") == bought
    assert desk.undo().status_code == 200


def test_made_anew(desk: OpenDesk, blog: SiteMaker, server: ModelServer) -> None:
    """The price is on the button, money is asked about, and the note goes to the chat model; the old one can be had."""
    old, bought = blog.recipe("cities.yml"), server.count("/images/generations")
    page = desk.look("cities.md")
    assert "Make anew $0.0059" in page
    fields = {"figure": "cities.md", "seen": desk.seen("cities.md"), "note": "show the river"}
    asked = desk.client.post("/anew", data=fields, headers={"Desk-Part": "1"})
    assert "Buy one picture from openai" in asked.text
    assert server.count("/images/generations") == bought
    answer = desk.client.post("/anew", data={**fields, "agreed": "yes"}, headers={"Desk-Part": "1"})
    assert said(answer) == "Being made: Futuristic Cities"
    until(lambda: blog.recipe("cities.yml")["key"] != old["key"])
    until(lambda: "Made anew" in desk.client.get("/news").text)
    assert server.count("/images/generations") == bought + 1
    assert "show the river" in str(server.asked("/chat/completions")[-1].body)
    blog.build(**KEYS)
    assert server.count("/images/generations") == bought + 1  # it is kept
    assert desk.client.get("/picture?figure=cities.md&candidate=1").status_code == 200
    assert "Taken back" in said(desk.undo())
    assert bare(blog.recipe("cities.yml")) == bare(old)


def test_news_is_not_lost(desk: OpenDesk, blog: SiteMaker) -> None:
    """Who asks for news while a picture is being hung hears of it when it hangs."""
    fields = {"figure": "cities.md", "seen": desk.seen("cities.md"), "agreed": "yes"}
    with briefly_locked(
        blog.folder / ".cache" / "plugin" / "illustrate" / "locks" / "recipes.lock"
    ):  # nobody hangs anything
        desk.client.post("/anew", data=fields, headers={"Desk-Part": "1"})
        until(lambda: asked_in_vain(desk), "a desk with its hands full")
    until(lambda: "Made anew" in desk.client.get("/news").text)


def test_a_page_goes_on_asking_until_it_is_told(desk: OpenDesk, blog: SiteMaker) -> None:
    """A picture that came at once is still being made for a page that has not heard of it."""
    old, fields = blog.recipe("cities.yml"), {"figure": "cities.md", "seen": desk.seen("cities.md"), "agreed": "yes"}
    desk.client.post("/anew", data=fields, headers={"Desk-Part": "1"})
    until(lambda: blog.recipe("cities.yml")["key"] != old["key"])
    for _ in range(3):
        assert 'data-count="1"' in desk.look("cities.md")
    until(lambda: "Made anew" in desk.client.get("/news").text)
    until(lambda: 'data-count="0"' in desk.look("cities.md"))


def asked_in_vain(desk: OpenDesk) -> bool:
    """Ask for news; whether the desk has its hands full."""
    try:
        desk.client.get("/news", timeout=2)
    except httpx.ReadTimeout:
        return True
    return False


def test_closed_while_something_is_made(blog: SiteMaker, server: ModelServer) -> None:
    """What is paid is kept, though the desk is closed before it came."""
    with open_desk(blog) as desk:
        fields = {"figure": "cities.md", "seen": desk.enter().seen("cities.md"), "agreed": "yes"}
        with held(server, "/images/generations") as let_go:
            bought = server.count("/images/generations")
            desk.client.post("/anew", data=fields)
            until(lambda: server.count("/images/generations") > bought)
            desk.process.send_signal(2)
            let_go()
        assert desk.process.wait(60) == 0
    with open_desk(blog) as desk:
        assert desk.enter().client.get("/picture?figure=cities.md&candidate=1").status_code == 200


@pytest.mark.parametrize("what", ["", "delete", "approve_all"])
def test_unknown_buttons(desk: OpenDesk, what: str) -> None:
    """What is no button does nothing."""
    assert desk.press("cities.md", what).status_code == 404


@pytest.mark.parametrize("alt", ["", "Futuristic Cities", "Illustration of Futuristic Cities", "cities.png"])
def test_words_that_say_nothing(desk: OpenDesk, blog: SiteMaker, alt: str) -> None:
    """The desk holds against an alternative text what `check --alt` does, whoever approved the picture."""
    desk.press("cities.md", "approve")
    desk.press("cities.md", "words", alt=alt, caption="")
    held_against = [one["text"] for one in findings(blog, "--alt")]
    assert len(held_against) == 1
    assert held_against[0].partition(";")[0] in desk.look("cities.md", show="alt missing").replace("It", "it")
    desk.press("cities.md", "words", alt="Towers beside a river", caption="")
    assert findings(blog, "--alt") == []
    assert "cities.md" not in desk.client.get("/?show=alt missing").text


def findings(site: SiteMaker, *flags: str) -> list[dict[str, str]]:
    """What `check` says against figures."""
    found: list[dict[str, str]] = json.loads(command(site, "check", "--json", *flags, **KEYS).stdout)["problems"]
    return found
