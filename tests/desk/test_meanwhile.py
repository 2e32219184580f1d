"""What others do while somebody decides at the desk: another desk, an editor, a build. The recipe on the disk wins."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from mkdocs_illustrate.studio.locks import briefly_locked
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import KEYS, SiteMaker
from tests.waiting import held, until

from .desks import OpenDesk, mend, open_desk, said


def test_the_recipe_on_the_disk_wins(desk: OpenDesk, blog: SiteMaker) -> None:
    """A decision about what is no longer so is not written; the page says so and shows what is."""
    seen = desk.seen("cities.md")
    mend(blog, "cities.yml", alt="Towers beside a river")
    before = blog.recipe("cities.yml")
    answer = desk.press("cities.md", "approve", seen=seen)
    assert answer.status_code == 409
    assert "changed meanwhile" in said(answer)
    assert "Towers beside a river" in answer.text
    assert blog.recipe("cities.yml") == before
    assert desk.press("cities.md", "approve").status_code == 200
    assert blog.recipe("cities.yml")["alt"] == "Towers beside a river"


def test_undo_leaves_what_others_wrote(desk: OpenDesk, blog: SiteMaker) -> None:
    """A decision that somebody built upon is not taken back."""
    desk.press("cities.md", "approve")
    mend(blog, "cities.yml", alt="Towers beside a river")
    assert "changed since" in said(desk.undo())
    assert blog.recipe("cities.yml")["alt"] == "Towers beside a river"
    assert "approved" in blog.recipe("cities.yml")


def test_two_desks(desk: OpenDesk, blog: SiteMaker) -> None:
    """Who comes second is told, and nothing of the first one's is lost."""
    with open_desk(blog) as other:
        stale = other.enter().seen("cities.md")
        desk.press("cities.md", "words", alt="Towers beside a river", caption="")
        assert other.press("cities.md", "words", seen=stale, alt="A town", caption="").status_code == 409
    assert blog.recipe("cities.yml")["alt"] == "Towers beside a river"


def test_words_that_are_written_while_a_build_buys(blog: SiteMaker, server: ModelServer) -> None:
    """A build that replaces a picture keeps what was mended at the desk meanwhile."""
    blog.page("cities.md", "# Futuristic Cities\n\nWhales pass by without a sound, far below.\n", illustrate=True)
    with open_desk(blog) as desk, held(server, "/images/generations") as let_go, ThreadPoolExecutor(1) as builder:
        bought = server.count("/images/generations")
        building = builder.submit(blog.build, **KEYS)
        until(lambda: server.count("/images/generations") > bought)
        desk.enter().press("cities.md", "words", alt="Whales under a town", caption="")
        let_go()
        assert building.result().code == 0
    assert blog.recipe("cities.yml")["alt"] == "Whales under a town"


def test_who_writes_between_the_look_and_the_write_wins(desk: OpenDesk, blog: SiteMaker) -> None:
    """A decision waits for its turn at the recipe; what was written there by then is not written over."""
    lock = blog.folder / ".cache/plugin/illustrate/locks/recipes.lock"
    with ThreadPoolExecutor(1) as hands:
        with briefly_locked(lock):
            pressed = hands.submit(desk.press, "cities.md", "approve", seen=desk.seen("cities.md"))
            time.sleep(2)  # it is at the lock by then; one that is not sees the recipe as it is
            mend(blog, "cities.yml", alt="Towers beside a river")
        answer = pressed.result()
    assert (answer.status_code, "changed meanwhile" in said(answer)) == (409, True)
    assert "approved" not in blog.recipe("cities.yml")
