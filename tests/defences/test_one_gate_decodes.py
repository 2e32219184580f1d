"""Whatever lies in the repository goes through the one gate, however well its recipe describes it."""

from __future__ import annotations

import ast
import hashlib
import io
import os
from pathlib import Path

import pytest
import yaml
from PIL import Image

import mkdocs_illustrate
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.testing.pictures import picture

from ..sites import CITIES, SiteMaker


def _saved(kind: str, size: tuple[int, int] = (96, 64), mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, kind)
    return buffer.getvalue()


COMMITTED = {
    "eps": _saved("EPS") + b"\n" * 2000,
    "bmp": _saved("BMP"),
    "tiff": _saved("TIFF"),
    "169 megapixels": _saved("PNG", (13_000, 13_000), "1"),
    "html": b"<!doctype html><script>alert(1)</script>" + b" " * 2000,
}


def commit(site: SiteMaker, data: bytes, **numbers: int) -> None:
    """A page whose recipe, picture and hash fit, as a pull request may bring them."""
    site.page("index.md", CITIES, illustrate=True)
    site.models("http://127.0.0.1:9")
    recipe = {
        "key": "ab" * 16,
        "prompt": "boats",
        "alt": "Boats",
        "file": "index.png",
        "sha256": hashlib.sha256(data).hexdigest(),
        "pin": True,
        "width": 96,
        "height": 64,
        **numbers,
    }
    folder = site.folder / "illustrations"
    folder.mkdir(parents=True)
    (folder / "index.png").write_bytes(data)
    (folder / "index.yml").write_text(yaml.safe_dump(recipe))


@pytest.mark.parametrize("name", COMMITTED)
def test_a_recipe_opens_no_other_decoder(site: SiteMaker, tmp_path: Path, name: str) -> None:
    """An EPS, BMP or TIFF, or a picture that fills the memory, is one line, and no program is started."""
    commit(site, COMMITTED[name])
    ran = tmp_path / "ran"
    ghost = tmp_path / "bin/gs"
    ghost.parent.mkdir()
    ghost.write_text(f"#!/bin/sh\ntouch {ran}\n")
    ghost.chmod(0o755)
    built = site.build(ILLUSTRATE_FROZEN="1", PATH=f"{ghost.parent}:{os.environ['PATH']}")
    assert built.code == 1
    assert "Traceback" not in built.log
    assert built.lines("the portfolio's index.png:")
    assert not list(built.folder.rglob("*.webp"))
    assert not ran.exists()


@pytest.mark.parametrize("numbers", [{"height": 3_000_000}, {"height": 960}, {"width": 64, "height": 96}])
def test_the_pictures_own_numbers_count(site: SiteMaker, numbers: dict[str, int]) -> None:
    """A recipe whose width or height is wrong stretches nothing and fills no memory: the picture knows its size."""
    commit(site, picture("boats", (96, 64)), **numbers)
    for _ in range(2):  # cold, then warm
        built = site.build("--strict")
        (figure,) = built.figures()
        assert (figure["img"]["width"], figure["img"]["height"]) == ("96", "64")
        (file,) = built.folder.rglob("assets/illustrations/*.webp")
        assert check(file.read_bytes()).height == 64


def test_pillow_is_opened_in_one_place_and_with_a_list() -> None:
    """`Image.open` stands once in the package, and says which formats may be."""
    root = Path(mkdocs_illustrate.__file__).parent
    calls = [
        (path.relative_to(root).as_posix(), [word.arg for word in node.keywords])
        for path in root.rglob("*.py")
        if not {"testing", "painter"} & set(path.parts)  # they open what they drew themselves
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Image.open"
    ]
    assert calls == [("pictures/decoding.py", ["formats"])]
