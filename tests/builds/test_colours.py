"""Drawings are in the colours of the site's theme; what was bought does not care."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from mkdocs.config import load_config

from mkdocs_illustrate.settings import Settings, read_settings
from mkdocs_illustrate.site.theme_colours import with_theme_colours
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

INDIGO, PINK = "#4051b5", "#f50056"


def colours(site: SiteMaker, **settings: Any) -> object:
    """What a site draws in."""
    config = load_config(str(site.write_config()))
    return with_theme_colours(read_settings(settings) if settings else Settings(), config).palette


@pytest.mark.parametrize(
    ("theme", "found"),
    [
        ("mkdocs", ("#2fa4e7",)),
        ("readthedocs", ("#2980b9",)),
        ("material", (INDIGO, "#526cfe")),
        ({"name": "material", "palette": {"primary": "teal"}}, ("#009485", "#526cfe")),
        ({"name": "material", "palette": {"primary": "deep purple", "accent": "deep-orange"}}, ("#7e56c2", "#ff6e42")),
        ({"name": "material", "palette": {"primary": "Black", "accent": "pink"}}, ("#14151a", PINK)),
        (
            {"name": "material", "palette": [{"scheme": "default", "primary": "red"}, {"primary": "lime"}]},
            ("#ef5552", "#526cfe"),
        ),
        ({"name": "material", "palette": {"primary": "custom", "accent": "pink"}}, (PINK,)),
        ({"name": "material", "palette": {"primary": "none such", "accent": "pink"}}, (PINK,)),
        ({"name": None, "custom_dir": "own"}, "none"),
    ],
    ids=str,
)
def test_the_themes_colours(site: SiteMaker, theme: Any, found: object) -> None:
    """Of Material those of the scheme that is on when a page opens; of a theme that nobody knows, none."""
    (site.folder / "own").mkdir(parents=True)
    (site.folder / "own/main.html").touch()
    site.config["theme"] = theme
    assert colours(site) == found


def test_custom_colours_stand_in_the_style_sheet(site: SiteMaker) -> None:
    """`custom` leaves a colour to the site's own CSS."""
    site.config["theme"] = {"name": "material", "palette": {"primary": "custom", "accent": "custom"}}
    site.config["extra_css"] = ["gone.css", "https://example.org/a.css", "own.css"]
    site.page("index.md", "# A\n")
    sheet = (
        ":root { --md-primary-fg-color: #1B2A41; --md-primary-fg-color--light: #fff;\n --md-accent-fg-color:#e4572e }"
    )
    (site.folder / "docs/own.css").write_text(sheet)
    assert colours(site) == ("#1B2A41", "#e4572e")


@pytest.mark.parametrize("palette", ["none", ["#000"], ["#1b2a41", "#e4572e"]])
def test_an_own_palette_goes_first(site: SiteMaker, palette: Any) -> None:
    """The theme is asked only where nothing else is said."""
    assert colours(site, palette=palette) == (palette if palette == "none" else tuple(palette))


@pytest.mark.parametrize(
    "other",
    [
        {"theme": {"name": "material", "palette": {"primary": "teal"}}},
        {"site_name": "Cities", "site_description": "All about skylines"},
    ],
    ids=["theme", "name"],
)
def test_another_site_draws_anew_and_buys_nothing(site: SiteMaker, server: ModelServer, other: dict[str, Any]) -> None:
    """A drawing has the theme's colours and the site's words in its key; of a picture that was bought the key stays."""
    site.page("drawn.md", CITIES, illustrate=True)
    site.page("bought.md", CITIES, illustrate=True, illustrate_with={"model": "paid"})
    site.options["models"] = {"paid": {"provider": "openai", "base_url": server.url}}
    site.config["theme"] = "material"
    built, pages = site.build("--strict", **KEYS), ("drawn/index.html", "bought/index.html")
    before = [built.figures(page)[0] for page in pages]
    assert server.count("/images/generations") == 1
    site.config |= other
    built = site.build("--strict", **KEYS)
    now = [built.figures(page)[0] for page in pages]
    assert server.count("/images/generations") == 1
    assert before[1] == now[1]
    keys = [figures[0]["figure"]["data-illustrate"] for figures in (before, now)]
    assert keys[0] != keys[1]
    planned = yaml.safe_load(command(site, "plan", "--json").stdout)["figures"]
    assert [figure["key"] for figure in planned if figure["page"] == "drawn.md"] == keys[1:]
