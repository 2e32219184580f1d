"""The command line, run on real sites."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker


def run(site: SiteMaker, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the site's folder."""
    site.write_config()
    return subprocess.run(
        [sys.executable, "-m", "mkdocs_illustrate", *arguments],
        cwd=site.folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_plan_says_what_it_would_cost(site: SiteMaker, server: ModelServer) -> None:
    """`plan` prices what is missing or changed, sends nothing, and needs no key."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    site.build("--strict", **KEYS)
    site.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    site.page("a.md", CITIES.replace("silent", "quiet"), illustrate=True)
    server.calls.clear()
    done = run(site, "plan", "--json")
    planned = json.loads(done.stdout)
    states = {figure["page"]: figure["state"] for figure in planned["figures"]}
    assert states == {"a.md": "changed", "b.md": "missing"}
    assert planned["total"] == pytest.approx(2 * 0.0059)
    assert "2 to make, about $0.0118" in run(site, "plan").stdout
    assert server.calls == []


def test_check_judges_like_a_frozen_build(site: SiteMaker, server: ModelServer) -> None:
    """`check` exits 0 where a frozen build passes, 1 where it fails, and names the pages."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    done = run(site, "check")
    assert (done.returncode, done.stdout) == (1, "a.md: missing\n")
    site.build("--strict", **KEYS)
    assert run(site, "check").returncode == 0


def test_models_are_listed(site: SiteMaker) -> None:
    """`models` lists vendors with prices, their dates, and what is retired."""
    listed = json.loads(run(site, "models", "--json").stdout)
    names = {vendor["name"] for vendor in listed}
    assert {"offline", "openai", "aimlapi", "openai-compatible"} <= names
    (openai,) = (vendor for vendor in listed if vendor["name"] == "openai")
    rows = {row["model"]: row for row in openai["models"]}
    assert rows["dall-e-3"]["successor"] in rows
    assert rows["gpt-image-2.5-flare"]["as_of"]
    assert "dall-e-3" in run(site, "models", "--provider", "openai").stdout


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
    done = run(site, *arguments)
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
        cwd=site.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "does not list" in done.stderr) == (2, True)
