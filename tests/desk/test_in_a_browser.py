"""The desk in a real browser: by keys alone, narrow and wide, light and dark, for whoever reads or hears it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.browsers import CHROMIUM, open_browser
from tests.sites import SiteMaker

from .desks import OpenDesk, open_desk

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: group `browser`")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium, without its errands."""
    with open_browser(sync_api) as opened:
        yield opened


@pytest.fixture
def desk(blog: SiteMaker) -> Iterator[OpenDesk]:
    """A desk that nobody has opened yet."""
    with open_desk(blog) as opened:
        yield opened


def opened(browser: Any, desk: OpenDesk, **options: Any) -> Any:
    """A page of the desk; whatever it asks for elsewhere, or complains about, is a failure."""
    page = browser.new_context(**options).new_page()
    page.wrong = []
    page.on("request", lambda asked: asked.url.startswith((desk.origin, "data:")) or page.wrong.append(asked.url))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto(desk.address)
    return page


def shows(page: Any, figure: str) -> None:
    """Wait until a figure stands there, the only one, on a page that hears keys."""
    page.wait_for_selector(f'.alive [aria-current="true"][data-page="{figure}"]')
    assert page.locator('[aria-current="true"]').count() == 1


def says(page: Any, words: str) -> None:
    """Wait until the live region says something."""
    page.wait_for_function("words => document.getElementById('said').textContent.includes(words)", arg=words)


def test_by_keys_alone(browser: Any, desk: OpenDesk, blog: SiteMaker) -> None:
    """Leaf, approve, reject, take a candidate, mend words, undo, filter: the hand stays on the keys."""
    page = opened(browser, desk)
    press = page.keyboard.press
    shows(page, "bread.md")
    press("j")
    shows(page, "cities.md")
    press("k")
    press("y")  # at once: it means the one that stands there by then
    says(page, "Approved: The First Loaf")
    shows(page, "cities.md")
    assert blog.recipe("bread.yml")["approved"]["key"] == blog.recipe("bread.yml")["key"]
    press("a")
    page.keyboard.type("yny Towers")
    press("Control+Enter")
    says(page, "Saved: Futuristic Cities")
    assert blog.recipe("cities.yml")["alt"] == "yny Towers"
    press("a")
    page.keyboard.type("something else")
    press("Escape")
    assert page.input_value("#alt") == "yny Towers"
    press("n")
    says(page, "Marked to be made anew")
    shows(page, "harbour.md")
    press("3")
    says(page, "Candidate 3 taken: A Harbour")
    press("y")
    page.wait_for_selector("#current.empty")
    for what in ("Approved: A Harbour", "Candidate 3", "Marked"):
        press("u")
        says(page, f"Taken back. {what}")
    press("/")
    page.keyboard.type("loaf")
    press("Enter")
    shows(page, "bread.md")
    press("?")
    page.wait_for_selector(".sheet h2:visible")
    press("Escape")
    page.wait_for_selector(".sheet h2", state="hidden")
    assert page.wrong == []


def test_money_is_asked_about(browser: Any, desk: OpenDesk, server: ModelServer) -> None:
    """A note, its price, a question; then the picture comes by itself, and old and new stand on the same spot."""
    page = opened(browser, desk)
    shows(page, "bread.md")
    bought = server.count("/images/generations")
    page.keyboard.press("r")
    page.keyboard.type("y: show the crust")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("text=Buy one picture from openai")
    assert server.count("/images/generations") == bought
    page.keyboard.press("Enter")
    says(page, "Made anew: The First Loaf")
    assert server.count("/images/generations") == bought + 1
    page.keyboard.press("k")
    shows(page, "bread.md")
    now = page.get_attribute(".shown.wide", "src")
    page.keyboard.press("o")
    says(page, "The picture before")
    assert page.get_attribute(".shown.wide", "src") != now
    assert page.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_for_everybody(browser: Any, desk: OpenDesk, width: int, scheme: str) -> None:
    """No finding of axe on any kind of figure, and nothing sticks out."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(browser, desk, viewport={"width": width, "height": 800}, color_scheme=scheme)
    for figure in ("bread.md", "harbour.md"):
        page.goto(f"{desk.origin}/?show=all&figure={figure}")
        shows(page, figure)
        found = axe.run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.wrong == []


def test_without_scripts(browser: Any, desk: OpenDesk, blog: SiteMaker) -> None:
    """It can be read, and decided, where scripts are off."""
    page = opened(browser, desk, java_script_enabled=False)
    page.get_by_role("button", name="Approve").click()
    assert "Approved: The First Loaf" in page.inner_text("#said")
    assert blog.recipe("bread.yml")["approved"]
    page.fill("#alt", "Towers")
    page.click(".text.alt .save")
    assert blog.recipe("cities.yml")["alt"] == "Towers"


def test_the_register(browser: Any, blog: SiteMaker, tmp_path: Path) -> None:
    """One file, without a script, that asks nobody for anything."""
    from tests.sites import command

    sheet = tmp_path / "register.html"
    assert command(blog, "review", "--static", str(sheet)).returncode == 0
    page = browser.new_context(offline=True, java_script_enabled=False).new_page()
    page.goto(f"file://{sheet}")
    assert page.locator("tbody tr").count() == 3
    assert page.locator("tbody img").count() == 3
