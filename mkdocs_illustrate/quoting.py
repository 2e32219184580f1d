"""Values and names for a message: one short line each, and never a secret."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

# api_key, access_token, client_secret, password, Authorization
_SECRET_NAME = re.compile(r"key|token|secret|passw|auth", re.IGNORECASE)
# sk-proj-abc123, AIzaSyA1234567890, https://me:pw@host, api_key=abc, Bearer abc
_SECRET_VALUE = re.compile(
    r"(?<!\w)(?:sk|pk|rk|key|pictai|r8|hf|xai|gsk)[-_]\S{6}|AIza\S{10}|://[^/\s]*@"
    r"|(?:key|token|secret|passw\w*|auth\w*)\s*[=:]|bearer\s",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\s/:.,]{24,}")  # no address, no file name: with a digit in it, a key
_MOST_SHOWN = 60

_KINDS: dict[tuple[type, ...], str] = {
    (Mapping,): "a mapping",
    (list, tuple, set, frozenset): "a list",
    (bytes,): "binary data",
}


def show(value: object, name: str = "") -> str:
    """A value for a message, in quotes; what may be a secret is not shown."""
    for kinds, words in _KINDS.items():
        if isinstance(value, kinds):
            return words
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int) and value.bit_length() > 64:  # Python refuses to print the longest
        return "a very large number"
    text = value if isinstance(value, str) else str(value)
    if _SECRET_NAME.search(name.rpartition(".")[2]) or _looks_secret(text):
        return "a value that is not shown here"
    return repr(_short(text)) if isinstance(value, str) else _short(text)


def named(key: object) -> str:
    """What an author calls an option, for a message: one short line, and no secret."""
    text = show(key)
    return text.strip("'") if isinstance(key, str) else text


def one_line(text: str) -> str:
    """A name that is no secret, however it is spelt: `stable-diffusion-xl-base-1024-v1-0`."""
    return repr(_short(text))[1:-1]


def dollars(amount: float) -> str:
    """A sum of money in as many digits as it has: $0.0059, $2."""
    return f"${amount:.4f}".rstrip("0").rstrip(".")


def suggest(name: str, known: Iterable[str]) -> str:
    """The second half of a message about an unknown name: a near miss, or all that there is."""
    names, name = sorted(map(one_line, known)), name[:_MOST_SHOWN]
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    contains = [n for n in names if n.startswith(name.lower())] if len(name) > 2 else []
    if near or contains:
        return f"; did you mean '{(near or contains)[0]}'?"
    return f"; known are {', '.join(names)}" if names else ""


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"


def _looks_secret(text: str) -> bool:
    long_words = _LONG_WORD.findall(text)
    return bool(_SECRET_VALUE.search(text)) or any(re.search(r"\d", w) for w in long_words)
