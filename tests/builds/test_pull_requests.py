"""Strangers' pull requests: nothing is bought in them, whatever is configured."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker


@pytest.mark.parametrize("event", ["pull_request", "pull_request_target"])
def test_a_pull_request_buys_nothing(site: SiteMaker, server: ModelServer, event: str) -> None:
    """With a key, and with every place allowed: no call, one INFO line, and the build passes."""
    for n in range(3):
        site.page(f"p{n}.md", CITIES + f"And {n}.", illustrate=True)
    site.models(server.url)
    site.options["generate_in"] = ["build", "serve", "ci"]
    built = site.build("--strict", GITHUB_EVENT_NAME=event, CI="true", **KEYS)
    assert (built.code, server.calls) == (0, [])
    (line,) = built.lines("pull request")
    assert line.startswith("INFO")
    assert "3 without a picture" in line
