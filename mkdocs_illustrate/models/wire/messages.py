"""A request and its answer, free of any library; the answer's body is bounded while it comes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...errors import BadAnswer

LARGEST_ANSWER = 96 * 2**20  # bytes: a large picture in base64, and room for a second one
CONNECT_SECONDS = 10.0  # to reach a server that is there
_MOST_DIGITS = 30  # of a number that means something
_DEEPEST = 64  # levels; readers go down by calling themselves
_NESTED = (dict, list)
_PLAIN, _KNOWN = {"", "identity"}, {"gzip", "x-gzip", "deflate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request: where to, and what with."""

    path: str
    """Below base_url; or a whole address that was checked to be the vendor's."""
    method: str = "POST"
    body: Mapping[str, Any] = field(default_factory=dict)
    form: bool = False
    """As a form with parts instead of as JSON."""
    files: frozenset[str] = frozenset()
    """Fields of a form that hold a picture as a data URL and go as files."""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One good answer."""

    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)


def read_json(body: bytes | str) -> Any:
    """The JSON of an answer; ValueError if it is none.

    A number without end is null, and what lies too deep is empty: it costs nobody the rest.
    """
    try:
        read = json.loads(body, parse_int=_whole, parse_constant=_nothing)
    except RecursionError:
        raise ValueError("nested too deep") from None
    level = [read]
    for _ in range(_DEEPEST):
        level = [item for one in level if isinstance(one, _NESTED) for item in _items(one)]
    for one in level:
        if isinstance(one, _NESTED):
            one.clear()
    return read


def _items(one: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return one.values() if isinstance(one, dict) else one


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _nothing(_constant: str) -> None:
    """NaN and Infinity are no JSON, but come."""


class BoundedBody:
    """A body that grows up to a limit, however small it was packed.

    Plain was asked for; some servers pack all the same.
    """

    def __init__(self, what: str, packed: str, most: int, *, error: bool = False) -> None:
        packed = packed.strip().lower()
        self._unreadable = packed not in _PLAIN | _KNOWN
        if self._unreadable and not error:  # an error's status says enough
            raise BadAnswer(f"{what} came packed ({packed}) though it was asked for plain")
        self._what, self._most, self._length = what, most, 0
        # 32: it says itself whether it is gzip or zlib.
        self._unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed in _KNOWN else None

    def add(self, chunk: bytes) -> bytes:
        """What a chunk of the network adds; BadAnswer if that is too much."""
        if self._unreadable:
            return b""
        if self._unpacking is not None:
            if self._unpacking.eof and chunk:
                raise BadAnswer(f"{self._what} goes on after its end")
            try:
                # One byte more than is allowed is enough to see that it is too much.
                chunk = self._unpacking.decompress(chunk, self._most - self._length + 1)
            except zlib.error:
                raise BadAnswer(f"{self._what} came packed, and can't be unpacked") from None
        self._length += len(chunk)
        if self._length > self._most:
            raise BadAnswer(f"{self._what} is longer than {self._most >> 20} MiB")
        return chunk
