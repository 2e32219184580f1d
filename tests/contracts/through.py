"""Prism behind a door of ours: it is told which example to answer with, and its pictures exist."""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer

NO_PRISM = "Prism is started by `bash .ci/contracts`, which wants npm, and the contracts in ../shared/contracts"
NOWHERE = b"http://127.0.0.1:9/"  # where the examples say that their pictures lie
LISTED = b'name="image[]"', b'name="image"'  # a list's name in a form, which Prism does not know
DROPPED = {"host", "content-length", "connection", "accept-encoding"}


def prism(name: str, *examples: str, before: str = "") -> ModelServer:
    """A server that asks Prism; for each call the next of `code=…, example=…`, the last goes on."""
    wishes = _wishes(examples)

    def forward(call: Call, server: ModelServer) -> Reply:
        kept = {k: v for k, v in call.headers.items() if k not in DROPPED}
        wish = next(wishes)
        headers = {**kept, "Prefer": wish} if wish else kept
        url = f"{os.environ[f'PRISM_{name.upper()}']}{before}{call.path}"
        data = call.raw.replace(*LISTED) if call.method == "POST" else None
        status, body, came = _asked(urllib.request.Request(url, data, headers, method=call.method))  # noqa: S310 - loopback
        body = body.replace(NOWHERE, f"{server.origin}/files/".encode())
        return Reply(status=status, body=body, headers=came)

    return ModelServer(routes={"*": forward}, base="")


def _wishes(examples: tuple[str, ...]) -> Iterator[str]:
    yield from examples
    while True:
        yield examples[-1] if examples else ""


def _asked(request: urllib.request.Request) -> tuple[int, bytes, Mapping[str, str]]:
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status, answer.read(), _told(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), _told(error.headers)


def _told(headers: Mapping[str, str]) -> dict[str, str]:
    wanted = ("content-type", "retry-after")
    return {name: headers[name] for name in wanted if headers.get(name)}
