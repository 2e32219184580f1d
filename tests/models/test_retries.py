"""A vendor's queue: repeats counted at the server, deadlines, and when it is closed."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable
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
from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import ImageModel, NoJournal
from mkdocs_illustrate.models.wire.paid_calls import paid_by
from mkdocs_illustrate.models.wire.retries import IMAGE
from mkdocs_illustrate.models.wire.vendor_queue import VendorQueue
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PICTURES, WAYS, Notes, buy, wanted

Make = Callable[..., ImageModel]
HALF = Reply(body=b'{"da', headers={"Content-Length": "999"}, close=True)
QUOTA = {"error": {"code": "insufficient_quota", "message": "You exceeded your current quota"}}


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
        ({"status": 429, "headers": {"Retry-After": "1"}}, 3, RateLimited),
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
)
def test_repeats(make: Make, vendor: str, fault: dict[str, Any], sends: int, error: type[ModelError]) -> None:
    """What may have been charged is sent once more at most; 429 while `timeout.job` lasts; other 4xx never."""
    with ModelServer.of(vendor, key=KEY) as server:
        server.fail(WAYS[vendor], times=99, **fault)
        with pytest.raises(error):
            buy(make(vendor, base_url=server.url, timeout={"job": 2.5}), notes=Notes())
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
        registry.image(ImageSettings(provider="openai", model=m, base_url=server.url, api_key_env="TEST_KEY"))
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
def test_a_closed_vendor(status: int) -> None:
    """After a wrong key or an empty account a vendor is not asked again, whatever the model.

    A bare 403 may be about one page's prompt: it takes a second one.
    """
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=status, times=999)
        results = _many(server, ["gpt-image-2", "gpt-image-2.5-flare"], 20)
        assert all(isinstance(r, ModelError) for r in results)
        assert server.count(PICTURES) <= (5 if status == 403 else 4)  # those under way already


@pytest.mark.usefixtures("key")
def test_a_forbidden_page_leaves_the_others() -> None:
    """One bare 403 may be about one prompt: the vendor's other pictures are still made."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=403, body="Forbidden")
        results = _many(server, ["gpt-image-2"], 6)
        assert sum(isinstance(r, Unauthorised) for r in results) == 1
        assert sum(not isinstance(r, Exception) for r in results) == 5


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
        server.seconds[PICTURES] = 0.5
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
        assert time.monotonic() - began < 20.0  # of the hundred that it would take
        assert server.count(WAYS[vendor]) == 2


@pytest.mark.real_time
def test_a_silent_server_is_not_asked_for_every_page() -> None:
    """Three calls in a row without an answer in time: the rest is not tried in this run."""
    with ModelServer.of("openai", key=KEY) as server:
        server.seconds = {PICTURES: 3.0}
        queue = VendorQueue(2)

        async def many() -> list[object]:
            async def silent() -> None:
                server.calls.append(None)  # type: ignore[arg-type]
                await asyncio.sleep(9)

            calls = (queue.send(silent, IMAGE, 0.1) for _ in range(12))
            return list(await asyncio.gather(*calls, return_exceptions=True))

        results = asyncio.run(many())
        assert all(isinstance(result, UnknownOutcome) for result in results)
        assert len(server.calls) <= 4


@pytest.mark.real_time
def test_a_pause_ends_with_the_build() -> None:
    """Who waits to be asked later is let go at once when the build ends."""
    queue = VendorQueue(2)

    async def stopped() -> None:
        async def busy() -> None:
            raise RateLimited("later", retry_after=60)

        waiting = asyncio.create_task(queue.send(busy, IMAGE, 5.0))
        await asyncio.sleep(0.1)
        queue.stop()
        with pytest.raises(RateLimited, match="later"):
            await asyncio.wait_for(waiting, 30)
        with pytest.raises(Unavailable, match="the build ended"):
            await queue.send(busy, IMAGE, 5.0)

    asyncio.run(stopped())


def test_the_build_ends_while_a_call_is_noted() -> None:
    """To note a call takes a while: if the build ends meanwhile, it is not sent, and surely not charged."""
    queue, ends, sent = VendorQueue(2), [], []

    class Noting:
        mark = ""

        async def before(self) -> None:
            queue.stop()

        def after(self, error: ModelError | None) -> None:
            ends.append(error is not None and error.maybe_charged)

    async def call() -> None:
        sent.append("sent")

    async def asked() -> None:
        with paid_by(Noting()), pytest.raises(Unavailable, match="the build ended"):  # type: ignore[arg-type]
            await queue.send(call, IMAGE, 5.0)

    asyncio.run(asked())
    assert (sent, ends) == ([], [False])
