"""What a folder from elsewhere holds is read only if it is a plain file of a size that can be: a pipe never ends."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_illustrate.files import read
from mkdocs_illustrate.testing.server import ModelServer

from ..sites import CITIES, KEYS, SiteMaker
from ..systems import ctrl_c

pytestmark = ctrl_c  # nor does Windows have pipes with names
CACHE = ".cache/plugin/illustrate"
_KEPT = ["v1/cache.db", "v1/*/*.val", "sizes/*/640.webp", "sizes/*/SHA256SUMS", "ledger.jsonl", "locks/*.lock"]


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _huge(path: Path) -> None:
    os.truncate(path, 2**30)


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


@pytest.mark.parametrize("damage", [_pipe, _huge, _link])
def test_a_file_is_read_or_it_is_none(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """A pipe, a link and a file without measure are errors, at once; a plain file is its bytes."""
    path = tmp_path / "x"
    path.write_bytes(b"plain")
    assert read(path, 5) == b"plain"
    with pytest.raises(OSError, match="longer"):
        read(path, 4)
    damage(path)
    before = _open_files()
    with pytest.raises(OSError):  # noqa: PT011 - each system says it in its own words
        read(path, 2**20)
    with pytest.raises(OSError):  # noqa: PT011
        read(tmp_path, 2**20)
    assert _open_files() == before


@pytest.mark.parametrize("damage", [_pipe, _huge])
def test_a_build_over_pipes(site: SiteMaker, server: ModelServer, damage: Callable[[Path], None]) -> None:
    """Whatever of ours is a pipe, or is without measure, a build ends, and says so where it lost something."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    shutil.copytree(site.folder / CACHE, site.folder / "whole")
    for pattern in _KEPT:
        shutil.rmtree(site.folder / CACHE)
        shutil.copytree(site.folder / "whole", site.folder / CACHE)
        for path in list((site.folder / CACHE).glob(pattern)):
            damage(path)
        built = site.build(**KEYS)
        assert built.code == 0, (pattern, built.log)
        assert "Traceback" not in built.log
        assert built.figures()[0]["figure"]["class"] == "illustration"
    assert server.count("/images/generations") == 1
    for name in ("index.webp", "index.yml"):
        path = site.folder / "illustrations" / name
        if path.exists():
            damage(path)
            built = site.build(**KEYS)
            assert built.code == 0, built.log
            assert [line for line in built.warnings() if "index" in line]
    assert server.count("/images/generations") == 1
