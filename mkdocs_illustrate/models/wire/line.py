"""A vendor's line, opened with the first call: a build with nothing to buy loads no library."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from .lane import Lane, Repeats

if TYPE_CHECKING:
    from .sdk import Endpoint

T = TypeVar("T")

# Some hosts refuse a client that does not say its name.
_HEADERS = {"User-Agent": "mkdocs-illustrate"}


class Line:
    """What a dialect speaks through: `post` asks the vendor, `fetch` gets a picture it named."""

    def __init__(self, base_url: str, key: Callable[[], str | None], lane: Lane) -> None:
        self._base_url = base_url
        self._key = key
        self._lane = lane
        self._endpoint: Endpoint | None = None

    def ready(self) -> None:
        """Raise NotAllowed if there is no key to call with."""
        self._key()

    async def post(
        self,
        path: str,
        body: Mapping[str, Any],
        *,
        read: Callable[[bytes], T],
        repeats: Repeats,
        seconds: float,
    ) -> T:
        """Send a question when it is its turn, and read the answer's bytes."""
        if self._endpoint is None:
            from .sdk import Endpoint  # noqa: PLC0415 - the SDK is heavy: loaded when first used

            self._endpoint = Endpoint(self._base_url, self._key(), self._lane, _HEADERS)
        return await self._endpoint.post(path, body, read=read, repeats=repeats, seconds=seconds)

    async def fetch(self, address: str) -> bytes:
        """The picture behind an address; on this machine only if the server is here too."""
        from .client import fetch  # noqa: PLC0415 - few vendors answer with an address

        host = urlsplit(self._base_url).hostname or ""
        local = re.fullmatch(r"localhost|127(\.\d+){3}|::1", host)
        return await fetch(address, local=bool(local))

    async def close(self) -> None:
        """Let go of the connections."""
        if self._endpoint is not None:
            await self._endpoint.close()
            self._endpoint = None
