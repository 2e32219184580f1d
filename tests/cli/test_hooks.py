"""The hooks for sites: a commit that forgets a picture is stopped before it is made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
TOOLS = Path(sys.executable).parent


def git(folder: Path, *arguments: str) -> str:
    """What git says, in a repository of somebody."""
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def committed(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site in git, with its picture on the disk."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    (site.folder / ".gitignore").write_text("/site/\n.cache/\n")
    git(site.folder, "init", "-q")
    return site


def test_what_git_does_not_know_is_missing(committed: SiteMaker) -> None:
    """A picture that is only on the disk, or only in the cache, is missing wherever the site is built next."""
    git(committed.folder, "add", "docs", "mkdocs.yml")
    assert command(committed, "check").returncode == 0
    done = command(committed, "check", "--committed")
    name = committed.recipe("a.yml")["file"]
    cure = f"run `git add illustrations/{name} illustrations/a.yml`"
    assert (done.returncode, done.stdout) == (1, f"a.md: git does not know its picture; {cure}\n")
    git(committed.folder, "add", "illustrations/a.yml")
    assert f"`git add illustrations/{name}`" in command(committed, "check", "--committed").stdout
    git(committed.folder, "add", ".")
    assert command(committed, "check", "--committed").returncode == 0
    for path in (committed.folder / "illustrations").iterdir():
        path.unlink()
    assert command(committed, "check").returncode == 0
    assert "in the cache of this machine only" in command(committed, "check", "--committed").stdout


def test_where_there_is_no_git(site: SiteMaker) -> None:
    """One line says why it can't be known."""
    site.page("a.md", CITIES, illustrate=True)
    done = command(site, "check", "--committed", GIT_DIR="nowhere")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_hooks_are_commands(name: str) -> None:
    """What a hook runs is a command of ours, on the whole site, also when a picture was taken away."""
    hook = HOOKS[name]
    assert hook["entry"] == "mkdocs-illustrate check --committed"
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)


def test_a_commit_without_its_picture(committed: SiteMaker) -> None:
    """The hook, run by pre-commit itself from a clone of this repository: it fails with the cure, and then passes."""
    pytest.importorskip("pre_commit")
    git(committed.folder, "add", "docs", "mkdocs.yml", ".gitignore")
    hooks = committed.folder.parent / "hooks"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_text((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    git(hooks, "init", "-q")
    git(hooks, "add", ".")
    git(hooks, "commit", "-qm", "hooks")

    def tried() -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "mkdocs-illustrate-check-here", "--all-files"],
            cwd=committed.folder,
            env={
                **os.environ,
                "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}",
                "PRE_COMMIT_HOME": str(committed.folder.parent / "home"),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    code, said = tried()
    assert (code, "a.md: git does not know its picture" in said) == (1, True), said
    git(committed.folder, "add", "illustrations")
    code, said = tried()
    assert (code, "Passed" in said) == (0, True), said
