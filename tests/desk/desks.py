"""A desk as somebody opens it: the command in a process of its own, and a browser's cookie."""

from __future__ import annotations

import html
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import yaml

from tests.sites import CITIES, KEYS, SiteMaker, started


@dataclass(slots=True)
class OpenDesk:
    """A desk at work, and who may ask it."""

    address: str
    process: subprocess.Popen[bytes]
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.address.split("/?")[0], trust_env=False, timeout=60)

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return self.address.split("/?")[0]

    def enter(self) -> OpenDesk:
        """Exchange the token for the cookie, as a browser does."""
        assert self.client.get(self.address, follow_redirects=True).status_code == 200
        return self

    def look(self, figure: str, **asked: str) -> str:
        """The page with one figure on it."""
        answer = self.client.get("/", params={"figure": figure, **asked})
        assert answer.status_code == 200, answer.text
        return answer.text

    def seen(self, figure: str) -> str:
        """What the page knows the recipe of a figure by."""
        found = re.search(r'name="seen" value="(\w+)"', self.look(figure))
        assert found
        return found[1]

    def press(self, figure: str, what: str, **values: str) -> httpx.Response:
        """Press a button of a figure, as the script of the page does."""
        fields = {"figure": figure, "what": what, "seen": values.pop("seen", "") or self.seen(figure), **values}
        return self.client.post("/decide", data=fields, headers={"Desk-Part": "1"})

    def undo(self) -> httpx.Response:
        """Take the last decision back."""
        return self.client.post("/undo", data={}, headers={"Desk-Part": "1"})

    def end(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@contextmanager
def open_desk(site: SiteMaker, *arguments: str, **more: Any) -> Iterator[OpenDesk]:
    """`review` in a site's folder, until the block ends."""
    command = ["mkdocs_illustrate", "review", "--no-open", *arguments]
    process = started(site.folder, *command, stdout=subprocess.PIPE, env={**os.environ, **KEYS}, **more)
    assert process.stdout is not None
    desk = OpenDesk(process.stdout.readline().decode().strip(), process)
    try:
        yield desk
    finally:
        desk.client.close()
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(60)
        process.stdout.close()


def write_blog(site: SiteMaker, url: str) -> None:
    """Two bought pictures and a drawing."""
    site.models(url, quality="low")
    site.options["models"] = {"painted": {"provider": "offline"}}
    site.page("cities.md", CITIES, illustrate=True)
    site.page("bread.md", "# The First Loaf\n\nFlour, water, salt and a night.\n\n## Baking\n\nHot.\n", illustrate=True)
    site.page("harbour.md", "# A Harbour\n\nShips come and go.\n", illustrate={"model": "painted"})
    build = site.build("--strict", **KEYS)
    assert build.code == 0, build.log


def mend(site: SiteMaker, name: str, **facts: object) -> None:
    """Write into a recipe as somebody with an editor would."""
    path = site.folder / "illustrations" / name
    path.write_text(yaml.safe_dump({**site.recipe(name), **facts}, allow_unicode=True), "utf-8")


def said(answer: httpx.Response) -> str:
    """What the live region says."""
    found = re.search(r'id="said"[^>]*>([^<]*)<', answer.text)
    return html.unescape(found[1]) if found else ""


def current(page: str) -> str:
    """Which figure stands there."""
    found = re.search(r'aria-current="true" data-page="([^"]*)"', page)
    return html.unescape(found[1]) if found else ""


PYTHON = sys.executable
