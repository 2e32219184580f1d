"""The recipes of docs/ci.md: sound as they stand there, without a right too many, and one comment that stays one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"```yaml\n# (\S+)\n(.*?)```\n", (ROOT / "docs/ci.md").read_text("utf-8"), re.DOTALL)
WORKFLOWS = {name: text for name, text in BLOCKS if name.startswith(".github/workflows/")}
TOOLS = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
GH = """#!/bin/sh
echo "$@" >> "$CALLS"
case "$*" in *paginate*) cat "$COMMENTS";; esac
"""


def jobs(name: str) -> dict[str, Any]:
    """The jobs of a workflow."""
    found: dict[str, Any] = yaml.safe_load(WORKFLOWS[f".github/workflows/{name}"])["jobs"]
    return found


def test_what_is_there() -> None:
    """A recipe for each place that the docs speak of, and each of them reads as YAML."""
    assert set(WORKFLOWS) == {f".github/workflows/{name}.yml" for name in ("docs", "pictures", "make-pictures")}
    assert {name for name, _ in BLOCKS} - {*WORKFLOWS} == {
        ".pre-commit-config.yaml",
        ".gitlab-ci.yml",
        ".readthedocs.yaml",
    }
    assert all(isinstance(yaml.safe_load(text), dict) for _, text in BLOCKS)


def test_workflows_are_sound(tmp_path: Path) -> None:
    """What lints our own workflows finds nothing in those that we hand out."""
    zizmor = shutil.which("zizmor", path=TOOLS)
    if zizmor is None:
        pytest.skip("zizmor is not installed")
    for name, text in WORKFLOWS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", str(tmp_path / ".github")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_actions_as_ours() -> None:
    """An action is the very commit that our own workflows use, and so as new."""
    used = re.compile(r"uses: (\S+@[0-9a-f]{40} # v\S+)")
    ours = {use for path in (ROOT / ".github/workflows").iterdir() for use in used.findall(path.read_text("utf-8"))}
    theirs = [use for text in WORKFLOWS.values() for use in re.findall(r"uses: (.+)", text)]
    assert len(theirs) > 5
    assert set(theirs) <= ours


@pytest.mark.parametrize("name", [Path(name).name for name in WORKFLOWS])
def test_who_may_write_runs_nothing_of_the_site(name: str) -> None:
    """A job with a right to write installs nothing and runs no command of the site; one with a key may only read."""
    for job in jobs(name).values():
        steps = yaml.safe_dump(job["steps"])
        if "write" in job["permissions"].values():
            assert ".venv" not in steps
            assert "secrets." not in steps
        if "secrets." in steps:
            assert (job["permissions"], "environment" in job) == ({"contents": "read"}, True)


def test_a_fork_gets_no_comment() -> None:
    """The job that comments runs for branches of the repository only."""
    assert jobs("pictures.yml")["comment"]["if"] == "github.event.pull_request.head.repo.full_name == github.repository"


@pytest.mark.parametrize(
    ("comment", "there", "called"),
    [
        ("# New", "", ["--silent --method POST repos/o/r/issues/7/comments --field body=@comment.md"]),
        ("# New", "12\n34\n", ["--silent --method PATCH repos/o/r/issues/comments/12 --field body=@comment.md"]),
        ("", "12\n", ["--method DELETE repos/o/r/issues/comments/12"]),
        ("", "", []),
    ],
)
def test_one_comment(tmp_path: Path, comment: str, there: str, called: list[str]) -> None:
    """The first push writes it, later ones write it anew, and where nothing changed there is none."""
    *_, step = jobs("pictures.yml")["comment"]["steps"]
    (tmp_path / "comment.md").write_text(comment)
    (tmp_path / "there").write_text(there)
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PLACE": "repos/o/r/issues", "NUMBER": "7"}
    env |= {"CALLS": str(tmp_path / "calls"), "COMMENTS": str(tmp_path / "there")}
    subprocess.run(["bash", "-euo", "pipefail", "-c", step["run"]], cwd=tmp_path, env=env, check=True)
    asked, *rest = (tmp_path / "calls").read_text().splitlines()
    assert asked.startswith("api --paginate repos/o/r/issues/7/comments --jq ")
    assert rest == [f"api {call}" for call in called]


def test_the_hook_of_the_docs_is_there() -> None:
    """The hook that the docs name is one that this repository offers."""
    (text,) = (text for name, text in BLOCKS if name == ".pre-commit-config.yaml")
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for repo in yaml.safe_load(text)["repos"] for hook in repo["hooks"]} <= offered
