"""Writing a site into a folder and building it with the real MkDocs, in a process of its own."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from .fork_server import Done, run


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a build."""

    code: int
    log: str
    folder: Path

    def html(self, page: str) -> str:
        """The HTML of a page."""
        return (self.folder / page).read_text("utf-8")

    def figures(self, page: str = "index.html") -> list[dict[str, Any]]:
        """The figures of a page: attributes of the figure and of its image, and its caption."""
        reader = _Figures()
        reader.feed(self.html(page))
        return reader.figures

    def warnings(self) -> list[str]:
        """The lines that `--strict` counts."""
        return [line for line in self.log.splitlines() if line.startswith(("WARNING", "ERROR"))]

    def lines(self, words: str) -> list[str]:
        """The lines of the log that hold some words."""
        return [line for line in self.log.splitlines() if words in line]


@dataclass(slots=True)
class SiteMaker:
    """A site under test."""

    folder: Path
    config: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)

    def page(self, name: str, text: str, **meta: Any) -> None:
        """Write a page with front matter."""
        path = self.folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        front = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n" if meta else ""
        path.write_text(front + text, "utf-8")

    def build(self, *arguments: str, tool: str = "mkdocs", **env: str) -> Build:
        """Build the site as an author would."""
        self.write_config()
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1", "NO_MKDOCS_2_WARNING": "1", **env}
        done = run(tool, "build", *arguments, cwd=self.folder, env=environment)
        return Build(done.returncode, done.stdout + done.stderr, self.folder / "site")

    def write_config(self) -> Path:
        """Write mkdocs.yml."""
        (self.folder / "docs").mkdir(parents=True, exist_ok=True)
        plugin: Any = {"illustrate": self.options} if self.options else "illustrate"
        config = {"site_name": "Test", "site_url": "https://example.org/sub/", **self.config}
        config["plugins"] = [*config.get("plugins", []), plugin]
        path = self.folder / "mkdocs.yml"
        path.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
        return path

    def recipe(self, name: str) -> dict[str, Any]:
        """A recipe of the portfolio."""
        return yaml.safe_load((self.folder / "illustrations" / name).read_text("utf-8"))

    def models(self, base_url: str, **image: Any) -> None:
        """Use the model server for both models."""
        self.options["chat"] = {"provider": "openai", "base_url": base_url}
        self.options["image"] = {"provider": "openai", "base_url": base_url, **image}


def command(site: SiteMaker, *arguments: str, **env: str) -> Done:
    """Run a command of ours in the site's folder."""
    site.write_config()
    return run("mkdocs_illustrate", *arguments, cwd=site.folder, env={**os.environ, **env})


def planned(site: SiteMaker, **env: str) -> dict[str, Any]:
    """What `plan` prints for programs."""
    done = command(site, "plan", "--json", **env)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


ENDED_BY_HAND = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):  # nor is any heard by who measures the tests
    signal.signal(getattr(signal, name), signal.SIG_DFL)
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(folder: Path, *command: str, **more: Any) -> subprocess.Popen[bytes]:
    """A command at work in a site's folder; what ends a program ends it, whoever started the tests."""
    return subprocess.Popen([sys.executable, "-c", ENDED_BY_HAND, *command], cwd=folder, **more)


KEYS = {"OPENAI_API_KEY": "test-key", "AIMLAPI_KEY": "test-key"}
CITIES = """# Futuristic Cities

Cities of the future promise to change how people live, work and move.

Transportation will be silent, and streets will belong to people on foot.

Digital technology will be part of every corner of urban life.
"""


class _Figures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.figures: list[dict[str, Any]] = []
        self._inside = self._caption = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "figure" and "data-illustrate" in found:
            self.figures.append({"figure": found, "caption": "", "sources": []})
            self._inside = True
        elif self._inside and tag == "img":
            self.figures[-1]["img"] = found
        elif self._inside and tag == "source":
            self.figures[-1]["sources"].append(found)
        self._caption = self._caption or (self._inside and tag == "figcaption")

    def handle_endtag(self, tag: str) -> None:
        if tag == "figcaption":
            self._caption = False
        self._inside = self._inside and tag != "figure"

    def handle_data(self, data: str) -> None:
        if self._caption:
            self.figures[-1]["caption"] += data


def widths(srcset: str) -> list[int]:
    """The widths that a srcset offers."""
    return [int(w) for w in re.findall(r" (\d+)w", srcset)]
