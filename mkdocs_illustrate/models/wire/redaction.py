"""Text from outside -> one short line without a secret in it."""

from __future__ import annotations

import re

_KEYS = re.compile(
    r"\b(?:(?:sk|pk|rk|r8|xai|gsk|pictai|key)[-_]|hf_)[A-Za-z0-9_\-*.]{6,}"  # sk-proj-AbCd1234; not hf-inference
    r"|\bAIza[\w-]{10,}"  # AIzaSyA1234567890: Google's
    r"|(?i:bearer|basic|key)\s+[A-Za-z0-9_\-.:=+/]{16,}"  # Authorization: Bearer abcdefghijklmnop
)
_ADDRESS = re.compile(
    r"(https?://)[^/\s@]+@"  # https://user:password@host
    r"|(https?://[^\s?]+)\?\S+"  # https://host/x?key=secret
)
_LONGEST = 200
_SHORTEST = 4  # a shorter one would be found in every second word
_BEGINNING = 6  # characters by which a secret is known that was cut off


def redact(text: str, *secrets: str | None) -> str:
    """Take out known secrets and what looks like one; fold into one line and cut it."""
    text = without(text, *secrets)
    text = _ADDRESS.sub(lambda m: m[1] or m[2], _KEYS.sub("[key]", text))
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def without(text: str, *secrets: str | None) -> str:
    """Take out known secrets, and beginnings of them: who repeats a key may cut it short."""
    for secret in (s for s in secrets if s and len(s) >= _SHORTEST):
        text = text.replace(secret, "[key]")
        text = _without_beginnings(text, secret.split()[-1])  # "Bearer" is no secret
    return text


def _without_beginnings(text: str, secret: str) -> str:
    start = secret[:_BEGINNING]
    where = text.find(start) if len(secret) > _BEGINNING else -1
    while where >= 0:
        end = where + _same(text[where:], secret)
        text = f"{text[:where]}[key]{text[end:]}"
        where = text.find(start, where + len("[key]"))
    return text


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
