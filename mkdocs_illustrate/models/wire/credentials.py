"""The name of an environment variable -> the key it holds, read at the call and never kept."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass

from ...checks import HEADER, pattern
from ...errors import NotAllowed
from ...options import option

_SCHEME = pattern("[A-Za-z0-9-]*", "a word")  # Bearer, Key, and none at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """How a vendor wants its key."""

    header: str = option("Authorization", "The header that carries the key.", check=HEADER)
    scheme: str = option(
        "Bearer", 'The word before the key; `""` for none. `Basic`: the key is `user:password`.', check=_SCHEME
    )

    def headers(self, key: str | None) -> dict[str, str]:
        """The header that carries the key; none without a key."""
        if key is None:
            return {}
        if self.scheme == "Basic":
            key = base64.b64encode(key.encode()).decode()
        return {self.header: f"{self.scheme} {key}".strip()}


def key_of(variable: str, env: Mapping[str, str] = os.environ) -> str | None:
    """The key, or None where nothing is set; an empty secret of a CI is nothing."""
    value = env.get(variable, "").strip() if variable else ""
    if not value:
        return None
    if not value.isascii() or any(c.isspace() or not c.isprintable() for c in value):
        raise NotAllowed(f"{variable} holds characters that no key has: set it anew")
    return value


def needed_key(variable: str, vendor: str, env: Mapping[str, str] = os.environ) -> str:
    """The key, or a line that says which variable to set."""
    value = key_of(variable, env)
    if value is None:
        raise NotAllowed(f"no key for {vendor}: set {variable}")
    return value
