"""`prune`: what no page needs is listed, deleted by `--yes`, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, started

LONG_AGO = time.time() - 86_400


def pruned(site: SiteMaker, *said: str) -> dict[str, Any]:
    """What `prune` lists, as programs see it."""
    done = command(site, "prune", "--json", *said)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def listed(site: SiteMaker, *said: str) -> list[tuple[str, str]]:
    """Kinds and names of what is listed."""
    return [(one["kind"], one["name"]) for one in pruned(site, *said)["leftovers"]]


def below(folder: Path) -> set[str]:
    """All files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def bought(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """Pages in two folders with their pictures."""
    for name in ("a", "blog/b", "blog/old/c"):
        site.page(f"{name}.md", f"# {name} tells a story\n\nOf its own, {name * 3}.\n", illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    return site


def test_orphans(bought: SiteMaker) -> None:
    """A recipe whose page is gone goes with its picture and its folder; sizes are told; nothing else goes."""
    kept = bought.folder / "illustrations"
    (bought.folder / "docs/blog/old/c.md").unlink()
    before = below(kept)
    answer = pruned(bought)
    (orphan,) = (one for one in answer["leftovers"] if one["kind"] == "orphan")
    files = [bought.folder / name for name in orphan["files"]]
    assert orphan["name"] == "blog/old/c.md"
    assert orphan["bytes"] == sum(path.stat().st_size for path in files)
    assert (answer["deleted"], below(kept)) == (False, before)
    assert "blog/old/c.md" in command(bought, "prune").stdout
    pruned(bought, "--yes")
    assert below(kept) == before - {path.relative_to(kept).as_posix() for path in files}
    assert not (kept / "blog/old").exists()
    assert listed(bought) == []
    assert command(bought, "check").returncode == 0


def test_what_a_page_on_the_disk_has_stays(bought: SiteMaker) -> None:
    """A page that is not flagged today, a draft, or one that is left out of the site keeps its picture."""
    bought.page("a.md", CITIES, illustrate=False)
    bought.page("blog/b.md", CITIES, illustrate=True, draft=True)
    bought.config["exclude_docs"] = "blog/old/"
    before = below(bought.folder / "illustrations")
    assert [kind for kind, _ in listed(bought, "--yes") if kind == "orphan"] == []
    assert below(bought.folder / "illustrations") == before


def test_what_others_keep_there_stays(bought: SiteMaker) -> None:
    """References of a style, notes, other people's YAML: whatever is no recipe of ours is left alone."""
    folder = bought.folder / "illustrations/styles"
    folder.mkdir()
    for name in ("one.webp", "README.md"):
        (folder / name).write_bytes(b"theirs")
    (folder / "notes.yml").write_text("colours: [red]\n")
    (folder / "broken.yml").write_text("<<<<<<< mine\n")
    assert listed(bought, "--yes") == []
    assert below(folder) == {"one.webp", "README.md", "notes.yml", "broken.yml"}


def test_a_recipe_names_only_its_own_picture(bought: SiteMaker) -> None:
    """An orphan that names another page's picture, or a file outside, takes neither along."""
    (bought.folder / "docs/blog/b.md").unlink()
    path = bought.folder / "illustrations/blog/b.yml"
    for name in ("../a.webp", "../../mkdocs.yml"):
        path.write_text(yaml.safe_dump(bought.recipe("blog/b.yml") | {"file": name}))
        assert [kind for kind, _ in listed(bought, "--yes")] == []
    assert (bought.folder / "mkdocs.yml").exists()
    assert command(bought, "check").returncode == 0


def test_no_link_is_followed(bought: SiteMaker, tmp_path: Path) -> None:
    """What lies behind a link is not ours to delete, in the portfolio as in the cache."""
    outside = tmp_path / "outside"
    shutil.move(bought.folder / "illustrations/blog/old", outside)
    (bought.folder / "illustrations/blog/old").symlink_to(outside)
    shutil.rmtree(bought.folder / "docs/blog/old")
    sizes = bought.folder / ".cache/plugin/illustrate/sizes"
    for folder in list(sizes.iterdir()):
        os.utime(folder, (LONG_AGO, LONG_AGO))
        shutil.move(folder, tmp_path / "sizes" / folder.name)
        folder.symlink_to(tmp_path / "sizes" / folder.name)
    before = below(outside), below(tmp_path / "sizes")
    assert listed(bought, "--yes") == []
    assert (below(outside), below(tmp_path / "sizes")) == before


def test_sizes_of_pictures_that_are_gone(bought: SiteMaker) -> None:
    """Files that no page shows go once they have lain there for a while; a build after that makes nothing anew."""
    sizes = bought.folder / ".cache/plugin/illustrate/sizes"
    bought.page("a.md", CITIES, illustrate=True)
    bought.build("--strict", **KEYS)
    replaced = ("candidate", "a.md")  # what it replaced; its sizes may be another build's for now
    assert listed(bought) == [replaced]
    for folder in sizes.iterdir():
        os.utime(folder, (LONG_AGO, LONG_AGO))
    assert [kind for kind, _ in listed(bought)] == ["candidate", "sizes", "sizes"]  # of the page, of its card
    assert "cut from a picture that is gone" in command(bought, "prune").stdout
    before = below(sizes)
    listed(bought, "--yes")
    left = below(sizes)
    assert left < before
    assert "3 kept" in bought.build("--strict").log
    assert below(sizes) == left


def test_sizes_of_drawings(site: SiteMaker) -> None:
    """What is cut from a drawing that a page shows is needed."""
    site.page("a.md", CITIES, illustrate=True)
    site.build("--strict")
    for folder in (site.folder / ".cache/plugin/illustrate").glob("sizes/*"):
        os.utime(folder, (LONG_AGO, LONG_AGO))
    assert listed(site) == []


def test_half_written_files(bought: SiteMaker) -> None:
    """What a killed process left is listed; what may still be written is not."""
    for name in (".illustrate-00000000-1-abcdefgh.part", ".illustrate-00000000-2-abcdefgh.part"):
        (bought.folder / "illustrations" / name).write_bytes(b"half")
    os.utime(bought.folder / "illustrations/.illustrate-00000000-1-abcdefgh.part", (LONG_AGO, LONG_AGO))
    assert listed(bought) == [("half-written", ".illustrate-00000000-1-abcdefgh.part")]


def test_two_at_once(bought: SiteMaker) -> None:
    """What another run took away meanwhile is as good as taken away."""
    (bought.folder / "docs/blog/b.md").unlink()
    (bought.folder / "docs/a.md").unlink()
    bought.write_config()
    runs = [started(bought.folder, "mkdocs_illustrate", "prune", "--yes") for _ in range(3)]
    assert [run.wait(120) for run in runs] == [0, 0, 0]
    assert below(bought.folder / "illustrations") == {
        "blog/old/c.yml",
        f"blog/old/{bought.recipe('blog/old/c.yml')['file']}",
    }


def test_nothing_to_prune(bought: SiteMaker) -> None:
    """One line says so."""
    assert command(bought, "prune").stdout == "nothing to prune: pages need all that is there\n"


def test_candidates(bought: SiteMaker) -> None:
    """What was made and not picked goes with its bytes; the picture that is shown stays."""
    done = command(bought, "vary", "a.md", "-n", "2", "--yes", **KEYS)
    assert done.returncode == 0, done.stderr
    before = below(bought.folder / "illustrations")
    (one,) = pruned(bought)["leftovers"]
    assert (one["kind"], one["name"], one["count"], one["bytes"] > 0) == ("candidate", "a.md", 2, True)
    cache = bought.folder / ".cache/plugin/illustrate/v1"
    size = sum(path.stat().st_size for path in cache.glob("*/*.val"))
    pruned(bought, "--yes")
    assert size - sum(path.stat().st_size for path in cache.glob("*/*.val")) > one["bytes"]
    assert (listed(bought), below(bought.folder / "illustrations")) == ([], before)
    assert json.loads(command(bought, "candidates", "a.md", "--json").stdout)["candidates"] == []


def test_candidates_of_a_page_that_is_gone(bought: SiteMaker) -> None:
    """They go with its recipe."""
    assert command(bought, "vary", "blog/b.md", "-n", "1", "--yes", **KEYS).returncode == 0
    (bought.folder / "docs/blog/b.md").unlink()
    assert set(listed(bought, "--yes")) == {("orphan", "blog/b.md"), ("candidate", "blog/b.md")}
    assert listed(bought) == []
