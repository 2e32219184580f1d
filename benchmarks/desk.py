"""How long fifty pictures take at the desk, by keys alone: `python benchmarks/desk.py [--pictures N] [--look SECONDS]`.

A site with bought pictures is opened in Debian's Chromium. Each picture is looked at for as long as a person does, and
decided about: most are approved, each seventh is not, and each tenth gets another alternative text first. It wants the
dependency group `browser`.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from mkdocs_illustrate.testing.server import ModelServer

_KEYS = {"OPENAI_API_KEY": "test-key", "NO_MKDOCS_2_WARNING": "1"}
_CONFIG = """\
site_name: A year of posts
plugins:
  - illustrate:
      budget: {{pictures: {count}}}
      chat: {{provider: openai, base_url: "{url}"}}
      image: {{provider: openai, base_url: "{url}", quality: low}}
"""
_POST = "---\nillustrate: true\n---\n# Post {n}: {topic}\n\nWhat {topic} meant in week {n}.\n\n## Later\n\nIt passed.\n"
_TOPICS = ("harbours", "bread", "night trains", "bees", "glaciers", "maps", "clocks", "markets", "tides", "letters")
_DECIDED = 50
# By the page's own clock: who drives a browser from outside adds some forty milliseconds.
_WATCH = """
addEventListener('keydown', () => { window.pressed = performance.now(); }, true);
let stands = '';
const look = () => {
  const here = document.querySelector('[aria-current=true]')?.dataset.page;
  if (here && here !== stands) { stands = here; window.stood = performance.now(); }
};
new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
"""


@dataclass(slots=True)
class Hand:
    """Somebody at the keys; what the desk takes is noted, in milliseconds."""

    page: Any
    recipes: Path
    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def decide(self, number: int) -> None:
        """One picture."""
        if number % 10 == 0:
            self._mend()
        self._press("n" if number % 7 == 0 else "y")

    def _mend(self) -> None:
        self.page.keyboard.press("a")
        self.page.keyboard.type(f"Boats at a quay, seen from picture {self._here()}", delay=60)
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function("() => document.getElementById('said').textContent.includes('Saved')")

    def _press(self, key: str) -> None:
        here = self._here()
        recipe = self.recipes / Path(here).with_suffix(".yml")
        before, pressed = recipe.stat().st_mtime_ns, time.time()
        self.page.keyboard.press(key)
        self.page.wait_for_function(
            "here => document.querySelector('[aria-current=true]')?.dataset.page !== here", arg=here, polling=5
        )
        self.took["until the next one stands there"].append(self.page.evaluate("window.stood - window.pressed"))
        assert recipe.stat().st_mtime_ns != before
        self.took["until it is on the disk"].append(1000 * (recipe.stat().st_mtime - pressed))

    def _here(self) -> str:
        return str(self.page.get_attribute("[aria-current=true]", "data-page"))


def write_site(folder: Path, count: int) -> None:
    """A site whose pictures were bought."""
    (folder / "docs").mkdir()
    for n in range(1, count + 1):
        (folder / "docs" / f"post-{n:03}.md").write_text(_POST.format(n=n, topic=_TOPICS[n % len(_TOPICS)]))
    with ModelServer() as server:
        (folder / "mkdocs.yml").write_text(_CONFIG.format(url=server.url, count=count))
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(build, cwd=folder, env=os.environ | _KEYS, check=True)


@contextmanager
def desk_over(folder: Path) -> Iterator[str]:
    """The address of a desk."""
    command = [sys.executable, "-m", "mkdocs_illustrate", "review", "--no-open"]
    with subprocess.Popen(command, cwd=folder, env=os.environ | _KEYS, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            yield desk.stdout.readline().strip()
        finally:
            desk.send_signal(signal.SIGINT)


def sit_down(folder: Path, look: float, count: int) -> dict[str, float]:
    """Decide about all pictures, fifty at most -> what was measured, in seconds."""
    with sync_playwright() as play, play.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
    ) as browser, _timed_desk(folder) as (address, line):  # fmt: skip
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        began = time.monotonic()
        page.add_init_script(_WATCH)
        page.goto(address, wait_until="commit")
        page.wait_for_selector("[aria-current=true]")
        said = {"first line": line, "first page after it": time.monotonic() - began}
        hand = Hand(page, folder / "illustrations")
        for number in range(1, min(count, _DECIDED) + 1):
            time.sleep(look)
            hand.decide(number)
        said["all decisions"] = time.monotonic() - began
        for what, took in hand.took.items():
            said |= {f"{what}, median": statistics.median(took) / 1000, f"{what}, most": max(took) / 1000}
        return said


@contextmanager
def _timed_desk(folder: Path) -> Iterator[tuple[str, float]]:
    began = time.monotonic()
    with desk_over(folder) as address:
        yield address, time.monotonic() - began


def main() -> None:
    """Print the table."""
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--pictures", type=int, default=_DECIDED, help="of the site; fifty are decided about")
    asked.add_argument("--look", type=float, default=1.5, help="seconds that somebody looks at each")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_site(Path(folder), given.pictures)
        for what, seconds in sit_down(Path(folder), given.look, given.pictures).items():
            print(f"{what:40} {seconds:9.3f} s")


if __name__ == "__main__":
    main()
