"""The command line, run on real sites."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from mkdocs_illustrate.cli.main import COMMANDS, main
from tests.sites import CITIES, SiteMaker, command


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("models", "--provider", "opnai"), "did you mean 'openai'?"),
        (("plan", "-f", "nowhere.yml"), "nowhere.yml"),
        (("paln",), "paln"),
    ],
)
def test_wrong_usage(site: SiteMaker, arguments: tuple[str, ...], words: str) -> None:
    """Wrong usage and wrong configuration exit 2 with one clear line."""
    done = command(site, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_without_the_plugin(site: SiteMaker) -> None:
    """A site that does not list the plugin is told so."""
    site.page("index.md", "# T\n")
    path = site.write_config()
    path.write_text(path.read_text().replace("- illustrate", "- search"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_illustrate", "plan"],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "does not list" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    """`--help` shows for each command the first sentence of its own help."""
    own = main.get_command(click.Context(main), name)
    assert own is not None
    assert own.name == name
    assert str(own.help).split("\n")[0].startswith(COMMANDS[name])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_names_each_command(name: str) -> None:
    """Whoever reads the README knows of every command."""
    assert f"mkdocs-illustrate {name}" in (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_what_a_vendor_lacks_is_one_line(site: SiteMaker) -> None:
    """A model that must be named is asked for in one line, without a traceback."""
    site.page("a.md", CITIES, illustrate=True)
    site.options["chat"] = {"provider": "anthropic"}
    done = command(site, "plan")
    assert done.returncode == 2
    assert done.stderr.strip() == "Error: chat.model is needed for provider 'anthropic'"
