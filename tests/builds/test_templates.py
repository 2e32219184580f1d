"""A page whose template shows no content gets no picture, and costs nothing."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, planned

EMPTY = '{% extends "main.html" %}\n{% block content %}{% endblock %}\n'
# Each template, with what else it needs, and whether a reader sees the page's content.
TEMPLATES = {
    "a block left empty": ({"home.html": EMPTY}, False),
    "a block with other words": (
        {"home.html": '{% extends "main.html" %}{% block content %}{{ page.title }}{% endblock %}'},
        False,
    ),
    "what the block was": (
        {"home.html": '{% extends "main.html" %}{% block content %}Up {{ super() }}{% endblock %}'},
        True,
    ),
    "another block": ({"home.html": '{% extends "main.html" %}{% block footer %}{% endblock %}'}, True),
    "by itself": ({"home.html": "<html>{{ page['content'] }}</html>"}, True),
    "nothing at all": ({"home.html": "<html>Welcome</html>"}, False),
    "by way of another": ({"home.html": '{% extends "less.html" %}', "less.html": EMPTY}, False),
    "a block of a block": (
        {
            "home.html": '{% extends "less.html" %}{% block inner %}{{ page.content }}{% endblock %}',
            "less.html": '{% extends "main.html" %}{% block content %}{% block inner %}{% endblock %}{% endblock %}',
        },
        True,
    ),
    "what is included": ({"home.html": '{% include "part.html" %}', "part.html": "{{ page.content }}"}, True),
    "what is included is empty": ({"home.html": '{% include ["part.html"] %}', "part.html": "Welcome"}, False),
    "under another name": ({"home.html": "{% set it = page %}{{ it.content }}"}, True),
    "through a macro": ({"home.html": "{% macro show(p) %}{{ p.content }}{% endmacro %}{{ show(page) }}"}, True),
    "nobody knows": ({"home.html": "{% extends config.extra.frame %}"}, True),
    "not there": ({}, True),
    "no template": ({"home.html": "{% if %}"}, True),
}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_what_a_template_shows(site: SiteMaker, name: str, theme: str) -> None:
    """It is read through what it extends and includes; where nobody knows, the page is like any other."""
    texts, shown = TEMPLATES[name]
    lay(site, texts, theme)
    site.page("index.md", CITIES, template="home.html")
    site.options["include"] = ["*.md"]
    assert len(planned(site)["figures"]) == int(shown)


def lay(site: SiteMaker, texts: dict[str, str], theme: str = "mkdocs") -> None:
    """Templates of the site's own."""
    folder = site.folder / "overrides"
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    site.config["theme"] = {"name": theme, "custom_dir": "overrides"}


def test_a_page_without_content(site: SiteMaker, server: ModelServer) -> None:
    """`include` flags it in vain; a flag by hand is one warning; a picture for its share card is made."""
    lay(site, {"home.html": EMPTY})
    site.models(server.url)
    site.options["include"] = ["*.md"]
    site.page("index.md", CITIES, template="home.html")
    built = site.build("--strict", **KEYS)
    assert (built.code, server.calls) == (0, []), built.log
    site.page("index.md", CITIES, template="home.html", illustrate=True)
    built = site.build(**KEYS)
    assert server.calls == []
    (warning,) = built.warnings()
    assert warning.endswith(
        "index.md: its template 'home.html' shows no content, so it gets no picture; "
        "'placement: none' makes one for its share card"
    )
    site.page("index.md", CITIES, template="home.html", illustrate={"placement": "none"})
    built = site.build("--strict", **KEYS)
    assert server.count("/images/generations") == 1
    assert "og:image" in built.html("index.html")
