"""What is read from the disk, and what is loaded: no more than is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker

_COUNTS = """
import collections, re, runpy, sys
opened, counted = collections.Counter(), re.compile(sys.argv[1])
def seen(event, arguments):
    if event == "open" and counted.search(str(arguments[0])):
        opened[str(arguments[0])] += 1
sys.addaudithook(seen)
sys.argv = sys.argv[2:]
try:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert not end.code, end.code
print(sorted(opened.values()))
"""
_KEPT = r"(?<!/assets)/illustrations/.*\.(?:webp|png)$"
_CACHED = r"/v1/../\w+\.\w+\.val$"


def opened(site: SiteMaker, which: str, *command: str) -> str:
    """How often a command opens each file of a kind."""
    done = subprocess.run(
        [sys.executable, "-c", _COUNTS, which, *command],
        cwd=site.folder,
        env={**os.environ, **KEYS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.fixture
def kept(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site whose two pictures were bought and published before."""
    for name in ("a.md", "deep/b.md"):
        site.page(name, CITIES.replace("silent", name), illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    assert site.build("--strict", **KEYS).code == 0
    return site


@pytest.mark.parametrize(
    ("command", "times"),
    [
        (["mkdocs", "build", "--quiet", "--strict"], "[1, 1]"),
        (["mkdocs_illustrate", "check"], "[1, 1]"),
        (["mkdocs_illustrate", "plan"], "[]"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_a_kept_picture_is_read_once(kept: SiteMaker, command: list[str], times: str) -> None:
    """A build and `check` read each kept picture once; `plan` only looks whether it is there."""
    assert opened(kept, _KEPT, *command) == times


def test_a_fresh_clone_reads_a_kept_picture_once(kept: SiteMaker) -> None:
    """Also where the sizes of a page have to be made anew."""
    shutil.rmtree(kept.folder / ".cache")
    assert opened(kept, _KEPT, "mkdocs", "build", "--quiet", "--strict") == "[1, 1]"


def test_a_drawing_is_read_once(site: SiteMaker) -> None:
    """A build that draws nothing new reads each drawing once."""
    for name in ("a.md", "deep/b.md"):
        site.page(name, f"# {name}\n\nStory.\n", illustrate=True)
    assert site.build("--strict").code == 0
    assert opened(site, _CACHED, "mkdocs", "build", "--quiet", "--strict") == "[1, 1]"


_LOADED = "import sys; import {module}; print([name for name in {names!r} if name in sys.modules])"


@pytest.mark.parametrize(
    ("module", "names"),
    [
        (
            "mkdocs_illustrate.plugin",
            ["mkdocs.livereload", "http.server", "http.client", "ssl", "PIL", "openai", "httpx"],
        ),
        ("mkdocs_illustrate.cli.main", ["mkdocs", "yaml", "asyncio", "mkdocs_illustrate.studio.studio", "PIL"]),
    ],
)
def test_what_is_loaded(module: str, names: list[str], run_python: Callable[..., str]) -> None:
    """The plugin's line loads no server and no client; `--help` loads neither MkDocs nor a site's machinery."""
    assert run_python(_LOADED.format(module=module, names=names)).strip() == "[]"
