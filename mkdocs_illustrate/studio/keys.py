"""What goes into a hash, and nothing else.

A key is made of what a model would be sent. Concurrency, time-outs, addresses, paths and versions
of packages are not sent, so they are in no key.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..records import Order

_DIGITS = 32  # hex; enough that two pictures never share a key, short enough for a file name


def digest(value: Any) -> str:
    """The hash of a plain value, the same on every machine and in every run."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def of_order(order: Order) -> str:
    """The key of what an order brings."""
    return digest({"vendor": order.vendor, "path": order.path, "body": order.body})


def of_text(text: str) -> str:
    """The hash of some words."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def _plain(value: object) -> object:
    """YAML in `options:` may hold dates and the like: their text is what is sent."""
    return str(value)
