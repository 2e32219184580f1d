"""`plan`: each figure with its state and price."""

from __future__ import annotations

import json
import os

import pytest

from mkdocs_illustrate.cli.tables import shortened, table
from mkdocs_illustrate.store.ledger import Ledger
from mkdocs_illustrate.testing.server import ModelServer
from tests.fork_server import run
from tests.sites import CITIES, KEYS, SiteMaker, command, planned

BRIEF = 0.0005
"""About what a brief of a short page costs."""


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
    assert planned["total"] == {"pictures": 2, "usd": pytest.approx(2 * 0.0059 + 2 * BRIEF, abs=1e-4), "unpriced": 0}
    assert "2 to make, about $0.0129" in command(site, "plan").stdout
    assert server.calls == []


def test_plan_says_what_it_does_not_know(site: SiteMaker, server: ModelServer) -> None:
    """A model without a known price is counted, not called free."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, model="gpt-image-9")
    assert "and 1 at a price that is not known" in command(site, "plan").stdout


def test_a_brief_that_is_there_is_not_paid_again(site: SiteMaker, server: ModelServer) -> None:
    """Its price is in the figure's until it is written; another image model needs no other words."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    (before,) = planned(site)["figures"]
    assert before["price"] == pytest.approx(0.0059 + BRIEF, abs=1e-4)
    site.build("--strict", **KEYS)
    site.models(server.url, quality="medium")
    (after,) = planned(site)["figures"]
    assert (after["state"], after["price"] > before["price"]) == ("changed", True)
    assert after["price"] == pytest.approx(0.0133, abs=1e-3)
    assert planned(site)["total"]["usd"] == after["price"]


def test_a_brief_at_an_unknown_price(site: SiteMaker, server: ModelServer) -> None:
    """The picture's price is told all the same, and the figure counts as one without a price."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    site.options["chat"]["model"] = "gpt-99"
    (figure,), total = planned(site)["figures"], planned(site)["total"]
    assert (figure["price"], total) == (None, {"pictures": 1, "usd": 0.0059, "unpriced": 1})
    assert "about $0.0059 and briefs at a price that is not known" in command(site, "plan").stdout


def test_plan_shows_what_generate_would_make(site: SiteMaker, server: ModelServer) -> None:
    """What a build here would not buy is counted, and says so; what two pages share is counted once."""
    for name in ("a", "b"):
        site.page(f"{name}.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    assert "1 to make, about $0.0064" in command(site, "plan").stdout
    site.options["generate"] = "never"
    told = planned(site, **KEYS)
    assert told["total"]["pictures"] == 1
    assert {figure["why"] for figure in told["figures"]} == {"not by a build here: generate: never"}
    assert {figure["why"] for figure in planned(site)["figures"]} == {"no key for OpenAI: set OPENAI_API_KEY"}


def test_the_hash_is_over_what_would_be_bought(site: SiteMaker, server: ModelServer) -> None:
    """Pages, keys, models and prices change it; whether there is a key, or who looks, does not."""
    site.page("a.md", CITIES, illustrate=True)
    site.page("b.md", "# B\n\nStory.\n", illustrate=True)
    site.models(server.url, quality="low")
    seen = {planned(site)["plan"]}
    assert planned(site, **KEYS)["plan"] in seen
    assert json.loads(command(site, "plan", "a.md", "--json").stdout)["plan"] not in seen
    site.models(server.url, quality="high")
    assert planned(site)["plan"] not in seen


def test_what_was_spent(site: SiteMaker, server: ModelServer) -> None:
    """By day, by model, by page; a line of an earlier version names no page, a torn one is passed over."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, quality="low")
    ledger = Ledger(site.folder / ".cache/plugin/illustrate")
    ledger.write("done", "1" * 32, vendor="openai", model="old-one", cost=0.5)
    with ledger.path.open("a") as file:
        file.write('{"event": "done", "cost": 7\n')
    ledger.write("intent", "2" * 32, vendor="openai", model="old-one", estimate=0.25)
    site.build("--strict", **KEYS)
    told = json.loads(command(site, "plan", "--spent", "--json").stdout)["spent"]
    pages = {row["page"]: (row["pictures"], row["briefs"]) for row in told["pages"]}
    assert pages == {"(unknown)": (1, 0), "a.md": (1, 1)}
    assert (told["pictures"], told["in_doubt"]) == (2, {"calls": 1, "usd": 0.25})
    assert {row["model"].split()[-1] for row in told["models"]} > {"old-one", "gpt-image-2.5-flare"}
    assert sum(row["usd"] for row in told["days"]) == pytest.approx(told["usd"])
    told = json.loads(command(site, "plan", "a.md", "--spent", "--json").stdout)["spent"]
    assert [row["page"] for row in told["pages"]] == ["a.md"]
    assert "1 calls brought nothing and may have been charged" in command(site, "plan", "--spent").stdout


def test_from_a_folder_below(site: SiteMaker) -> None:
    """Commands find the configuration above; where there is none, one line says what to do."""
    site.page("deep/er/a.md", CITIES, illustrate=True)
    site.write_config()
    below = site.folder / "docs" / "deep" / "er"
    done = run("mkdocs_illustrate", "plan", cwd=below, env=dict(os.environ))
    assert "deep/er/a.md  offline" in done.stdout
    (site.folder / "mkdocs.yml").unlink()
    done = run("mkdocs_illustrate", "plan", cwd=below, env=dict(os.environ))
    assert (done.returncode, done.stderr) == (2, "Error: there is no mkdocs.yml here or above; name one with -f\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[project]\nsite_name = "Z"\n[project.plugins.illustrate]\nimage = {provider = "openai"}\n', ""),
        ('[project]\nsite_name = "Z"\n', "zensical.toml has no [project.plugins.illustrate]"),
        ("[project\n", "zensical.toml can't be read: "),
        ('[project]\nsite_name = "Z"\n[project.plugins.illustrate]\nimgae = 1\n', "did you mean 'image'?"),
    ],
)
def test_a_site_of_zensical(site: SiteMaker, text: str, words: str) -> None:
    """Its pages and options are read from its own file, or one line says what can't be."""
    site.page("a.md", CITIES, illustrate=True)
    (site.folder / "zensical.toml").write_text(text)
    done = run("mkdocs_illustrate", "plan", cwd=site.folder / "docs", env=dict(os.environ))
    assert words in done.stderr
    assert ("a.md  missing  openai" in done.stdout, done.stderr.count("\n")) == (not words, bool(words))


def test_names_are_shortened_in_their_middle() -> None:
    """Both ends of a path can be read, in any script, and no line is wider than it may be."""
    assert shortened("guides/a/very/long/path/to/page.md", 20) == "guides…th/to/page.md"
    assert shortened("ガイド/とても長い/ページ.md", 14).endswith("ージ.md")


def test_a_table_in_a_pipe_is_as_wide_as_it_needs() -> None:
    """Nothing is cut where a program reads, and what would move a cursor is taken out."""
    told = table(("page", ""), [("x" * 300, "why\x1b[2J"), ("b", "")])
    assert told.splitlines()[1] == f"{'x' * 300}  why [2J"
    assert "\x1b" not in told
