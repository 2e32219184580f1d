"""A blog with bought pictures and a drawing, and a desk over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import SiteMaker

from .desks import OpenDesk, open_desk, write_blog


@pytest.fixture
def blog(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """Three posts with pictures, built once."""
    write_blog(site, server.url)
    return site


@pytest.fixture
def desk(blog: SiteMaker) -> Iterator[OpenDesk]:
    """A desk in a browser's hands."""
    with open_desk(blog) as opened:
        yield opened.enter()
