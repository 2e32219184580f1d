"""Text from outside -> text without a secret in it, however it is spelt there; for a message, one short line."""

from __future__ import annotations

import base64
import os
import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

_KEYS = re.compile(
    r"\b(?:(?:sk|pk|rk|r8|xai|gsk|pictai|key)[-_]|hf_)[A-Za-z0-9_\-*.]{6,}"  # sk-proj-AbCd1234; not hf-inference
    r"|\bAIza[\w-]{10,}"  # AIzaSyA1234567890: Google's
    r"|(?i:bearer|basic|key)\s+[A-Za-z0-9_\-.:=+/]{16,}"  # Authorization: Bearer abcdefghijklmnop
)
_ADDRESS = re.compile(
    r"(https?://)[^/\s@]+@"  # https://user:password@host
    r"|(https?://[^\s?]+)\?\S+"  # https://host/x?key=secret
)
_VARIABLE = re.compile(r"(?:^|_)(?:API)?(?:KEY|TOKEN|SECRET|PASSW(?:OR)?D|CREDENTIALS?)(?:_|$)")  # OPENAI_API_KEY
# What a variable of that name may hold and is a key: no path to a file, and no word, which may stand in any text
_OTHERS = re.compile(r"(?=.*\d|.{20})[^/~\s]\S{11,}")
_HIDDEN = "[key]"
_LONGEST = 200
_MOST_READ = 20_000  # of a text that becomes one line
_SHORTEST = 4  # a shorter secret would be found in every second word
_LONG = 8  # a secret that is looked for in bytes and in base64
_END, _MIDDLE = 6, 10  # characters by which a piece of a secret is known, at one of its ends or within

# How a character may be spelt: `%2D`, `\u002d`, `&#45;`, `&#x2d;`. Between any two of them may stand white space, or
# what nobody sees, or what stands for a line break or before a quote.
_SPELT = re.compile(
    r"%([0-9a-f]{2})|\\u00([0-9a-f]{2})|&#x0{0,6}([0-9a-f]{2});|&#0{0,6}([0-9]{2,3});"
    r"|(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]|\\[nrt]|\\(?=[\"'/\\]))+",
    re.IGNORECASE,
)
# "sk-p****", "abcd…", "ending in wxyz": some show as little as four characters, and a mask for the rest
_MASK = r"(?:[*•●…]|\.{2,}|x{3,})"
_MASK_BEHIND = re.compile(_MASK, re.IGNORECASE)
_MASK_BEFORE = re.compile(
    rf"(?:{_MASK}|(?:end(?:s|ing)?(?:in|with)|last(?:4|four)?(?:characters|chars|digits)?(?:are|is)?)\W{{0,4}})\Z",
    re.IGNORECASE,
)
_LETTERS = {ord(letter): ord(letter) + 32 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def redact(text: str, *secrets: str | None, most: int = _LONGEST) -> str:
    """Take out known secrets and what looks like one; fold into one line and cut it."""
    text = without(text[:_MOST_READ], *secrets)
    text = _ADDRESS.sub(lambda m: m[1] or m[2], _KEYS.sub(_HIDDEN, text))
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def without(text: str, *secrets: str | None) -> str:
    """Take out known secrets, also spelt in another way, and pieces of them: who repeats a key may cut it short."""
    forms, meant = _forms(secrets), _small(_SPELT.sub(_character, text))
    if not any(piece in meant for form in forms for piece in _pieces(form)):
        return text
    meant, begins, ends = _flat(text)
    kept, position = [], 0
    for start, end in sorted(span for form in forms for span in _spans(meant, form)):
        if ends[end - 1] > position:
            kept += [text[position : begins[start]], _HIDDEN] if begins[start] >= position else []
            position = ends[end - 1]
    return "".join([*kept, text[position:]])


def without_bytes(data: bytes, *secrets: str | None) -> bytes:
    """An answer as it came, without whole secrets in it; a picture in base64 holds no long one by chance."""
    for secret in {s for s in _plain(secrets) if len(s) >= _LONG}:
        for form in {secret, quote(secret, safe=""), *_coded(secret)}:
            data = data.replace(form.encode(), _HIDDEN.encode())
    return data


def secrets_of(env: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The keys of everybody, by the names of their variables: a gateway to several vendors knows several."""
    named = (value.strip() for name, value in env.items() if _VARIABLE.search(name))
    return tuple(value for value in named if _OTHERS.fullmatch(value))


def keyless_traceback() -> str:
    """How the error came about that is being handled, for a talkative build."""
    return without(traceback.format_exc(), *secrets_of())


def _plain(secrets: Iterable[str | None]) -> set[str]:
    """The secrets themselves: "Bearer" is none."""
    return {s.split()[-1] for s in secrets if s and not s.isspace()}


def _forms(secrets: Iterable[str | None]) -> set[str]:
    """What is looked for, in small letters; a secret in another code is known by its like."""
    known = {s for s in _plain(secrets) if len(s) >= _SHORTEST}
    coded = {form for s in known for form in (*_coded(s), s.encode().hex()) if len(form) >= _LONG}
    return {_small(_SPELT.sub(_character, form)) for form in known | coded}


def _coded(secret: str) -> Iterator[str]:
    """What base64 makes of a secret, whatever stands before and behind it."""
    raw = secret.encode()
    for before, unsure in enumerate((0, 2, 3)):
        coded = base64.b64encode(b"\0" * before + raw).decode().rstrip("=")
        sure = coded[unsure : len(coded) - bool((before + len(raw)) % 3)]
        if len(sure) >= _LONG:
            yield from {sure, sure.replace("+", "-").replace("/", "_")}


def _character(spelt: re.Match[str]) -> str:
    code = next(filter(None, spelt.groups()), None)
    return chr(int(code, 10 if spelt[4] else 16)) if code else ""


def _small(text: str) -> str:
    return text.translate(_LETTERS)  # `lower` would make two characters of "İ"


def _flat(text: str) -> tuple[str, list[int], list[int]]:
    """A text as it is meant, without white space, and where each of its characters begins and ends in it."""
    flat: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    position = 0
    for spelt in (*_SPELT.finditer(text), None):
        start, end = spelt.span() if spelt else (len(text), len(text))
        meant = _character(spelt) if spelt else ""
        flat += [text[position:start], meant]
        begins += [*range(position, start), *[start] * len(meant)]
        ends += [*range(position + 1, start + 1), *[end] * len(meant)]
        position = end
    return _small("".join(flat)), begins, ends


def _pieces(form: str) -> dict[str, int]:
    """What gives a secret away, and where it stands in it: its ends, or more of it."""
    if len(form) < _END:
        return {form: 0}
    middles = {form[at : at + _MIDDLE]: at for at in range(1, len(form) - _MIDDLE)}
    return middles | {form[-_SHORTEST:]: len(form) - _SHORTEST} | {form[:_SHORTEST]: 0}


def _spans(flat: str, form: str) -> Iterator[tuple[int, int]]:
    """Where as much of a secret stands as may not be shown."""
    for piece, at in _pieces(form).items():
        found = flat.find(piece)
        while found >= 0:
            before = _same(flat[max(found - at, 0) : found][::-1], form[:at][::-1])
            after = _same(flat[found : found - at + len(form)], form[at:])
            start, end = found - before, found + after
            if _tells(flat, start, end, at_start=at == before, at_end=at + after == len(form)):
                yield start, end
            found = flat.find(piece, max(end, found + 1))


def _tells(flat: str, start: int, end: int, *, at_start: bool, at_end: bool) -> bool:
    """Whether a piece is long enough to be hidden; next to a mask, few characters are."""
    if at_start and at_end:
        return True
    if end - start >= (_END if at_start or at_end else _MIDDLE):
        return True
    masked = _MASK_BEHIND.match(flat, end) if at_start else _MASK_BEFORE.search(flat[max(start - 32, 0) : start])
    return (at_start or at_end) and bool(masked)


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
