"""Addresses out of answers: one that may be gone to, or one line, whatever they look like."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mkdocs_illustrate.errors import BadAnswer, ModelError
from mkdocs_illustrate.models.wire.downloads import download
from mkdocs_illustrate.models.wire.endpoint import Endpoint
from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.models.wire.public_hosts import is_public

from .strangers import TEXT, one_line

PIECES = (
    *(
        "https://",
        "http://",
        "HTTPS:",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "?",
        "#",
        ".",
        "%",
        "[",
        "]",
        "[::1]",
        "[fe80::1%25lo]",
        "127.0.0.1",
    ),
    *(
        "api.bfl.ai",
        "evil.example",
        "bfl.ai",
        "localhost",
        "0x7f.1",
        "xn--",
        "１",
        "。",
        "\ud83d",
        " ",
        "\r\n",
        "\t",
        "\x00",
        ":443",
        ":99999",
    ),
    *(":-1", ":٣", "a" * 70, "%00", "%2F", "user:pw@", "data:", "file:///etc/passwd", "\u202e", "ſ", "ß", "..", "-"),
)
ADDRESSES = st.lists(st.sampled_from(PIECES) | TEXT, max_size=8).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=6
).map(lambda rest: f"https://{''.join(rest)}")
BFL = Endpoint(base_url="https://api.bfl.ai", key=lambda: "k", domain="bfl.ai", default_base_url="https://api.bfl.ai")


@given(ADDRESSES)
@example("https://api.bfl.ai@evil.example/")
@example("https://evil.example\\.bfl.ai/")
@example("https://evil.example#.bfl.ai")
@example("https://api.bfl.ai:٤٤٣/")
@example("https://bfl.ai%2eevil.example/")
@example("https://api.bfl.ai\r\n.evil.example/")
@example("https://evil.example%2f.bfl.ai/")
@example("https://[")
def test_the_key_goes_to_the_vendor_alone(address: str) -> None:
    """An address that may see the key is https, on the vendor's own host, by everybody's reading of it."""
    try:
        trusted = BFL.trusted_address(address)
    except BadAnswer as error:
        one_line(error)
        return
    host = urlsplit(trusted).hostname or ""
    assert trusted.startswith(("https://", "HTTPS:"))
    assert re.fullmatch(r"([a-z0-9-]*\.)*bfl\.ai", host)
    assert not set(trusted) & set("\\\r\n\t\x00 @")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No name leads anywhere, and nobody waits."""

    async def found(*_: object, **__: object) -> object:
        raise socket.gaierror

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", found)
    with no_pauses():
        yield


@pytest.mark.usefixtures("nowhere")
@given(ADDRESSES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@example("https://\ud83d.example/")
@example("https://a.example/\ud83d")
@example("https://" + "a." * 200)
@example("https://a.example:99999999999999999999/")
def test_any_address_of_a_picture(address: str) -> None:
    """No address raises anything but one of our errors."""
    with pytest.raises(ModelError) as raised:
        asyncio.run(download(address, seconds=20))
    one_line(raised.value)


@given(st.ip_addresses())
def test_what_is_public_is_global(ip: object) -> None:
    """Our list of special addresses is no shorter than Python's."""
    assert not is_public(ip) or ip.is_global  # type: ignore[arg-type, attr-defined]
