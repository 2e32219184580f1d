"""A request as a test server gets it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    raw: bytes = b""
    began: float = 0.0

    @property
    def body(self) -> Any:
        """The JSON of the request, or None."""
        try:
            return json.loads(self.raw)
        except ValueError:
            return None

    @property
    def query(self) -> dict[str, str]:
        """What stands behind the question mark."""
        return dict(parse_qsl(urlsplit(self.path).query))

    @property
    def form(self) -> dict[str, list[str | bytes]] | None:
        """The parts of a form: text, or the bytes of a file; None if it is no form of parts."""
        kind = self.headers.get("content-type", "")
        if not kind.startswith("multipart/form-data"):
            return None
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        parts: dict[str, list[str | bytes]] = {}
        for part in BytesParser(policy=HTTP).parsebytes(head + self.raw).iter_parts():
            name = str(part.get_param("name", header="content-disposition"))
            data = part.get_payload(decode=True)
            data = data if isinstance(data, bytes) else b""
            value = data if part.get_filename() else data.decode()
            parts.setdefault(name, []).append(value)
        return parts
