"""Against aimock, a mock of many vendors from npm; runs where Node and npm are."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_illustrate.testing.pictures import picture
from tests.sites import CITIES, KEYS, SiteMaker
from tests.waiting import PATIENCE, until

_PACKAGE = "@copilotkit/aimock@1"


@pytest.fixture(scope="session")
def aimock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running aimock, installed into a folder that goes with the tests."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("aimock needs Node and npm, which are not on this machine")
    folder = tmp_path_factory.mktemp("aimock")
    install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--fetch-retries=1"]
    try:
        subprocess.run([*install, _PACKAGE], cwd=folder, check=True, timeout=120)
    except subprocess.SubprocessError:
        pytest.skip("npm can't install aimock: no registry from here")
    _write_fixtures(folder / "fixtures.json")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = folder / "node_modules/@copilotkit/aimock/dist/cli.js"
    command = [node, str(program), "-p", str(port), "-f", str(folder / "fixtures.json")]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*command, "--strict"], stdout=log, stderr=log, env={**os.environ, "CI": ""})
        try:
            until(lambda: _listens(port), f"see {log.name}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _write_fixtures(path: Path) -> None:
    brief = {"prompt": "A tram below a green tower.", "alt": "A tram", "caption": "Home"}
    data = base64.b64encode(picture("aimock", (1536, 1024))).decode()
    fixtures = [
        {"match": {"endpoint": "chat"}, "response": {"content": json.dumps(brief)}},
        {
            "match": {"endpoint": "image", "userMessage": "tram"},
            "response": {"image": {"b64Json": data}},
        },
    ]
    path.write_text(json.dumps({"fixtures": fixtures}))


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_chat_and_picture(site: SiteMaker, aimock: str) -> None:
    """A brief and a picture from a server that others wrote reach the page."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(f"{aimock}/v1")
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    (figure,) = built.figures()
    assert figure["img"]["alt"] == "A tram"
    assert (figure["img"]["width"], figure["img"]["height"]) == ("1536", "1024")
    with urllib.request.urlopen(f"{aimock}/v1/_requests", timeout=5) as answer:  # noqa: S310
        journal = json.loads(answer.read())
    paths = [entry["path"] for entry in journal]
    assert paths.count("/v1/images/generations") == 1
