"""What the cache holds, in our words: pictures, briefs and refusals under their keys.

An entry is one line of facts in JSON and, for a picture, its bytes. A cache folder may come from
anywhere: facts are read by name and type, and whatever does not read is a miss.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import StoreError
from ..records import Brief, Picture
from .keys import digest

if TYPE_CHECKING:
    from ..store.cache import Cache

T = TypeVar("T")


class Shelf:
    """Opens the cache with the first question."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache: Cache | None = None
        self._kept: dict[str, bytes] = {}  # what could not be written: good for this run
        self.trouble = ""

    def picture(self, key: str) -> Picture | None:
        """A picture that was bought or drawn before."""
        facts, data = self._read(key)
        if not data or not isinstance(facts.get("width"), int):
            return None
        return _record(Picture, {**facts, "data": data})

    def has_picture(self, key: str) -> bool:
        """Whether a picture is there."""
        return self._get(key) is not None

    def put_picture(self, key: str, picture: Picture) -> None:
        """Keep a picture; it is never thrown away by itself."""
        facts = asdict(replace(picture, data=b"", others=()))
        del facts["data"], facts["others"]
        self._put(key, facts, picture.data)

    def other(self, key: str, number: int) -> Picture | None:
        """A further picture of the same purchase; they are counted from 2."""
        return self.picture(_apart(f"picture {number}", key))

    def put_other(self, key: str, number: int, picture: Picture) -> None:
        """Keep a further picture: it is paid like the first."""
        self.put_picture(_apart(f"picture {number}", key), picture)

    def brief(self, key: str) -> Brief | None:
        """A brief that was written before."""
        facts, _ = self._read(_apart("brief", key))
        return _record(Brief, facts) if facts.get("prompt") else None

    def put_brief(self, key: str, brief: Brief) -> None:
        """Keep a brief."""
        self._put(_apart("brief", key), asdict(brief))

    def refusal(self, key: str) -> str:
        """What a vendor said when it refused this picture; empty if it did not."""
        facts, _ = self._read(_apart("refusal", key))
        return str(facts.get("said", ""))

    def put_refusal(self, key: str, said: str) -> None:
        """Remember a refusal: asking again would be paying again."""
        self._put(_apart("refusal", key), {"said": said})

    def close(self) -> None:
        """Let go of the cache, if it was opened."""
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def _read(self, key: str) -> tuple[dict[str, Any], bytes]:
        value = self._get(key) or b""
        line, _, data = value.partition(b"\n")
        try:
            facts = json.loads(line)
        except ValueError:
            return {}, b""
        return (facts, data) if isinstance(facts, dict) else ({}, b"")

    def _get(self, key: str) -> bytes | None:
        return self._kept.get(key) or self._open().get(key)

    def _put(self, key: str, facts: dict[str, Any], data: bytes = b"") -> None:
        value = json.dumps(facts, ensure_ascii=True).encode() + b"\n" + data
        try:
            self._open().put(key, value)
        except StoreError as error:
            self._kept[key] = value
            self.trouble = str(error)

    def _open(self) -> Cache:
        if self._cache is None:
            from ..store.cache import Cache  # noqa: PLC0415 - diskcache is loaded when first used

            self._cache = Cache(self._folder)
        return self._cache


def _apart(kind: str, key: str) -> str:
    """Briefs and refusals live beside pictures without meeting them."""
    return digest([kind, key])


def _record(kind: type[T], facts: dict[str, Any]) -> T | None:
    known = {f.name: facts[f.name] for f in fields(kind) if f.name in facts}  # type: ignore[arg-type]
    try:
        return kind(**known)
    except TypeError:
        return None
