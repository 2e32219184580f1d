"""The wire: repeats counted at the server, deadlines, limits, foreign addresses, SDK traps."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mkdocs_illustrate.errors import (
    BadAnswer,
    ModelError,
    OutOfCredit,
    RateLimited,
    Retired,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from mkdocs_illustrate.models.protocols import ImageModel, NoJournal
from mkdocs_illustrate.models.registry import Registry
from mkdocs_illustrate.models.wire.fetching import fetch
from mkdocs_illustrate.models.wire.guard import checked
from mkdocs_illustrate.models.wire.lane import IMAGE, Lane
from mkdocs_illustrate.pictures.check import check
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import Notes, buy, wanted

Make = Callable[..., ImageModel]
PICTURES = "/images/generations"
# Vendor -> where pictures are asked for: through the SDK, in plain HTTP, and in jobs.
WAYS = {"openai": PICTURES, "google": ":generateContent", "pictory": "/v1/aistudio/images"}
QUOTA = {"error": {"code": "insufficient_quota", "message": "You exceeded your current quota"}}
HALF = Reply(body=b'{"da', headers={"Content-Length": "999"}, close=True)


@pytest.mark.parametrize("vendor", WAYS)
@pytest.mark.parametrize(
    ("fault", "sends", "error"),
    [
        ({"status": 500}, 2, UnknownOutcome),
        ({"status": 502}, 2, UnknownOutcome),
        ({"status": 504}, 2, UnknownOutcome),
        ({"status": 408}, 2, UnknownOutcome),
        ({"cut": True}, 2, UnknownOutcome),
        ({"reply": Reply.html("<html>")}, 2, BadAnswer),
        ({"reply": Reply(body=b"null")}, 2, BadAnswer),
        ({"reply": Reply(body=b"")}, 2, BadAnswer),
        ({"reply": HALF}, 2, UnknownOutcome),
        ({"status": 429, "headers": {"Retry-After": "1"}}, 4, RateLimited),
        ({"status": 429, "headers": {"Retry-After": "3600"}}, 1, RateLimited),
        ({"status": 429, "body": QUOTA}, 1, OutOfCredit),
        ({"status": 503, "headers": {"Retry-After": "1"}}, 3, Unavailable),
        ({"status": 400}, 1, ModelError),
        ({"status": 401}, 1, Unauthorised),
        ({"status": 402}, 1, OutOfCredit),
        ({"status": 403}, 1, Unauthorised),
        ({"status": 404}, 1, Retired),
        ({"status": 409}, 1, ModelError),
        ({"status": 422}, 1, ModelError),
        ({"status": 307, "headers": {"Location": "https://elsewhere.example/"}}, 1, ModelError),
    ],
)  # fmt: skip
def test_repeats(
    make: Make, vendor: str, fault: dict[str, Any], sends: int, error: type[ModelError]
) -> None:
    """What may have been charged is sent once more at most; 429 three times; other 4xx never."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.fail(WAYS[vendor], times=99, **fault)
        with pytest.raises(error):
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert server.count(WAYS[vendor]) == sends
        marks = {call.headers.get("idempotency-key") for call in server.asked(WAYS[vendor])}
        assert len(marks) == 1
        assert None not in marks


@pytest.mark.parametrize("vendor", WAYS)
def test_nobody_there(make: Make, vendor: str) -> None:
    """A server that is not there is tried three times, and nothing was bought."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Unavailable, match="can't be reached"):
        buy(make(vendor, base_url=f"http://127.0.0.1:{port}"), notes=Notes())


def _many(server: ModelServer, models: list[str], pages: int) -> list[object]:
    registry = Registry(TimeoutSettings(), 4)
    made = [
        registry.image(
            ImageSettings(provider="openai", model=m, base_url=server.url, api_key_env="TEST_KEY")
        )
        for m in models
    ]

    async def all_of_them() -> list[object]:
        orders = [(m, m.plan(wanted(f"{n} boats"))) for n in range(pages) for m in made]
        runs = (m.run(order, NoJournal()) for m, order in orders)
        results = await asyncio.gather(*runs, return_exceptions=True)
        for m in made:
            await m.close()
        return list(results)

    return asyncio.run(all_of_them())


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize("status", [401, 402, 403])
def test_a_shut_door(status: int) -> None:
    """After a wrong key or an empty account a vendor is not asked again, whatever the model.

    A bare 403 may be about one page's prompt: it takes a second one.
    """
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=status, times=999)
        results = _many(server, ["gpt-image-2", "gpt-image-2.5-flare"], 20)
        assert all(isinstance(r, ModelError) for r in results)
        assert server.count(PICTURES) <= (5 if status == 403 else 4)  # those under way already


@pytest.mark.usefixtures("key")
def test_a_model_that_is_gone_leaves_the_others() -> None:
    """A retired model is asked for once; the vendor's other models go on."""
    with ModelServer.of("openai", key=KEY) as server:
        results = _many(server, ["dall-e-3", "gpt-image-2"], 6)
        assert sum(isinstance(r, Retired) for r in results) == 6
        assert sum(not isinstance(r, Exception) for r in results) == 6
        assert sum(c.body["model"] == "dall-e-3" for c in server.calls) <= 4


@pytest.mark.usefixtures("key")
def test_a_storm_of_429() -> None:
    """When a vendor asks for a slower pace, all its pages wait, and all get their pictures."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=429, headers={"Retry-After": "1"}, times=4)
        results = _many(server, ["gpt-image-2"], 10)
        assert not any(isinstance(r, Exception) for r in results)
        assert server.count(PICTURES) == 14
        assert server.most_at_once <= 4


@pytest.mark.usefixtures("key")
def test_calls_at_once() -> None:
    """No more calls are in flight to one vendor than `concurrency` says, for all its models."""
    with ModelServer.of("openai", key=KEY) as server:
        server.seconds[PICTURES] = 0.02
        _many(server, ["gpt-image-2", "gpt-image-2.5-flare"], 8)
        assert server.most_at_once == 4


@pytest.mark.real_time
@pytest.mark.parametrize("vendor", WAYS)
def test_a_dripping_server(make: Make, vendor: str) -> None:
    """A deadline holds for the whole call, however slowly an answer drips."""
    with ModelServer.of(vendor, key=KEY) as server:
        drip = Reply(body=b" " * 1000, chunk=1, drip=0.05)
        server.fail(WAYS[vendor], reply=drip, times=9)
        model = make(vendor, base_url=server.url, timeout={"image": 0.4})
        began = time.monotonic()
        with pytest.raises(UnknownOutcome, match=r"0\.4 s"):
            buy(model, notes=Notes())
        assert time.monotonic() - began < 4.0
        assert server.count(WAYS[vendor]) == 2


@pytest.mark.parametrize("vendor", WAYS)
@pytest.mark.parametrize(
    ("body", "packing", "words"),
    [
        (gzip.compress(b" " * 2_000_000), "gzip", "longer than"),
        (zlib.compress(b" " * 2_000_000), "deflate", "longer than"),
        (b"\x1f\x8b", "br", "packed"),
        (b"not packed at all", "gzip", "can't be unpacked"),
        (gzip.compress(b"{}") * 90_000, "gzip", "after its end"),
        (gzip.compress(b'{"error": {"code": "invalid_api_key"}}'), "gzip", "check"),
    ],
)
def test_a_packed_answer(
    make: Make, vendor: str, body: bytes, packing: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that unpacks into more than it may be is not read on; a small one is understood."""
    monkeypatch.setattr("mkdocs_illustrate.models.wire.sdk._MOST_BYTES", 1_000_000)
    monkeypatch.setattr("mkdocs_illustrate.models.wire.client._MOST_ANSWER", 1_000_000)
    with ModelServer.of(vendor, key=KEY) as server:
        packed = Reply(body=body, headers={"Content-Encoding": packing})
        server.fail(WAYS[vendor], reply=packed, times=9)
        with pytest.raises(ModelError, match=words):
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert server.calls[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("vendor", WAYS)
def test_a_packed_error(make: Make, vendor: str) -> None:
    """An error packed in a way nobody knows is still the error that its status says, asked once."""
    with ModelServer.of(vendor, key=KEY) as server:
        packed = Reply(body=b"\x0b\x02", status=401, headers={"Content-Encoding": "br"})
        server.fail(WAYS[vendor], reply=packed, times=9)
        with pytest.raises(Unauthorised):
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert server.count(WAYS[vendor]) == 1


@pytest.mark.parametrize("vendor", ["openai", "google"])
def test_a_packed_picture(make: Make, vendor: str) -> None:
    """A server that packs its answers though nobody asked for it is read all the same."""
    with ModelServer.of(vendor, key=KEY) as server:
        where, route = next(
            (w, r) for w, r in server.routes.items() if WAYS[vendor] in w or w in WAYS[vendor]
        )

        def packed(call: Any, server: ModelServer) -> Reply:
            reply = route(call, server)
            headers = {**reply.headers, "Content-Encoding": "gzip"}
            return replace(reply, body=gzip.compress(reply.body), headers=headers)

        server.routes = {where: packed}
        assert check(buy(make(vendor, base_url=server.url), notes=Notes()).data).width > 200
        assert len(server.calls) == 1


@pytest.mark.parametrize("vendor", WAYS)
def test_an_endless_answer(make: Make, vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer is read up to a limit, and not beyond."""
    monkeypatch.setattr("mkdocs_illustrate.models.wire.sdk._MOST_BYTES", 10_000)
    monkeypatch.setattr("mkdocs_illustrate.models.wire.client._MOST_ANSWER", 10_000)
    with ModelServer.of(vendor, key=KEY) as server:
        server.fail(WAYS[vendor], reply=Reply(body=b" " * 10_001), times=9)
        with pytest.raises(BadAnswer, match="longer than"):
            buy(make(vendor, base_url=server.url), notes=Notes())


def _fetch(address: str, *, local: bool = False) -> bytes:
    return asyncio.run(fetch(address, local=local))


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "127.1",  # noqa: S104
     "[::ffff:127.0.0.1]", "100.64.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1",
     "169.254.169.254", "[fd00::1]", "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
     "224.0.0.1", "user:pw@127.0.0.1"],
)  # fmt: skip
def test_private_addresses(host: str) -> None:
    """A picture is fetched from public hosts only, however a private one is spelt."""
    with pytest.raises(ModelError, match=r"private network|not https|can't be fetched"):
        _fetch(f"https://{host}/x.png")


@pytest.mark.parametrize(
    "address",
    ["http://example.com/x", "file:///etc/passwd", "ftp://example.com/x", "//x", "", "https://",
     "data:image/png;base64,AA", "gopher://x/", "https://[", "https://x.example:99999/x"],
)  # fmt: skip
def test_addresses_that_are_none(address: str) -> None:
    """Only https leads to a picture."""
    with pytest.raises(ModelError):
        _fetch(address)


def test_this_machine_only_for_servers_on_it() -> None:
    """A server here may name pictures here; one elsewhere may not."""
    with ModelServer() as server:
        address = f"{server.origin}/files/a-64x64.png"
        assert _fetch(address, local=True).startswith(b"\x89PNG")
        with pytest.raises(BadAnswer, match="not https"):
            _fetch(address)
        assert server.count("/files/a-64x64.png") == 1
    assert asyncio.run(checked("http", "127.0.0.1", 80, local=True)) == ["127.0.0.1"]
    with pytest.raises(BadAnswer):
        asyncio.run(checked("http", "10.0.0.1", 80, local=True))


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
            _fetch(f"{server.origin}/x.png", local=True)
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
        _fetch("https://pictures.example/x.png")
    assert proxy.asked == ["CONNECT pictures.example:443 HTTP/1.1"] * 3
    for address in ("http://pictures.example/x", "https://10.0.0.1/x", "https://[::1]/x"):
        with pytest.raises(ModelError):
            _fetch(address)
    with ModelServer() as server:
        assert _fetch(f"{server.origin}/files/a-64x64.png", local=True)
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
        assert _fetch(f"http://localhost:{port}/files/a-64x64.png", local=True)


@pytest.mark.real_time
def test_a_silent_server_is_not_asked_for_every_page() -> None:
    """Three calls in a row without an answer in time: the rest is not tried in this run."""
    with ModelServer.of("openai", key=KEY) as server:
        server.seconds = {PICTURES: 3.0}
        lane = Lane(2)

        async def many() -> list[object]:
            async def silent() -> None:
                server.calls.append(None)  # type: ignore[arg-type]
                await asyncio.sleep(9)

            calls = (lane.send(silent, IMAGE, 0.1) for _ in range(12))
            return list(await asyncio.gather(*calls, return_exceptions=True))

        results = asyncio.run(many())
        assert all(isinstance(result, UnknownOutcome) for result in results)
        assert len(server.calls) <= 4


@pytest.mark.real_time
def test_a_pause_ends_with_the_build() -> None:
    """Who waits to be asked later is let go at once when the build ends."""
    lane = Lane(2)

    async def stopped() -> None:
        async def busy() -> None:
            raise RateLimited("later", retry_after=60)

        waiting = asyncio.create_task(lane.send(busy, IMAGE, 5.0))
        await asyncio.sleep(0.1)
        lane.stop()
        with pytest.raises(RateLimited, match="later"):
            await asyncio.wait_for(waiting, 30)
        with pytest.raises(Unavailable, match="the build ended"):
            await lane.send(busy, IMAGE, 5.0)

    asyncio.run(stopped())


def test_fetching_is_tried_again() -> None:
    """Losing a picture that was paid for is worse than asking for it three times."""
    with ModelServer() as server:
        server.fail("/files/", status=503, times=2)
        assert _fetch(f"{server.origin}/files/a-64x64.png", local=True)
        assert len(server.calls) == 3
        server.fail("/files/", status=503, times=9)
        with pytest.raises(ModelError, match="may have been charged"):
            _fetch(f"{server.origin}/files/a-64x64.png", local=True)


def test_no_key_to_the_host_of_pictures(make: Make) -> None:
    """The key goes to the vendor, and not to where its pictures lie."""
    with ModelServer.of("aimlapi", key=KEY) as server:
        buy(make("aimlapi", base_url=server.url))
        (got,) = [c for c in server.calls if c.path.startswith("/files/")]
        assert KEY not in str(got.headers)


def test_trap_the_environment(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """SDK: OPENAI_BASE_URL, organization, project and headers of the environment are not taken."""
    monkeypatch.setenv("OPENAI_BASE_URL", "https://elsewhere.example/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-mine")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-of-mine")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: secret")
    with ModelServer.of("openai", key=KEY) as server:
        buy(make("openai", base_url=server.url))
        assert "of-mine" not in str(server.calls[0].headers)
        assert "x-mine" not in server.calls[0].headers


def test_trap_should_retry(make: Make) -> None:
    """SDK: a server that says x-should-retry does not decide how often we pay."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=500, headers={"x-should-retry": "true"}, times=9)
        with pytest.raises(UnknownOutcome):
            buy(make("openai", base_url=server.url))
        assert server.count(PICTURES) == 2


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n", b"hello", b"[]", b"null", b'{"data": 1}'])
def test_trap_a_200_that_is_none(make: Make, body: bytes) -> None:
    """SDK: a 200 that is no JSON comes back as text or null; here it is judged by its bytes."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, reply=Reply(body=body), times=9)
        if body.startswith(b"\x89PNG"):
            assert buy(make("openai", base_url=server.url)).data == body
        else:
            with pytest.raises(ModelError):
                buy(make("openai", base_url=server.url))


@pytest.mark.parametrize(
    "said", [{"error": "text"}, {"message": "text", "statusCode": 400}, {"detail": "text"}, "text"]
)
def test_trap_errors_of_other_shapes(make: Make, said: Any) -> None:
    """SDK: an error of another shape has no code and no message; here its words are found."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=400, body=said)
        with pytest.raises(ModelError, match="text"):
            buy(make("openai", base_url=server.url))


def test_trap_keys(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """SDK: a newline behind a key is sent, an umlaut breaks it; here neither happens."""
    with ModelServer.of("openai", key=KEY) as server:
        monkeypatch.setenv("TEST_KEY", f"{KEY}\n")
        buy(make("openai", base_url=server.url))
        monkeypatch.setenv("TEST_KEY", "schlüssel-123456")
        with pytest.raises(Exception, match="TEST_KEY") as raised:
            make("openai", base_url=server.url).ready()
        assert "schlüssel" not in str(raised.value)
        assert len(server.calls) == 1


LONG = "0123456789" * 8 + "tail"  # no shape by which a key is known


@pytest.mark.parametrize("vendor", WAYS)
@pytest.mark.parametrize("cut", [200, 84, 60, 20])
def test_a_key_that_is_repeated(
    make: Make, vendor: str, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that repeats the key, whole or cut short, does not get it into our lines."""
    monkeypatch.setenv("TEST_KEY", LONG)
    with ModelServer.of(vendor, key=LONG) as server:
        said = {"error": {"message": f"{'x' * 150} the key {LONG[:cut]}… is not meant for this"}}
        server.fail(WAYS[vendor], status=400, body=said, times=9)
        with pytest.raises(ModelError) as raised:
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert LONG[:6] not in str(raised.value)


@pytest.mark.parametrize(
    ("vendor", "body"),
    [
        ("openai", {"error": {"message": f"what is {LONG}\n?"}}),
        ("google", {"candidates": [{"content": {"parts": [{"text": f"what is {LONG}\n?"}]}}]}),
        ("pictory", {"success": False, "error": f"what is {LONG}\n?"}),
    ],
)
def test_a_key_that_a_good_answer_repeats(
    make: Make, vendor: str, body: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is not told either where the status is 200; and the line is one line."""
    monkeypatch.setenv("TEST_KEY", LONG)
    with ModelServer.of(vendor, key=LONG) as server:
        server.fail(WAYS[vendor], status=200, body=body, times=9)
        with pytest.raises(ModelError, match="what is") as raised:
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert LONG[:6] not in str(raised.value)
        assert "\n" not in str(raised.value)


@pytest.mark.usefixtures("key")
def test_a_forbidden_page_leaves_the_others() -> None:
    """One bare 403 may be about one prompt: the vendor's other pictures are still made."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=403, body="Forbidden")
        results = _many(server, ["gpt-image-2"], 6)
        assert sum(isinstance(r, Unauthorised) for r in results) == 1
        assert sum(not isinstance(r, Exception) for r in results) == 5


def test_trap_redirected_posts(make: Make) -> None:
    """SDK: a redirected POST would carry the article to another host; here it goes nowhere."""
    with ModelServer.of("openai", key=KEY) as server, ModelServer() as elsewhere:
        headers = {"Location": f"{elsewhere.origin}/v1/images/generations"}
        server.fail(PICTURES, status=307, headers=headers)
        with pytest.raises(ModelError, match="base_url"):
            buy(make("openai", base_url=server.url))
        assert elsewhere.calls == []


def test_a_proxy_has_no_business_on_this_machine(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server on loopback is spoken to directly, whatever proxy the environment names."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    for vendor in ("openai", "google"):
        with ModelServer.of(vendor, key=KEY) as server:
            buy(make(vendor, base_url=server.url))
            assert len(server.calls) == 1


def test_planning_loads_nothing_heavy(run_python: Callable[..., str]) -> None:
    """Looking vendors up, making models and planning load neither openai nor httpx nor Pillow."""
    code = """
import sys
from mkdocs_illustrate.models.catalog import vendors
from mkdocs_illustrate.models.protocols import ImageRequest
from mkdocs_illustrate.models.registry import Registry
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
registry = Registry(TimeoutSettings(), 8)
for v in vendors():
    if v.image and not v.free:
        model = registry.image(ImageSettings(provider=v.name, model=v.image.default or "m",
            base_url="https://x.example", options={"account": "a"}))
        model.plan(ImageRequest(prompt="boats"))
print({"openai", "httpx", "httpx2", "PIL", "resvg_py", "diskcache"} & set(sys.modules))
"""
    assert run_python(code).strip() == "set()"
