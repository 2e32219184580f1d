"""Feeds of mkdocs-rss-plugin: how long an enclosed picture is, which that plugin knows of files beside a page alone."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..figure_settings import PUBLISHED_IN
from ..files import read, write

_RSS, _MOST = "rss", 64 * 2**20
# `<enclosure url="https://…/assets/illustrations/a-card.jpg" type="image/jpeg" length="None" />`
_ENCLOSURE = re.compile(rf'(<enclosure url="[^"]*?/({PUBLISHED_IN}/[^"/]+)"[^>]*?length=")None(")')


def complete_feeds(config: MkDocsConfig, sizes: Mapping[str, int]) -> None:
    """Write the lengths of our pictures into the feeds of this build."""
    plugin = config.plugins.get(_RSS)
    names = plugin.config.get("feeds_filenames") if plugin is not None and sizes else None
    for name in ("rss_created", "rss_updated"):
        path = Path(config.site_dir, str(names.get(name))) if names else None
        if path is not None:
            with contextlib.suppress(OSError, UnicodeDecodeError):  # no such feed in this site
                _complete(path, sizes)


def _complete(path: Path, sizes: Mapping[str, int]) -> None:
    before = read(path, _MOST).decode("utf-8")
    after = _ENCLOSURE.sub(lambda e: f"{e[1]}{sizes.get(e[2], 'None')}{e[3]}", before)
    if after != before:
        write(path, after.encode("utf-8"))
