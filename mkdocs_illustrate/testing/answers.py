"""What a test server sends back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FORBIDDEN = "something forbidden"
"""Whoever asks for this is refused, by every server, in the way of the real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer, down to how it drips."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    chunk: int = 1 << 16
    drip: float = 0.0
    """Seconds between two chunks."""
    close: bool = False

    @staticmethod
    def json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
        """An answer in JSON."""
        kind = {"Content-Type": "application/json"}
        return Reply(status=status, body=json.dumps(value).encode(), headers={**kind, **(headers or {})})

    @property
    def said(self) -> dict[str, Any]:
        """The JSON of an answer."""
        return dict(json.loads(self.body))

    @staticmethod
    def html(text: str, status: int = 200) -> Reply:
        """A web page where an answer should be."""
        return Reply(status=status, body=text.encode(), headers={"Content-Type": "text/html"})


def error(status: int, text: str, code: str | None = None, **more: Any) -> Reply:
    """An error as OpenAI writes it."""
    said = {"message": text, "type": more.pop("kind", "invalid_request_error"), "code": code}
    return Reply.json({"error": {**said, **more}}, status=status)


def not_found(path: str) -> Reply:
    """Nothing lives there."""
    return error(404, f"Invalid URL ({path})")
