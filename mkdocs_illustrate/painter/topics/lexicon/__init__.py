"""The hand-written lexicon: files of rows, one row a concept, in the order that breaks ties."""

from __future__ import annotations

import sys
from functools import cache

from ...kit.folders import records
from .concept import Concept


@cache
def concepts() -> dict[str, Concept]:
    """Give every concept by its name."""
    return records(sys.modules[__name__], "CONCEPTS")
