"""Contracts are other people's files: where they, or Prism, are not here, one line says so."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of all cases that lack the same thing, the first one stays, to be skipped and to say why."""
    missing: dict[str, pytest.Item] = {}
    for item in [item for item in items if Path(__file__).parent in item.path.parents]:
        for mark in item.iter_markers("skipif"):
            if mark.args[0] and missing.setdefault(mark.kwargs["reason"], item) is not item:
                items.remove(item)
                config.hook.pytest_deselected(items=[item])
