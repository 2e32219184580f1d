"""A recipe on the disk names a picture that is there whole, whenever a build is killed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import StoreError
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.store.portfolio import Portfolio

PICTURE = b"\x89PNG of a lighthouse"
_KILLED = """
import os, sys
from pathlib import Path

folder, rename, renamed = sys.argv[1], int(sys.argv[2]), 0
really = os.replace

def replace(*names):
    global renamed
    really(*names)
    renamed += 1
    if renamed == rename:
        os._exit(9)  # as a kill: nothing is tidied up

os.replace = replace
from mkdocs_illustrate.records import Recipe
from mkdocs_illustrate.store.portfolio import Portfolio
Portfolio(Path(folder)).write("tides.md", 1, Recipe(prompt="a lighthouse"), {picture!r}, "png")
"""


@pytest.mark.parametrize("rename", [1, 2])
def test_the_picture_comes_before_its_recipe(tmp_path: Path, rename: int) -> None:
    """Killed after the first file has its name, there is a picture without a recipe; never the other way round."""
    folder = tmp_path / "illustrations"
    code = _KILLED.replace("{picture!r}", repr(PICTURE))
    done = subprocess.run([sys.executable, "-c", code, str(folder), str(rename)], check=False, timeout=60)
    assert done.returncode == 9
    portfolio = Portfolio(folder)
    recipe = portfolio.read("tides.md")
    assert (recipe is None) is (rename == 1)
    assert (folder / "tides.png").read_bytes() == PICTURE
    if recipe is not None:
        assert recipe.sha256 == hashlib.sha256(portfolio.picture("tides.md", 1, recipe)).hexdigest()


_MOVED = """
import os, sys
from pathlib import Path

folder, last, done = sys.argv[1], int(sys.argv[2]), 0

def counted(really):
    def step(*names, **more):
        global done
        really(*names, **more)
        done += 1
        if done == last:
            os._exit(9)
    return step

os.replace, os.unlink = counted(os.replace), counted(os.unlink)
from mkdocs_illustrate.store.portfolio import Portfolio
Portfolio(Path(folder)).move(("tides.md", 1), ("sea/ebb.md", 1), lambda recipe: recipe)
"""


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_move_is_whole_at_every_moment(tmp_path: Path, step: int) -> None:
    """Killed after any of its four steps, the old recipe or the new one has its picture."""
    portfolio = Portfolio(tmp_path / "illustrations")
    portfolio.write("tides.md", 1, Recipe(prompt="a lighthouse"), PICTURE, "png")
    words = [sys.executable, "-c", _MOVED, str(portfolio.folder), str(step)]
    assert subprocess.run(words, check=False, timeout=60).returncode == 9
    found = {page: portfolio.read(page) for page in ("tides.md", "sea/ebb.md")}
    pictures = [portfolio.picture(page, 1, recipe) for page, recipe in found.items() if recipe]
    assert pictures == [PICTURE] * (2 if step == 2 else 1)
    assert (found["tides.md"] is None, found["sea/ebb.md"] is None) == (step > 2, step < 2)


def test_the_picture_is_kept_where_its_recipe_can_not_be(tmp_path: Path) -> None:
    """A disk that fails between the two keeps what was paid for."""
    folder = tmp_path / "illustrations"
    (folder / "tides.yml").mkdir(parents=True)  # nothing can be written there
    with pytest.raises(StoreError):
        Portfolio(folder).write("tides.md", 1, Recipe(prompt="a lighthouse"), PICTURE, "png")
    assert (folder / "tides.png").read_bytes() == PICTURE
