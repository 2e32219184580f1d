"""A vendor's endpoint: its address, the key that opens it, and which addresses may see the key."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from ...errors import BadAnswer, NoKey, NotAllowed
from ...options import HEADER, LOOPBACK, option, pattern
from .redaction import secrets_of

_HOST = re.compile(r"[a-z0-9.-]+")  # api.eu1.bfl.ai; not evil.example%2f.bfl.ai
_SCHEME = pattern("[A-Za-z0-9-]*", "a word")  # Bearer, Key, and none at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """How a vendor wants its key."""

    header: str = option("Authorization", "The header that carries the key.", check=HEADER)
    scheme: str = option(
        "Bearer", 'The word before the key; `""` for none. `Basic`: the key is `user:password`.', check=_SCHEME
    )

    def headers(self, key: str | None) -> dict[str, str]:
        """The header that carries the key; none without a key."""
        if key is None:
            return {}
        if self.scheme == "Basic":
            key = base64.b64encode(key.encode()).decode()
        return {self.header: f"{self.scheme} {key}".strip()}


def optional_key(variable: str, env: Mapping[str, str] = os.environ) -> str | None:
    """The key in an environment variable; None where nothing is set, as in a CI without the secret."""
    # Secrets that were pasted end in a line break; many a CI hands an empty one to a fork's build.
    value = env.get(variable, "").strip() if variable else ""
    if not value:
        return None
    if not value.isascii() or any(c.isspace() or not c.isprintable() for c in value):
        raise NoKey(f"{variable} holds characters that no key has: set it anew")
    return value


def required_key(variable: str, vendor: str, env: Mapping[str, str] = os.environ) -> str:
    """The key, or a line that says which variable to set."""
    value = optional_key(variable, env)
    if value is None:
        raise NoKey(f"no key for {vendor}: set {variable}")
    return value


def is_local(host: str) -> bool:
    """Whether a host's name means this machine."""
    return bool(LOOPBACK.fullmatch(host))


def _plain(address: str) -> str:
    """An address that everybody reads in one way; ValueError where some see another host in it."""
    if not address.isprintable() or "\\" in address or " " in address:
        raise ValueError
    return address


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model lives, and how one gets in."""

    base_url: str
    key: Callable[[], str | None] = field(repr=False)
    """Reads the key at the call; it is never kept. NotAllowed if it is needed and not set."""
    auth: Auth = field(default_factory=Auth)
    domain: str = ""
    """Its hosts lie below, besides the one of base_url."""
    default_base_url: str = ""
    """The vendor's own base_url, where another one is used."""
    statuses: Mapping[int, str] = field(default_factory=dict)
    model: str = ""
    successor: str = ""

    @property
    def local(self) -> bool:
        """Whether the server runs on this machine."""
        return is_local(urlsplit(self.base_url).hostname or "")

    def secrets(self) -> tuple[str | None, ...]:
        """What may stand in no line: the key, as it is and as it is sent, and those of other vendors."""
        try:
            key = self.key()
        except NotAllowed:
            return secrets_of()
        # A server that repeats half of `user:password` has told the secret half.
        password = key.partition(":")[2] if key and self.auth.scheme == "Basic" else None
        return (key, password, *self.auth.headers(key).values(), *secrets_of())

    def trusted_address(self, address: str) -> str:
        """An address out of an answer, if the key may go there; BadAnswer if not.

        With a base_url outside the vendor's domain, the vendor's addresses are moved there.
        """
        own = urlsplit(self.base_url)
        try:
            parts = urlsplit(_plain(address))
            port = parts.port
        except ValueError:
            raise BadAnswer("the answer leads to an address that is none; check base_url") from None
        # Whatever the author wrote as base_url gets the key anyhow, plain http on this machine too.
        if (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
            return address
        # A gateway repeats the vendor's addresses; its own key would open nothing there, and must not go there.
        elsewhere = self.base_url != self.default_base_url and not self._is_vendors(own)
        if elsewhere and own.netloc and parts.scheme in {"http", "https"}:
            return self._moved(parts)
        if parts.scheme == "https" and self._is_vendors(parts) and port in {None, 443}:
            return address
        host = (parts.hostname or "")[:80]
        raise BadAnswer(f"the answer leads to a foreign host ({host}); check base_url")

    def _is_vendors(self, parts: SplitResult) -> bool:
        """Whether a host is one of the vendor's own, of whatever region."""
        host = parts.hostname or ""
        below = bool(_HOST.fullmatch(host)) and f".{host}".endswith(f".{self.domain}")
        return bool(self.domain) and below and "@" not in parts.netloc  # `user@host`: some read the host before it

    def _moved(self, parts: SplitResult) -> str:
        """The same place behind the author's base_url."""
        rest = parts.path.removeprefix(urlsplit(self.default_base_url).path)
        return f"{self.base_url}{rest}{f'?{parts.query}' if parts.query else ''}"
