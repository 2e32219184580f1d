"""The vendors' own clients as oracles: they send what we send, and read what our test servers answer."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer
from tests.models.talk import PROMPT, Notes, buy, wanted

from . import asking

KEY = "sk-test-0123456789abcdef"
WISHES = yaml.safe_load(Path(__file__).with_name("wishes.yml").read_text("utf-8"))


def _installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:  # of google.genai, google
        return False


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a request by its dotted name."""
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield name, value
    else:
        for key, item in inner:
            yield from _flat(item, f"{name}.{key}")


def _fields(call: Call, server: ModelServer) -> dict[str, Any]:
    """What counts of a request: where it goes, the key, the kind of the body, each of its fields."""
    header, _ = server.key_header
    kind = call.headers.get("content-type", "").partition(";")[0]
    shown = {"method": call.method, "path": unquote(call.path), "key": call.headers.get(header), "kind": kind}
    return {**shown, **dict(_flat(call.body, "body"))}


def _ours(server: ModelServer, settings: Mapping[str, Any], seed: int | None) -> None:
    registry = Registry(TimeoutSettings(), 1)
    model = registry.image(ImageSettings(base_url=server.url, api_key_env="TEST_KEY", **settings))
    with no_pauses():
        assert buy(model, wanted(PROMPT, seed=seed), Notes()).data


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """What a client leaves open is swept up here, and is not counted against the next test."""
    yield
    gc.collect()


# Some clients never close their connections.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("wish", WISHES, ids=[wish["name"] for wish in WISHES])
def test_the_client_and_we_ask_alike(wish: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """For one wish a vendor's client and we send the same, field by field, but for what is explained."""
    package = wish.get("package", wish["client"])
    if not _installed(package):
        pytest.skip(f"{package} is not installed: pip install --group clients")
    monkeypatch.setenv("TEST_KEY", KEY)
    with ModelServer.of(wish["ours"]["provider"], key=KEY) as server:
        assert getattr(asking, wish["client"])(server, KEY, PROMPT, wish["told"]) > 10
        theirs = _fields(server.calls[0], server)
        server.calls.clear()
        _ours(server, wish["ours"], wish.get("seed"))
        ours = _fields(server.calls[0], server)
    names = sorted({*theirs, *ours})
    differ = {name: (theirs.get(name), ours.get(name)) for name in names if theirs.get(name) != ours.get(name)}
    assert differ.keys() == wish.get("differ", {}).keys(), differ


def test_every_difference_has_a_reason() -> None:
    """A difference between a client and us is explained on its line."""
    for wish in WISHES:
        assert all(len(reason.split()) > 5 for reason in wish.get("differ", {}).values()), wish["name"]
