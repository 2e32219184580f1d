"""`python -m mkdocs_illustrate.testing`, as docs/testing.md tells it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from mkdocs_illustrate.models.vendor_files import vendors
from tests.sites import ENDED_BY_HAND, SiteMaker

PAGE = (Path(__file__).parents[2] / "docs" / "testing.md").read_text("utf-8")
PLAYED = [v for v in vendors() if v.image and not v.free and not v.by_hand]


@contextmanager
def _served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The server in a process of its own, its address, and what it says to write into mkdocs.yml."""
    command = [sys.executable, "-u", "-c", ENDED_BY_HAND, "mkdocs_illustrate.testing", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            assert process.stdout
            first = process.stdout.readline()
            assert process.stdout.readline() == "\n"
            yield process, first.split()[0], "".join(iter(process.stdout.readline, "\n"))
        finally:
            process.kill()


def _block(kind: str, after: str) -> str:
    found = re.search(rf"{re.escape(after)}.*?```{kind}\n(.*?)```", PAGE, re.DOTALL)
    assert found, after
    return found[1]


def test_the_example_of_the_docs_is_drawn(tmp_path: Path) -> None:
    """The site of docs/testing.md, built against the server, has a picture; a second build asks for nothing."""
    with _served() as (process, url, lines):
        config = yaml.safe_load(_block("yaml", "`mkdocs.yml`").replace("http://127.0.0.1:8125/v1", url))
        assert yaml.safe_load(lines)["plugins"] == config["plugins"]
        (illustrate,) = config.pop("plugins")
        site = SiteMaker(tmp_path, config=config, options=illustrate["illustrate"])
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "index.md").write_text(_block("markdown", "`docs/index.md`"), "utf-8")
        for _ in range(2):
            built = site.build("--strict", OPENAI_API_KEY="test-key")
            assert built.code == 0, built.log
            assert len(built.figures()) == 1
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=20)
    asked = [line for line in said.splitlines() if line.startswith("POST")]
    assert asked == ["POST /v1/chat/completions", "POST /v1/images/generations"]
    assert said.splitlines()[-1] == "2 requests were answered"
    assert process.returncode == 0


def test_a_port_that_is_taken() -> None:
    """A port that somebody else has is one line, not a traceback."""
    with _served() as (_, url, _lines):
        port = url.split(":")[2].split("/")[0]
        command = [sys.executable, "-m", "mkdocs_illustrate.testing", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: port {port} can't be served")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["bfl", "cloudflare", "comfyui"])
def test_every_manner_is_drawn(tmp_path: Path, name: str) -> None:
    """What the server says to write into mkdocs.yml is enough for a build, whichever vendor it plays."""
    (played,) = (v for v in PLAYED if v.name == name)
    with _served("--vendor", name) as (_, _url, lines):
        options = yaml.safe_load(lines)["plugins"][0]["illustrate"]
        site = SiteMaker(tmp_path, options=options)
        site.page("index.md", _block("markdown", "`docs/index.md`").split("---\n")[2], illustrate=True)
        built = site.build("--strict", **({played.api_key_env: "test-key"} if played.needs_key else {}))
        assert built.code == 0, built.log
        assert len(built.figures()) == 1
