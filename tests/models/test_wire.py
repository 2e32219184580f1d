"""The wire: packed and endless answers, keys that are repeated, what is loaded when."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mkdocs_illustrate.errors import BadAnswer, ModelError, Unauthorised
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import WAYS, Notes, buy

Make = Callable[..., ImageModel]


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
    ids=["bomb", "old bomb", "unknown", "not packed", "endless", "error"],
)
def test_a_packed_answer(
    make: Make, vendor: str, body: bytes, packing: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that unpacks into more than it may be is not read on; a small one is understood."""
    monkeypatch.setattr("mkdocs_illustrate.models.wire.openai_client.LARGEST_ANSWER", 1_000_000)
    monkeypatch.setattr("mkdocs_illustrate.models.wire.http_client.LARGEST_ANSWER", 1_000_000)
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
        where, route = next((w, r) for w, r in server.routes.items() if WAYS[vendor] in w or w in WAYS[vendor])

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
    monkeypatch.setattr("mkdocs_illustrate.models.wire.openai_client.LARGEST_ANSWER", 10_000)
    monkeypatch.setattr("mkdocs_illustrate.models.wire.http_client.LARGEST_ANSWER", 10_000)
    with ModelServer.of(vendor, key=KEY) as server:
        server.fail(WAYS[vendor], reply=Reply(body=b" " * 10_001), times=9)
        with pytest.raises(BadAnswer, match="longer than"):
            buy(make(vendor, base_url=server.url), notes=Notes())


LONG = "0123456789" * 8 + "tail"  # no shape by which a key is known


@pytest.mark.parametrize("vendor", WAYS)
@pytest.mark.parametrize("cut", [200, 84, 60, 20])
def test_a_key_that_is_repeated(make: Make, vendor: str, cut: int, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_a_key_that_a_good_answer_repeats(make: Make, vendor: str, body: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is not told either where the status is 200; and the line is one line."""
    monkeypatch.setenv("TEST_KEY", LONG)
    with ModelServer.of(vendor, key=LONG) as server:
        server.fail(WAYS[vendor], status=200, body=body, times=9)
        with pytest.raises(ModelError, match="what is") as raised:
            buy(make(vendor, base_url=server.url), notes=Notes())
        assert LONG[:6] not in str(raised.value)
        assert "\n" not in str(raised.value)


def test_a_proxy_has_no_business_on_this_machine(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
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
from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.models.protocols import ImageRequest
from mkdocs_illustrate.models.model_registry import Registry
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


def test_libraries_load_one_at_a_time(run_python: Callable[..., str]) -> None:
    """Threads that want httpx and what imports it load them one after the other: none sees half a module."""
    code = """
import sys, threading
from importlib.machinery import PathFinder
from mkdocs_illustrate.models.wire import connection

LOADS = (connection._load_http, connection._load_openai, connection._loaded_download)
ROOMS = {f"mkdocs_illustrate.models.wire.{name}" for name in ("http_client", "openai_client", "downloads")}
loading, met = set(), threading.Event()

class Slow:
    def find_spec(self, name, path=None, target=None):
        spec = PathFinder.find_spec(name, path) if name in ROOMS else None
        if spec is not None:
            load = spec.loader.exec_module
            spec.loader.exec_module = lambda module: slowly(lambda: load(module))
        return spec

def slowly(load):
    me = threading.get_ident()
    first = me not in loading
    loading.add(me)
    if len(loading) > 1:
        met.set()
    if first:
        met.wait(0.5)  # for another one, who may not come while this one loads
    load()
    if first:
        loading.discard(me)

sys.meta_path.insert(0, Slow())
threads = [threading.Thread(target=load) for load in LOADS]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(met.is_set())
"""
    assert run_python(code).strip() == "False"


def test_the_sdk_never_sees_half_of_httpx(run_python: Callable[..., str]) -> None:
    """The SDK looks into httpx wherever that is loaded: a download that loads it beside a call takes no answer away."""
    code = """
import asyncio, sys, threading
from importlib.machinery import PathFinder
from mkdocs_illustrate.models.wire import connection
from mkdocs_illustrate.models.wire.endpoint import Endpoint
from mkdocs_illustrate.testing.server import ModelServer

half, go_on = threading.Event(), threading.Event()

class Held:
    def find_spec(self, name, path=None, target=None):
        if name != "httpx._models" or threading.current_thread() is threading.main_thread():
            return None
        spec = PathFinder.find_spec(name, path)
        load = spec.loader.exec_module
        spec.loader.exec_module = lambda module: (half.set(), go_on.wait(60), load(module))
        return spec

sys.meta_path.insert(0, Held())
make = connection._load_openai()
other = threading.Thread(target=lambda: (connection._loaded_download(), half.set()))
other.start()
half.wait()

async def ask(url):
    client = make(Endpoint(base_url=url, key=lambda: "test-key"), {})
    body = {"model": "m", "messages": [{"role": "user", "content": "a boat"}]}
    return len(await client.send("/chat/completions", body, {})) > 0

try:
    with ModelServer() as server:
        print(asyncio.run(ask(server.url)))
finally:
    go_on.set()
    other.join()
"""
    assert run_python(code).strip() == "True"
