"""Reads a body while it comes: no longer than it may be, however small it was packed."""

from __future__ import annotations

import zlib

from ...errors import BadAnswer

_PLAIN, _KNOWN = {"", "identity"}, {"gzip", "x-gzip", "deflate"}


class Body:
    """A body that grows up to a limit. Plain was asked for; some servers pack all the same."""

    def __init__(self, what: str, packed: str, most: int, *, error: bool = False) -> None:
        packed = packed.strip().lower()
        self._closed = packed not in _PLAIN | _KNOWN
        if self._closed and not error:  # an error's status says enough
            raise BadAnswer(f"{what} came packed ({packed}) though it was asked for plain")
        self._what, self._most, self._length = what, most, 0
        # 32: it says itself whether it is gzip or zlib.
        self._opened = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed in _KNOWN else None

    def grown(self, chunk: bytes) -> bytes:
        """What a chunk of the network adds; BadAnswer if that is too much."""
        if self._closed:
            return b""
        if self._opened is not None:
            if self._opened.eof and chunk:
                raise BadAnswer(f"{self._what} goes on after its end")
            try:
                chunk = self._opened.decompress(chunk, self._most - self._length + 1)
            except zlib.error:
                raise BadAnswer(f"{self._what} came packed, and can't be unpacked") from None
        self._length += len(chunk)
        if self._length > self._most:
            raise BadAnswer(f"{self._what} is longer than {self._most >> 20} MiB")
        return chunk
