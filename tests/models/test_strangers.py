"""A vendor and a dialect that live in somebody else's package work like ours."""

from __future__ import annotations

import base64
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import ConfigError, ModelError
from mkdocs_illustrate.models import vendor_files
from mkdocs_illustrate.models.model_registry import check_models
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.settings import ImageSettings, Settings
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, buy, wanted

Make = Callable[..., ImageModel]
HERE = Path(__file__).parent / "stranger"


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package is there as if pip had put it there."""
    folder = tmp_path / "site-packages"
    shutil.copytree(HERE, folder)
    monkeypatch.syspath_prepend(folder)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for name in [name for name in sys.modules if name.startswith("house_pictures")]:
        del sys.modules[name]
    vendor_files.refresh()


def _draw(call: Call, server: ModelServer) -> Reply:
    size = (call.body["width"], call.body["height"])
    data = picture(call.body["words"], size)
    good = call.headers.get("x-brush-key") == server.key
    said = {"result": {"base64": base64.b64encode(data).decode()}}
    return Reply.json(said, status=200 if good else 401)


def _board(call: Call, server: ModelServer) -> Reply:
    if not server.accepts_key(call):
        return Reply(status=401)
    words = bytes.fromhex(call.body["words"]).decode()
    return Reply(body=picture(words).hex().encode())


def test_a_vendor_is_one_file(make: Make) -> None:
    """One YAML file over a dialect that is there: name, key, sizes and price are known."""
    with ModelServer(routes={"/draw/*": _draw}, key=KEY, base="") as server:
        model = make("brush", base_url=server.url)
        came = buy(model, wanted(size=(1000, 500)))
        (call,) = server.calls
        assert call.path == "/draw/brush-1"
        assert call.body == {"words": PROMPT, "width": 1008, "height": 504}
        assert (check(came.data).width, came.cost, model.prompt_limit) == (1008, 0.01, 900)


def test_a_dialect_is_one_file_more(make: Make) -> None:
    """One Python file and one line: repeats, errors and deadlines come from the house."""
    with ModelServer(routes={"/board": _board}, key=KEY, base="") as server:
        server.fail("/board", status=500)
        model = make("chalk", base_url=server.url)
        assert check(buy(model).data).width == 1024
        assert len(server.calls) == 2
        server.fail("/board", reply=Reply(body=b"no hex"), times=9)
        with pytest.raises(ModelError, match="no picture"):
            buy(make("chalk", base_url=server.url))


def test_it_is_known_everywhere() -> None:
    """Settings accept it, near misses find it, and the list of vendors has it."""
    check_models(Settings(image=ImageSettings(provider="chalk")))
    with pytest.raises(ConfigError, match="did you mean 'chalk'"):
        vendor_files.vendor("chalc")
    assert {"brush", "chalk"} <= {v.name for v in vendor_files.vendors()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: [", "parsing"),
        ("title: x\nbase: y", "base"),
        ("image: {dialect: posts, models: {m: {promt: 3}}}", "promt"),
        ("image: {dialect: posts, asks: {send: form}}", "send"),
        ("image: {dialect: jobs, how: {}}", "how"),
    ],
)
def test_a_file_that_is_wrong(tmp_path: Path, make: Make, text: str, words: str) -> None:
    """A mistake in a vendor's file is one line that says where."""
    (tmp_path / "site-packages/house_pictures/brush.yml").write_text(text)
    vendor_files.refresh()
    with pytest.raises(ConfigError, match=f"'brush' is wrong.*{words}") as raised:
        make("brush", model="m", base_url="https://x.example")
    assert "\n" not in str(raised.value)
