"""What is written is what is true."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import mkdocs_illustrate
from mkdocs_illustrate.cli.main import COMMANDS
from mkdocs_illustrate.errors import Code
from mkdocs_illustrate.settings import read_settings

from . import commands_page, neighbours_table
from .tables import BEGIN, KEYS_BEGIN, ROOT, SCHEMAS, Settings, Vendor, renewed, rows

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("page", "mark"), [("docs/options.md", BEGIN), ("docs/vendors.md", KEYS_BEGIN)])
def test_the_tables_of_options_are_true(page: str, mark: str) -> None:
    """The tables are the ones that the records give (renew: just tables)."""
    text = (ROOT / page).read_text("utf-8")
    assert mark in text
    assert renewed(text) == text


def test_the_commands_are_told_as_they_are() -> None:
    """docs/commands.md is what the commands say of themselves (renew: just tables)."""
    text = commands_page.PAGE.read_text("utf-8")
    assert commands_page.renewed(text) == text
    assert all(f"\n## {name}\n" in text for name in COMMANDS)


def test_the_neighbours_are_told_as_they_are_tried() -> None:
    """docs/neighbours.md is what their tests say (renew: just tables)."""
    text = neighbours_table.PAGE.read_text("utf-8")
    assert neighbours_table.renewed(text) == text
    assert text.count("| `material/") > 5


def test_all_options_can_be_copied() -> None:
    """The lines with all defaults are a configuration, and it is the default one."""
    text = (ROOT / "docs" / "options.md").read_text("utf-8")
    (block,) = re.findall(r"<!-- all -->\n```yaml\n(.*?)```", text, re.DOTALL)
    ((plugin,),) = yaml.safe_load(block).values()
    assert read_settings(plugin["illustrate"], {}) == read_settings({}, {})


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_true(name: str) -> None:
    """The files with JSON schemas are the ones that the records give."""
    assert json.loads((ROOT / name).read_text("utf-8")) == SCHEMAS[name]()


@pytest.mark.parametrize("record", [Settings, Vendor])
def test_every_option_has_a_sentence(record: type) -> None:
    """Each option says in a sentence what it is for, and what it may be."""
    assert all(may and said and said[-1] in ".`" for _, may, _, said in rows(record))


def test_the_two_commands() -> None:
    """The README's first two `sh` blocks are one line each."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert [block.count("\n") for block in blocks[:2]] == [1, 1]
    assert "example_site" in blocks[0]
    assert "pytest" in blocks[1]


def test_messages_are_told_as_they_are() -> None:
    """What docs/troubleshooting.md quotes, the code says."""
    text = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in (ROOT / "mkdocs_illustrate").rglob("*.py"))
    for said in ("without a picture", "no heading '", "encrypted", "shows no content, so it gets no picture"):
        assert said in text
        assert said in code, said
    codes = set(re.findall(r"(?m)^\| `([a-z_]+)` \|", text))
    assert codes <= set(Code.__args__)  # type: ignore[attr-defined]


def test_versions_agree() -> None:
    """The package, its metadata and the changelog name the same version."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in metadata["project"]["dynamic"]
    assert Path(mkdocs_illustrate.__file__).as_posix().endswith(metadata["tool"]["hatch"]["version"]["path"])
    assert f"## [{mkdocs_illustrate.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_readme_holds_on_the_index_too() -> None:
    """There no link of it leads beside it: each is an address of a file of this repository."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    text = README
    for change in metadata["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        text = re.sub(change["pattern"], change["replacement"], text)
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    assert [target for target in targets if not target.startswith(("https://", "#"))] == []
    ours = re.findall(r"/mkdocs-illustrate/mkdocs-illustrate/(?:blob/)?main/([^)\s#]+)", text)
    assert [name for name in ours if not (ROOT / name).exists()] == []
    assert "raw.githubusercontent.com/mkdocs-illustrate/mkdocs-illustrate/main/docs/images/example.webp" in text


def test_links_lead_somewhere() -> None:
    """Every relative link of the README and the docs is a file."""
    lost = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        targets = [t for t in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in t]
        lost += [f"{page.name}: {t}" for t in targets if not (page.parent / t).exists()]
    assert lost == []


def test_what_is_said_of_security_is_tested() -> None:
    """Each test that SECURITY.md names is there, and it says where to write to: this very repository."""
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    named = re.findall(r"`((?:tests|mkdocs_illustrate)/[\w/.]+)`", text)
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]
    assert f"({urls['Source']}/security/advisories/new)" in text


def test_commits_are_checked_by_the_same_ruff() -> None:
    """The commit hooks and the lock file name one version of ruff."""
    (version,) = re.findall(r"(?m)^ruff==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"))
    assert f"/ruff-pre-commit\n    rev: v{version} " in (ROOT / ".pre-commit-config.yaml").read_text("utf-8")


def test_what_is_locked_is_locked_by_its_bytes() -> None:
    """The lock file names a version and hashes for each package, and no place to get it from."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    packages = re.findall(r"(?m)^[\w.-]+(?:\[[^\]]*\])?==\S+.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", text)
    assert len(packages) == len(re.findall(r"(?m)^\w", text))
    assert "://" not in text
