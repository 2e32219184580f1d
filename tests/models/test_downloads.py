"""Pictures behind addresses: public hosts only, hop by hop, through a proxy, tried again."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from mkdocs_illustrate.errors import BadAnswer, ModelError, UnknownOutcome
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.wire.downloads import _CheckedTransport, download
from mkdocs_illustrate.models.wire.public_hosts import public_addresses
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import buy

Make = Callable[..., ImageModel]


def _download(address: str, *, local: bool = False) -> bytes:
    return asyncio.run(download(address, seconds=60, local=local))


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "[::1]",
        "0.0.0.0",  # noqa: S104 - a host to refuse
        "2130706433",
        "0x7f.1",
        "127.1",
        "[::ffff:127.0.0.1]",
        "100.64.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "[fd00::1]",
        "[fe80::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "224.0.0.1",
        "user:pw@127.0.0.1",
    ],
)
def test_private_addresses(host: str) -> None:
    """A picture is fetched from public hosts only, however a private one is spelt."""
    with pytest.raises(ModelError, match=r"private network|can't be fetched \(no such host"):
        _download(f"https://{host}/x.png")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/x",
        "file:///etc/passwd",
        "ftp://example.com/x",
        "//x",
        "",
        "https://",
        "data:image/png;base64,AA",
        "gopher://x/",
        "https://[",
        "https://x.example:99999/x",
    ],
)
def test_addresses_that_are_none(address: str) -> None:
    """Only https leads to a picture."""
    with pytest.raises(ModelError):
        _download(address)


def test_this_machine_only_for_servers_on_it() -> None:
    """A server here may name pictures here; one elsewhere may not."""
    with ModelServer() as server:
        address = f"{server.origin}/files/a-64x64.png"
        assert _download(address, local=True).startswith(b"\x89PNG")
        with pytest.raises(BadAnswer, match="not https"):
            _download(address)
        assert server.count("/files/a-64x64.png") == 1
    assert asyncio.run(public_addresses("http", "127.0.0.1", 80, local=True)) == ["127.0.0.1"]
    with pytest.raises(BadAnswer):
        asyncio.run(public_addresses("http", "10.0.0.1", 80, local=True))


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://169.254.169.254/latest", "not https"),
        ("https://10.0.0.1/x", "private network"),
        ("file:///etc/passwd", "no web address"),
        ("/again", "without end"),
        ("https://[", "none"),
        ("http://127.0.0.1:99999/x", "no address"),
    ],
)
def test_redirects_are_checked_hop_by_hop(target: str, words: str) -> None:
    """A picture's address may lead elsewhere three times, never to a forbidden place."""
    with ModelServer() as server:
        server.fail("/", status=302, headers={"Location": target}, times=99)
        with pytest.raises(ModelError, match=words):
            _download(f"{server.origin}/x.png", local=True)
        assert len(server.calls) <= 4


class Proxy:
    """A forward proxy that lets nobody through, and remembers who asked for what."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            line, _ = self._socket.accept()
            with line:
                self.asked.append(line.recv(4096).split(b"\r\n")[0].decode())
                line.sendall(b"HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n")


def test_pictures_come_through_the_proxy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a proxy is the only way out, pictures are fetched through it, by https names only."""
    proxy = Proxy()
    monkeypatch.setenv("HTTPS_PROXY", proxy.address.removeprefix("http://"))
    monkeypatch.setenv("NO_PROXY", "near.example")
    with pytest.raises(UnknownOutcome):
        _download("https://pictures.example/x.png")
    assert proxy.asked == ["CONNECT pictures.example:443 HTTP/1.1"] * 3
    for address in ("http://pictures.example/x", "https://10.0.0.1/x", "https://[::1]/x"):
        with pytest.raises(ModelError):
            _download(address)
    with ModelServer() as server:
        assert _download(f"{server.origin}/files/a-64x64.png", local=True)
    assert len(proxy.asked) == 3


def test_all_addresses_of_a_name_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with two addresses is reached though nobody listens at the first."""
    with ModelServer() as server:
        port = int(server.origin.rpartition(":")[2])
        there = [
            (socket.AF_INET6, 1, 6, "", ("::1", port)),
            (socket.AF_INET, 1, 6, "", ("127.0.0.1", port)),
        ]

        async def both(*_: object, **__: object) -> list[Any]:
            return there

        monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", both)
        assert _download(f"http://localhost:{port}/files/a-64x64.png", local=True)


def test_fetching_is_tried_again() -> None:
    """Losing a picture that was paid for is worse than asking for it three times."""
    with ModelServer() as server:
        server.fail("/files/", status=503, times=2)
        assert _download(f"{server.origin}/files/a-64x64.png", local=True)
        assert len(server.calls) == 3
        server.fail("/files/", status=503, times=9)
        with pytest.raises(ModelError, match="may have been charged"):
            _download(f"{server.origin}/files/a-64x64.png", local=True)


@pytest.mark.parametrize("status", [403, 404, 408, 410, 425, 429, 500, 503])
def test_a_store_that_is_behind_its_vendor(status: int) -> None:
    """A picture that is not there yet is asked for three times, and then left to the next run."""
    with ModelServer() as server:
        server.fail("/files/", status=status, times=2)
        assert _download(f"{server.origin}/files/a-64x64.png", local=True)
        server.fail("/files/", status=status, times=9)
        with pytest.raises(UnknownOutcome, match=f"HTTP {status}") as raised:
            _download(f"{server.origin}/files/a-64x64.png", local=True)
        assert len(server.calls) == 6
        assert raised.value.status == status


@pytest.mark.parametrize("status", [204, 400, 401, 405, 418, 424, 426, 499])
def test_a_store_that_says_no(status: int) -> None:
    """Any other answer is no picture, and asking again would change nothing."""
    with ModelServer() as server:
        server.fail("/files/", status=status, body="", times=9)
        with pytest.raises(BadAnswer, match=f"HTTP {status}"):
            _download(f"{server.origin}/files/a-64x64.png", local=True)
        assert len(server.calls) == 1


def test_the_name_is_asked_for() -> None:
    """The connection goes to an address that was checked; the server is asked by its name."""
    with ModelServer() as server:
        port = server.origin.rpartition(":")[2]
        assert _download(f"http://localhost:{port}/files/a-64x64.png", local=True)
        assert server.calls[0].headers["host"] == f"localhost:{port}"


@pytest.mark.parametrize("hops", [3, 4])
def test_how_often_an_address_may_lead_elsewhere(hops: int) -> None:
    """Three redirects are followed, a fourth is not."""
    with ModelServer() as server:
        server.fail("/", status=302, headers={"Location": "/files/a-64x64.png"}, times=hops)
        if hops == 3:
            assert _download(f"{server.origin}/x.png", local=True)
        else:
            with pytest.raises(BadAnswer, match="without end"):
                _download(f"{server.origin}/x.png", local=True)


def test_no_key_to_the_host_of_pictures(make: Make) -> None:
    """The key goes to the vendor, and not to where its pictures lie."""
    with ModelServer.of("aimlapi", key=KEY) as server:
        buy(make("aimlapi", base_url=server.url))
        (got,) = [c for c in server.calls if c.path.startswith("/files/")]
        assert KEY not in str(got.headers)


def test_a_name_that_changes_its_mind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked, though the name leads elsewhere a moment later."""
    with ModelServer() as checked, ModelServer() as other:
        ports = [int(server.origin.rpartition(":")[2]) for server in (checked, other)]
        asked: list[object] = []

        async def found(_: object, host: object, port: object, **__: object) -> list[Any]:
            asked.append(host)
            return [(socket.AF_INET, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "127.0.0.2", port))]

        monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", found)
        assert _download(f"http://pictures.example:{ports[0]}/files/a-64x64.png", local=True)
        assert asked == ["pictures.example"]
        assert (len(checked.calls), len(other.calls)) == (1, 0)


def test_who_leads_away_from_this_machine_does_not_lead_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server here may name this machine; a host elsewhere, to which it sent us, may not."""

    async def found(_: object, host: str, port: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, 1, 6, "", ("93.184.216.34" if "away" in host else "127.0.0.1", port))]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", found)
    transport = _CheckedTransport(local=True)
    with ModelServer() as server:
        here = f"{server.origin}/files/a-64x64.png"

        async def asked(address: str) -> int:
            return (await transport.handle_async_request(httpx.Request("GET", address))).status_code

        async def there_and_back() -> None:
            async with transport:
                assert await asked(here) == 200
                with pytest.raises((httpx.HTTPError, TimeoutError)):
                    async with asyncio.timeout(0.2):
                        await asked("https://away.example:1/x.png")
                await asked(here)

        with pytest.raises(BadAnswer):
            asyncio.run(there_and_back())
        assert len(server.calls) == 1


@pytest.mark.parametrize("vendor", ["aimlapi", "openai"])
def test_a_dripping_host_of_pictures(make: Make, vendor: str) -> None:
    """A picture that comes byte by byte holds a build no longer than `timeout.image`, and is not asked for again."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.fail("/files/", reply=Reply(body=b" " * 1000, chunk=1, drip=0.05), times=9)
        if vendor == "openai":
            address = f"{server.origin}/files/a-64x64.png"
            server.fail("/images/generations", reply=Reply.json({"data": [{"url": address}]}), times=9)
        with pytest.raises(UnknownOutcome, match=r"took longer than 0\.5 s"):
            buy(make(vendor, base_url=server.url, timeout={"image": 0.5}))
        assert len([call for call in server.calls if call.path.startswith("/files/")]) == 1
