"""Against llmock, a server that others wrote to judge clients: `pip install llmock`."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.sites import CITIES, KEYS, SiteMaker
from tests.waiting import PATIENCE, until


class LLMock:
    """A running llmock."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"

    def is_up(self) -> bool:
        """Whether it answers."""
        try:
            return isinstance(self.ask("/_llmock/verdict"), dict)
        except OSError:
            return False

    def ask(self, path: str, body: Any = None) -> Any:
        """One request, read as JSON."""
        data = None if body is None else json.dumps(body).encode()
        head = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.origin + path, data, head)  # noqa: S310
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            return json.loads(answer.read())


@pytest.fixture
def llmock(tmp_path: Path) -> Iterator[LLMock]:
    """An llmock of its own for each test: it remembers what it saw."""
    if find_spec("llmock") is None:
        pytest.skip("llmock is not installed: `pip install llmock`")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from llmock.cli import app; app()", "serve", "--host", "127.0.0.1"]
    with (tmp_path / "llmock.log").open("w") as log:
        process = subprocess.Popen([*command, "--port", str(port)], stdout=log, stderr=log)
        server = LLMock(port)
        try:
            until(server.is_up, f"see {log.name}")
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE)


def test_an_svg_is_no_picture(site: SiteMaker, llmock: LLMock) -> None:
    """The chat answers; the drawing that comes as an SVG in a data address is refused."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(f"{llmock.origin}/v1")
    built = site.build(**KEYS)
    assert built.code == 0
    (line,) = built.warnings()
    assert "SVG" in line


def test_a_polite_client(site: SiteMaker, llmock: LLMock) -> None:
    """Asked to slow down twice and failed once, the chat is asked again as a good client does."""
    fails = {"type": "fail", "status": 429, "retry_after": 1, "times": 1}
    llmock.ask("/_llmock/scenario", {"behaviors": [fails]})
    site.page("index.md", CITIES, illustrate=True)
    site.models(f"{llmock.origin}/v1")
    site.options["image"] = {
        "provider": "openai-compatible",
        "base_url": "http://127.0.0.1:9/v1",
        "model": "none",
    }
    assert site.build(**KEYS).code == 0
    verdict = llmock.ask("/_llmock/verdict")
    assert verdict["faults_injected"] == 1
    assert verdict["passed"], verdict
