"""Entries of the cache: pictures, briefs, refusals, by their keys.

An entry is one line of facts in JSON and, for a picture, its bytes. A cache folder may come from anywhere: facts are
read by name and type, and whatever does not read is a miss.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..characters import all_whole
from ..errors import BadAnswer, StoreError
from ..pictures.decoding import measure
from ..pictures.drawings import MEDIA_TYPE
from ..records import Brief, Picture
from .keys import value_key

if TYPE_CHECKING:
    from ..store.cache import Cache

T = TypeVar("T")

_TYPES: dict[str, set[type]] = {  # any other fact is text
    "data": {bytes},
    "width": {int},
    "height": {int},
    "seed": {int},
    "cost": {int, float},
    "sha256": set(),  # of these bytes, and never of what a folder says
    "others": set(),
}


class CacheEntries:
    """What one machine keeps. Opens the cache with the first question to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache: Cache | None = None
        self._opening = threading.Lock()  # pages are planned on one thread, pictures come in on another
        self._unwritten: dict[str, bytes] = {}  # what could not be written: good for this run
        self.trouble = ""

    def picture(self, key: str) -> Picture | None:
        """A picture that was bought or drawn before."""
        facts, data = self._read(key)
        try:
            own = measure(data, drawing=facts.get("media_type") == MEDIA_TYPE) if data else None
        except BadAnswer:
            return None  # whatever it is, a page does not show it
        return _record(Picture, facts | _own(own)) if own else None

    def has_picture(self, key: str) -> bool:
        """Whether a picture is there, and can be read: a plan that counts on it is not asked again."""
        return self.picture(key) is not None

    def put_picture(self, key: str, picture: Picture) -> None:
        """Keep a picture; it is never thrown away by itself."""
        facts = asdict(replace(picture, data=b"", others=()))
        for name in ("data", "others", "sha256"):
            del facts[name]
        self._put(key, facts, picture.data)

    def put_aside(self, key: str) -> None:
        """Keep what lies under a key for a look, but find it no more."""
        self._unwritten.pop(key, None)
        self._open().put_aside(key)

    def other(self, key: str, number: int) -> Picture | None:
        """A further picture of the same purchase; they are counted from 2."""
        return self.picture(other_key(key, number))

    def put_other(self, key: str, number: int, picture: Picture) -> None:
        """Keep a further picture: it is paid like the first."""
        self.put_picture(other_key(key, number), picture)

    def brief(self, key: str) -> Brief | None:
        """A brief that was written before."""
        facts, _ = self._read(_apart("brief", key))
        brief = _record(Brief, facts)
        return brief if brief is not None and brief.prompt else None

    def put_brief(self, key: str, brief: Brief) -> None:
        """Keep a brief."""
        self._put(_apart("brief", key), asdict(brief))

    def refusal(self, key: str) -> str:
        """What a vendor said when it refused this picture; empty if it did not."""
        said = self._read(_apart("refusal", key))[0].get("said")
        return said if isinstance(said, str) else ""

    def put_refusal(self, key: str, said: str) -> None:
        """Remember a refusal: asking again would be paying again."""
        self._put(_apart("refusal", key), {"said": said})

    def style_name(self, key: str) -> str:
        """What a vendor calls a style that it made of pictures; empty if it made none."""
        name = self._read(_apart("style", key))[0].get("name")
        return name if isinstance(name, str) else ""

    def put_style_name(self, key: str, name: str) -> None:
        """Remember it: made again, it would be paid again."""
        self._put(_apart("style", key), {"name": name})

    def forget_style_name(self, key: str) -> None:
        """Its vendor does not know it any more."""
        self.forget(_apart("style", key))

    def listed(self, key: str) -> list[Any]:
        """A list of candidates as it was noted; empty if none was, or nobody can read it."""
        found = self._read(_apart("candidates", key))[0].get("candidates")
        return found if isinstance(found, list) else []

    def put_listed(self, key: str, candidates: list[Any]) -> None:
        """Note a list of candidates."""
        self._put(_apart("candidates", key), {"candidates": candidates})

    def forget_listed(self, key: str) -> None:
        """There are none any more."""
        self.forget(_apart("candidates", key))

    def forget(self, key: str) -> None:
        """Delete what lies under a key: what nobody wants any more, and says so."""
        self._unwritten.pop(key, None)
        for path in self._open().files(key):
            path.unlink(missing_ok=True)

    def let_go(self) -> None:
        """Close the cache for this thread; SQLite lets no other thread do that."""
        if self._cache is not None:
            self._cache.close()

    def _read(self, key: str) -> tuple[dict[str, Any], bytes]:
        value = self._get(key)
        if not value:  # most questions of a site that buys nothing
            return {}, b""
        line, _, data = value.partition(b"\n")
        try:
            facts = json.loads(line)
        except (ValueError, RecursionError):
            return {}, b""
        return (facts, data) if isinstance(facts, dict) else ({}, b"")

    def _get(self, key: str) -> bytes | None:
        return self._unwritten.get(key) or self._open().get(key)

    def _put(self, key: str, facts: dict[str, Any], data: bytes = b"") -> None:
        value = json.dumps(all_whole(facts), ensure_ascii=True).encode() + b"\n" + data
        try:
            self._open().put(key, value)
        except StoreError as error:
            self._unwritten[key] = value
            self.trouble = str(error)

    def _open(self) -> Cache:
        with self._opening:
            if self._cache is None:
                from ..store.cache import Cache  # noqa: PLC0415 - diskcache is loaded when first used

                self._cache = Cache(self._folder)
            return self._cache


def other_key(key: str, number: int) -> str:
    """Of a further picture of the same purchase."""
    return _apart(f"picture {number}", key)


def _apart(kind: str, key: str) -> str:
    """Briefs and refusals live beside pictures without meeting them."""
    return value_key([kind, key])


def _own(picture: Picture) -> dict[str, Any]:
    """What a picture says of itself, whatever was noted about it."""
    shape = {"width": picture.width, "height": picture.height}
    return {"data": picture.data, "media_type": picture.media_type, **shape}


def _record(kind: type[T], facts: dict[str, Any]) -> T | None:
    """The facts that we know; one of another type than ours is as good as missing."""
    names = (f.name for f in fields(kind))  # type: ignore[arg-type]
    known = {name: all_whole(facts[name]) for name in names if type(facts.get(name)) in _TYPES.get(name, {str})}
    try:
        return kind(**known)
    except TypeError:
        return None
