"""A site with the traps in it that neighbours have fallen into."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sites import CITIES, SiteMaker

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("neighbours.yml").read_text("utf-8"))
HARBOUR = "# Harbour\n\nBoats come home in the evening.\n\n## Nets\n\nThey are full of fish.\n"


def installed(package: str) -> str:
    """The version of a package; the test is left out where there is none."""
    name = package.partition("[")[0]
    try:
        return version(name)
    except PackageNotFoundError:
        return pytest.skip(f"{name} is not installed: pip install --group neighbours")


@pytest.fixture
def town(site: SiteMaker) -> SiteMaker:
    """Three flagged pages, on several levels, with captions and labels."""
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"caption": "Zzcaption"}, tags=["boats"])
    site.page("sea/harbour.md", HARBOUR, illustrate=True, illustrate_with={"caption": "Zzcaption"})
    site.page("sea/index.md", "# Sea\n\nThe sea is wide and blue.\n\n## Waves\n\nThey roll.\n")
    site.options = {"figure": {"caption": True, "label": "Zzlabel"}}
    return site
