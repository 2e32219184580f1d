"""Plain HTTP with httpx: vendors are asked here where the OpenAI SDK does not fit."""

from __future__ import annotations

import base64
import functools
from collections.abc import Mapping
from typing import Any

import httpx

from ...errors import ModelError, Unavailable, UnknownOutcome
from .endpoint import Endpoint
from .http_errors import http_error
from .messages import CONNECT_SECONDS, LARGEST_ANSWER, BoundedBody, Request, Response
from .redaction import redact

certificates = functools.cache(httpx.create_ssl_context)  # to read them takes as long as to cut a small picture
_UNREACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL)


class HttpClient:
    """One vendor's endpoint, spoken to in plain HTTP."""

    def __init__(self, endpoint: Endpoint, headers: Mapping[str, str]) -> None:
        key_headers = endpoint.auth.headers(endpoint.key())
        self._base_url = endpoint.base_url
        self._secrets = endpoint.secrets()
        self._statuses = endpoint.statuses
        self._client = httpx.AsyncClient(
            headers={"Accept-Encoding": "identity", **headers, **key_headers},
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),  # the queue keeps the time
            follow_redirects=False,  # a redirected POST would carry the article elsewhere
            verify=certificates(trust_env=not endpoint.local),
            trust_env=not endpoint.local,  # a proxy has no business on this machine
        )

    async def send(self, request: Request) -> Response:
        """Send one request; what is not a good answer is one of the house's errors."""
        try:
            response, body = await self._sent(request)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            wrong = _no_answer(error, self._secrets)
        else:
            status, headers = response.status_code, response.headers
            if 200 <= status < 300:
                return Response(body=body, headers=headers)
            wrong = http_error(status, headers, body, *self._secrets, known=self._statuses)
        raise wrong  # here, so that it does not carry httpx's own, with all its words

    async def _sent(self, request: Request) -> tuple[httpx.Response, bytes]:
        address = request.path if "://" in request.path else f"{self._base_url}{request.path}"
        headers, content = dict(request.headers), _content(request)
        response = await self._client.send(
            self._client.build_request(request.method, address, headers=headers, **content), stream=True
        )
        try:
            return response, await read_body(response, "the answer", LARGEST_ANSWER)
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()


def _no_answer(error: Exception, secrets: tuple[str | None, ...]) -> ModelError:
    """No answer: did the request get there at all?"""
    words = redact(str(error), *secrets) or type(error).__name__
    if isinstance(error, _UNREACHED):
        return Unavailable(f"the server can't be reached ({words})")
    return UnknownOutcome(f"the connection was cut ({words}); the call may have been charged")


def _content(request: Request) -> dict[str, Any]:
    if request.method == "GET":
        return {}
    if not request.form:
        return {"json": dict(request.body)}
    parts: list[tuple[str, Any]] = []
    for name, value in request.body.items():
        several = value if isinstance(value, list) else [value]
        file = name in request.files
        parts += [(name, _file(one) if file else (None, _plain(one))) for one in several]
    return {"files": parts}


def _plain(value: object) -> str:
    # A form knows no types, and servers look for "true", not for Python's "True".
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file(data_url: str) -> tuple[str, bytes, str]:
    # data:image/png;base64,iVBOR… -> picture.png
    kind, _, data = data_url.removeprefix("data:").partition(";base64,")
    return f"picture.{kind.rpartition('/')[2]}", base64.b64decode(data), kind


async def read_body(response: httpx.Response, what: str, most: int) -> bytes:
    """The body, no longer than it may be."""
    packed, read = response.headers.get("content-encoding", ""), bytearray()
    body = BoundedBody(what, packed, most, error=response.is_error)
    async for chunk in response.aiter_raw():  # no chunk size: a dripping server must not hide
        read += body.add(chunk)
    return bytes(read)
