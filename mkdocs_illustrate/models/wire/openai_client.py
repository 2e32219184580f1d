"""The OpenAI SDK, tamed: no repeats of its own, no redirects, no surprise from the environment.

The SDK gives us authentication, connections and proxies. What an answer means is read from its
bytes, by us: compatible servers answer in many ways, and the SDK believes all of them.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx  # noqa: F401 - the SDK looks whether it is loaded: at half of it, if that happened beside a call
import httpx2
import openai
from openai import AsyncOpenAI, DefaultAsyncHttpx2Client, HttpxBinaryResponseContent

from ...errors import ModelError, Unavailable, UnknownOutcome
from .endpoint import Endpoint
from .http_errors import http_error
from .messages import CONNECT_SECONDS, LARGEST_ANSWER, BoundedBody
from .redaction import redact

_certificates = functools.cache(httpx2.create_ssl_context)  # to read them takes as long as to cut a small picture
logging.getLogger("httpx2").setLevel(logging.WARNING)  # it prints whole addresses at INFO


class OpenAIClient:
    """One vendor's endpoint, spoken to through the SDK."""

    def __init__(self, endpoint: Endpoint, headers: Mapping[str, str]) -> None:
        key = endpoint.key()
        key_headers = endpoint.auth.headers(key)
        self._secrets = endpoint.secrets()
        self._statuses = endpoint.statuses
        # The SDK insists on a key of its own kind; a server that wants another way gets that.
        plain = key_headers == {"Authorization": f"Bearer {key}"}
        self._headers: Any = {} if plain else {"Authorization": openai.omit, **key_headers}
        sent = {"Accept-Encoding": "identity", **headers}
        self._client = AsyncOpenAI(
            base_url=endpoint.base_url,
            api_key=key if key and plain else "none",
            organization="",
            project="",
            max_retries=0,  # a repeat may be a second purchase: the queue decides
            default_headers=sent,
            http_client=DefaultAsyncHttpx2Client(
                follow_redirects=False,  # a redirected POST would carry the article elsewhere
                timeout=httpx2.Timeout(None, connect=CONNECT_SECONDS),
                verify=_certificates(trust_env=not endpoint.local),
                trust_env=not endpoint.local,  # a proxy has no business on this machine
                event_hooks={"response": [_bound]},
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
            told = error.response
            wrong = http_error(told.status_code, told.headers, told.content, *self._secrets, known=self._statuses)
        except openai.APIConnectionError as error:
            wrong = _no_answer(error.__cause__ or error, self._secrets)
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL) as error:
            wrong = _no_answer(error, self._secrets)
        else:
            return answer.content
        raise wrong  # here, so that it does not carry the SDK's own, with all its words

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()


def _no_answer(error: BaseException, secrets: tuple[str | None, ...]) -> ModelError:
    """No answer: did the request get there at all?"""
    # Only what never left this machine was surely not bought.
    words = redact(str(error), *secrets) or type(error).__name__
    if isinstance(error, httpx2.ConnectTimeout):
        return Unavailable("the server can't be reached (connecting timed out)")
    if isinstance(error, httpx2.ConnectError | httpx2.UnsupportedProtocol | httpx2.InvalidURL):
        return Unavailable(f"the server can't be reached ({words})")
    return UnknownOutcome(f"the connection was cut ({words}); the call may have been charged")


async def _bound(response: httpx2.Response) -> None:
    """Read no more than a picture can be, and nothing that unpacks into more."""
    # Taken out of the headers: httpx would unpack it a second time, and without a bound.
    packed = response.headers.pop("content-encoding", "")
    body = BoundedBody("the answer", packed, LARGEST_ANSWER, error=response.is_error)
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _BoundedStream(response.stream, body)


class _BoundedStream(httpx2.AsyncByteStream):
    """A body that ends in an error when it is too long."""

    def __init__(self, stream: httpx2.AsyncByteStream, body: BoundedBody) -> None:
        self._stream, self._body = stream, body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield self._body.add(chunk)

    async def aclose(self) -> None:
        await self._stream.aclose()
