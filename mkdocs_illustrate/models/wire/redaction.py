"""Text from outside -> one short line without a secret in it."""

from __future__ import annotations

import re

_KEYS = re.compile(
    r"\b(?:sk|pk|rk|r8|hf|xai|gsk|pictai|key)[-_][A-Za-z0-9_\-*.]{6,}|\bAIza[\w-]{10,}"
    r"|(?i:bearer|basic|key)\s+[A-Za-z0-9_\-.:=+/]{16,}"
)
_ADDRESS = re.compile(r"(https?://)[^/\s@]+@|(https?://[^\s?]+)\?\S+")
_LONGEST = 200


def redact(text: str, *secrets: str | None) -> str:
    """Take out known secrets and what looks like one; fold into one line and cut it."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, "[key]")
    text = _ADDRESS.sub(lambda m: m[1] or m[2], _KEYS.sub("[key]", text))
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
