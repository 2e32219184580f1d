"""The OpenAI SDK, tamed: no repeats of its own, no redirects, no surprise from the environment.

The SDK gives us authentication, connections and proxies. What an answer means is read from its
bytes, by us: compatible servers answer in many ways, and the SDK believes all of them.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx2
import openai
from openai import AsyncOpenAI, DefaultAsyncHttpx2Client, HttpxBinaryResponseContent

from ...errors import ModelError, Unavailable, UnknownOutcome
from .faults import fault
from .guard import is_local
from .redaction import redact
from .unpacking import Body

if TYPE_CHECKING:
    from .line import Place

_MOST_BYTES = 96 * 2**20  # a large picture in base64, and room for a second one
_CONNECT = 10.0  # seconds to reach a server that is there

logging.getLogger("httpx2").setLevel(logging.WARNING)  # it prints whole addresses at INFO


class Endpoint:
    """One vendor's address, spoken to through the SDK."""

    def __init__(self, place: Place, headers: Mapping[str, str]) -> None:
        key = place.key()
        door = place.auth.headers(key)
        self._secrets = (key, *door.values())
        self._statuses = place.statuses
        # The SDK insists on a key of its own kind; a server that wants another way gets that.
        plain = door == {"Authorization": f"Bearer {key}"}
        self._headers: Any = {} if plain else {"Authorization": openai.omit, **door}
        sent = {"Accept-Encoding": "identity", **headers}
        local = is_local(urlsplit(place.base_url).hostname or "")
        self._client = AsyncOpenAI(
            base_url=place.base_url,
            api_key=key if key and plain else "none",
            organization="",
            project="",
            max_retries=0,  # a repeat may be a second purchase: the lane decides
            default_headers=sent,
            http_client=DefaultAsyncHttpx2Client(
                follow_redirects=False,  # a redirected POST would carry the article elsewhere
                timeout=httpx2.Timeout(None, connect=_CONNECT),
                trust_env=not local,  # a proxy has no business on this machine
                event_hooks={"response": [_cap]},
            ),
        )
        # What the environment says to OpenAI's SDK is not meant for every vendor that it speaks to.
        self._client.organization = self._client.project = None
        self._client._custom_headers = sent  # noqa: SLF001

    async def send(self, path: str, body: Mapping[str, Any], headers: Mapping[str, str]) -> bytes:
        """Send a question, and give back the answer's bytes."""
        options: Any = {"headers": {**headers, **self._headers}}
        try:
            answer = await self._client.post(path, body=dict(body), cast_to=HttpxBinaryResponseContent, options=options)
        except openai.APIStatusError as error:
            said = error.response
            found = self._meant(said.status_code, said.headers, said.content)
        except openai.APIConnectionError as error:
            found = _lost(error.__cause__ or error, self._secrets)
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL) as error:
            found = _lost(error, self._secrets)
        else:
            return answer.content
        raise found  # here, so that it does not carry the SDK's own, with all its words

    def _meant(self, status: int, headers: Mapping[str, str], body: bytes) -> ModelError:
        return fault(status, headers, body, *self._secrets, known=self._statuses)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()


def _lost(error: BaseException, secrets: tuple[str | None, ...]) -> ModelError:
    """No answer: did the request get there at all?"""
    words = redact(str(error), *secrets) or type(error).__name__
    if isinstance(error, httpx2.ConnectTimeout):
        return Unavailable("the server can't be reached (connecting timed out)")
    if isinstance(error, httpx2.ConnectError | httpx2.UnsupportedProtocol | httpx2.InvalidURL):
        return Unavailable(f"the server can't be reached ({words})")
    return UnknownOutcome(f"the connection was cut ({words}); the call may have been charged")


async def _cap(response: httpx2.Response) -> None:
    """Read no more than a picture can be, and nothing that unpacks into more."""
    packed = response.headers.pop("content-encoding", "")
    body = Body("the answer", packed, _MOST_BYTES, error=response.is_error)
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Capped(response.stream, body)


class _Capped(httpx2.AsyncByteStream):
    """A body that ends in an error when it is too long."""

    def __init__(self, stream: httpx2.AsyncByteStream, body: Body) -> None:
        self._stream, self._body = stream, body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield self._body.grown(chunk)

    async def aclose(self) -> None:
        await self._stream.aclose()
