"""What is written is what is true."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import mkdocs_illustrate

from .tables import BEGIN, ROOT, renewed, rows, schema

README = (ROOT / "README.md").read_text("utf-8")


def test_the_options_table_is_true() -> None:
    """The README's table is the one that the settings give (renew: python tests/docs/tables.py)."""
    assert BEGIN in README
    assert renewed(README) == README


def test_the_schema_is_true() -> None:
    """schema.json is the one that the settings give."""
    assert json.loads((ROOT / "schema.json").read_text("utf-8")) == schema()


def test_every_option_has_a_sentence() -> None:
    """Each option says in a sentence what it is for."""
    assert all(said and said[-1] in ".`" for _, _, said in rows())


def test_the_two_commands() -> None:
    """The README's first two `sh` blocks are one line each."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert [block.count("\n") for block in blocks[:2]] == [1, 1]
    assert "example_site" in blocks[0]
    assert "pytest" in blocks[1]


def test_versions_agree() -> None:
    """The package, its metadata and the changelog name the same version."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert metadata["project"]["dynamic"] == ["version"]
    assert Path(mkdocs_illustrate.__file__).as_posix().endswith(metadata["tool"]["hatch"]["version"]["path"])
    assert f"## [{mkdocs_illustrate.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_links_lead_somewhere() -> None:
    """Every relative link of the README and the docs is a file."""
    lost = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        targets = [t for t in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in t]
        lost += [f"{page.name}: {t}" for t in targets if not (page.parent / t).exists()]
    assert lost == []


def test_commits_are_checked_by_the_same_ruff() -> None:
    """The commit hooks and the lock file name one version of ruff."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    (version,) = [package["version"] for package in locked if package["name"] == "ruff"]
    assert f"/ruff-pre-commit\n    rev: v{version} " in (ROOT / ".pre-commit-config.yaml").read_text("utf-8")


def test_nothing_is_locked_to_a_mirror() -> None:
    """The lock file names the public index and nobody else's."""
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
