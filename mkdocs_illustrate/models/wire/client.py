"""Plain HTTP: vendors are asked here where the OpenAI SDK does not fit."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import httpx

from ...errors import ModelError, Unavailable, UnknownOutcome
from .faults import fault
from .messages import Ask, Came
from .redaction import redact
from .unpacking import Body

_MOST_ANSWER = 96 * 2**20  # bytes: a large picture in base64, and room for a second one
CONNECT = 10.0  # seconds to reach a server that is there
_UNREACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol)


class Client:
    """One vendor's address, spoken to in plain HTTP."""

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        secrets: tuple[str | None, ...],
        statuses: Mapping[int, str],
        *,
        local: bool,
    ) -> None:
        self._base_url = base_url
        self._secrets = secrets
        self._statuses = statuses
        self._client = httpx.AsyncClient(
            headers={"Accept-Encoding": "identity", **headers},
            timeout=httpx.Timeout(None, connect=CONNECT),  # the lane keeps the time
            follow_redirects=False,  # a redirected POST would carry the article elsewhere
            trust_env=not local,  # a proxy has no business on this machine
        )

    async def send(self, ask: Ask) -> Came:
        """Send one request; what is not a good answer is one of the house's errors."""
        try:
            response, body = await self._sent(ask)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            lost = self._lost(error)
        else:
            status, headers = response.status_code, response.headers
            if 200 <= status < 300:
                return Came(body=body, headers=headers)
            lost = fault(status, headers, body, *self._secrets, known=self._statuses)
        raise lost  # here, so that it does not carry httpx's own, with all its words

    async def _sent(self, ask: Ask) -> tuple[httpx.Response, bytes]:
        address = ask.path if "://" in ask.path else f"{self._base_url}{ask.path}"
        request = self._client.build_request(ask.method, address, headers=dict(ask.headers), **_content(ask))
        response = await self._client.send(request, stream=True)
        try:
            return response, await count(response, "the answer", _MOST_ANSWER)
        finally:
            await response.aclose()

    def _lost(self, error: Exception) -> ModelError:
        """No answer: did the request get there at all?"""
        words = redact(str(error), *self._secrets) or type(error).__name__
        if isinstance(error, (*_UNREACHED, httpx.InvalidURL)):
            return Unavailable(f"the server can't be reached ({words})")
        return UnknownOutcome(f"the connection was cut ({words}); the call may have been charged")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()


def _content(ask: Ask) -> dict[str, Any]:
    if ask.method == "GET":
        return {}
    if not ask.form:
        return {"json": dict(ask.body)}
    parts: list[tuple[str, Any]] = []
    for name, value in ask.body.items():
        several = value if isinstance(value, list) else [value]
        file = name in ask.files
        parts += [(name, _file(one) if file else (None, _plain(one))) for one in several]
    return {"files": parts}


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file(data_url: str) -> tuple[str, bytes, str]:
    kind, _, data = data_url.removeprefix("data:").partition(";base64,")
    return f"picture.{kind.rpartition('/')[2]}", base64.b64decode(data), kind


async def count(response: httpx.Response, what: str, most: int) -> bytes:
    """The body, no longer than it may be."""
    packed, read = response.headers.get("content-encoding", ""), bytearray()
    body = Body(what, packed, most, error=response.is_error)
    async for chunk in response.aiter_raw():  # no chunk size: a dripping server must not hide
        read += body.grown(chunk)
    return bytes(read)
