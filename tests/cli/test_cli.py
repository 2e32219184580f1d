"""The command line, run on real sites."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click
import pytest

from mkdocs_illustrate.cli.main import COMMANDS, main
from mkdocs_illustrate.cli.models import _price, _rows, old_rows
from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command


def test_plan_says_what_it_would_cost(site: SiteMaker, server: ModelServer) -> None:
    """`plan` prices what is missing or changed, sends nothing, and needs no key."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    site.build("--strict", **KEYS)
    site.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    site.page("a.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True)
    server.calls.clear()
    done = command(site, "plan", "--json")
    planned = json.loads(done.stdout)
    states = {figure["page"]: figure["state"] for figure in planned["figures"]}
    assert states == {"a.md": "changed", "b.md": "missing"}
    assert planned["total"] == {"pictures": 2, "usd": pytest.approx(2 * 0.0059), "unpriced": 0}
    assert "2 to make, about $0.0118" in command(site, "plan").stdout
    assert server.calls == []


def test_plan_says_what_it_does_not_know(site: SiteMaker, server: ModelServer) -> None:
    """A model without a known price is counted, not called free."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, model="gpt-image-9")
    assert "1 to make, 1 at a price that is not known" in command(site, "plan").stdout


def test_old_rows_are_named(site: SiteMaker) -> None:
    """`models --check-dates` names what was read more than ninety days ago, and says so by its exit code."""
    today = datetime.now(UTC).date()
    done = command(site, "models", "--check-dates", "--json")
    named = json.loads(done.stdout)["rows"]
    assert done.returncode == (1 if named else 0)
    assert all(row["days"] > 90 and date.fromisoformat(row["as_of"]) < today for row in named)
    assert not any(row["model"].startswith("dall-e") for row in named)  # it has ended: nothing changes any more
    in_words = command(site, "models", "--check-dates")
    assert in_words.returncode == done.returncode
    assert all(row["model"] in in_words.stdout for row in named)


def test_a_row_is_old_after_ninety_days() -> None:
    """Ninety days are good, one more is too many; a row without a date says nothing that could age."""
    (recraft,) = (v for v in vendors() if v.name == "recraft")
    assert recraft.image
    read = date.fromisoformat(recraft.image.models["recraftv4_1"].price.as_of)
    good, old = (
        {row["model"] for row in old_rows([recraft], read + timedelta(days=days))} & {"recraftv4_1", "recraftv4_styles"}
        for days in (90, 91)
    )
    assert (good, old) == (set(), {"recraftv4_1"})


def test_models_are_listed(site: SiteMaker) -> None:
    """`models` lists vendors with prices, their dates, and what is retired."""
    listed = json.loads(command(site, "models", "--json").stdout)["vendors"]
    names = {vendor["name"] for vendor in listed}
    assert {"offline", "openai", "aimlapi", "openai-compatible"} <= names
    (openai,) = (vendor for vendor in listed if vendor["name"] == "openai")
    rows = {row["model"]: row for row in openai["models"]}
    assert rows["dall-e-3"]["successor"] in rows
    assert rows["gpt-image-2.5-flare"]["as_of"]
    assert "dall-e-3" in command(site, "models", "--provider", "openai").stdout


def test_prices_are_listed_in_full() -> None:
    """Prices by quality, in credits, by tokens and of nothing are all shown."""
    listed = {row.name: _price(row.price) for v in vendors() for _, row in _rows(v)}
    assert listed["gpt-image-2.5-flare"] == "$0.0059-0.2107"
    assert listed["seedream3.0"] == "2 credits"
    assert listed["gpt-4o"] == "$2.5 in, $10 out /M tokens"
    assert listed["current"] == "$0"


def test_plan_counts_what_a_build_would_buy(site: SiteMaker, server: ModelServer) -> None:
    """What the settings forbid is not counted; what two pages share is counted once."""
    for name in ("a", "b"):
        site.page(f"{name}.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    assert "1 to make, about $0.0059" in command(site, "plan").stdout
    site.options["generate"] = "never"
    assert "0 to make, about $0" in command(site, "plan").stdout


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
