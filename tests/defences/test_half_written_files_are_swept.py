"""Half-written files of killed builds go; those of others, and those that are being written, stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mkdocs_illustrate.files import sweep
from mkdocs_illustrate.testing.server import ModelServer

from ..sites import CITIES, KEYS, SiteMaker

_KILLED = """
import os, sys
from pathlib import Path
from mkdocs_illustrate import files

files._replace = lambda *_: os.kill(os.getpid(), 9)  # as a kill between writing and naming
files.write(Path(sys.argv[1]), b"half a picture")
"""
_PLACES = [
    "illustrations/index.webp",
    "illustrations/blog/a.yml",
    *(f".cache/plugin/illustrate/{place}" for place in ("v1/a1/x.val", "sizes/ab/640.webp", ".gitignore")),
]


def left_by_a_kill(path: Path) -> Path:
    """What a killed process left where it wanted to write a file."""
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    (half,) = path.parent.glob(".*.part")
    return half


def test_the_next_build_sweeps(site: SiteMaker, server: ModelServer) -> None:
    """Below portfolio and cache nothing is left of a killed build after the next one, whatever it was writing."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    left = [left_by_a_kill(site.folder / place) for place in _PLACES]
    others = [path.with_name(name) for path in left for name in ("photo.part", ".photo.part", ".download.part")]
    for path in others:
        path.write_bytes(b"another program's")
        os.utime(path, (1, 1))
    time.sleep(1.1)
    assert site.build("--strict", **KEYS).code == 0
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in others)


@pytest.mark.parametrize("name", [".k2x8qz1b.part", "._______7.part"])
def test_what_the_first_release_left(tmp_path: Path, name: str) -> None:
    """The name that 0.1.0 gave says nothing of its writer: such a file goes when it is old beyond doubt."""
    half = tmp_path / "blog" / name
    half.parent.mkdir()
    half.write_bytes(b"half a picture")
    sweep(tmp_path)
    assert half.exists()
    os.utime(half, (1, 1))
    sweep(tmp_path)
    assert not half.exists()


@pytest.mark.parametrize("writer", ["this process", "another machine's"])
def test_what_is_being_written_stays(tmp_path: Path, writer: str) -> None:
    """A file whose writer is alive, or lives on another machine, stays until it is old beyond doubt."""
    half = left_by_a_kill(tmp_path / "x")
    _, here, _, random = half.name.split("-")
    name = (
        f".illustrate-{here}-{os.getpid()}-{random}"
        if writer == "this process"
        else f".illustrate-{'0' * 8}-1-{random}"
    )
    half = half.rename(tmp_path / name)
    for seconds, stays in ((60, True), (3000, True), (4000, False)):
        os.utime(half, (time.time() - seconds, time.time() - seconds))
        sweep(tmp_path)
        assert half.exists() is stays
