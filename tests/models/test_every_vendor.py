"""The contract: what holds for every vendor that is registered, ours and others'."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mkdocs_illustrate.errors import ModelError, NotAllowed, Refused, Unauthorised
from mkdocs_illustrate.models.protocols import ChatModel, ImageModel
from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.models.vendor_records import Vendor
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.testing.answers import FORBIDDEN
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, Notes, ask, buy, wanted

Make = Callable[..., ImageModel]

CHAT_DOORS = {"azure": ("api-key", "")}
PAID = [v for v in vendors() if v.image and not v.free and not v.by_hand]
CHAT = [v for v in vendors() if v.chat and not v.free]
OPTIONS = {"cloudflare": {"account": "a1"}}


def _named(v: Vendor) -> str:
    return v.name


def _model(make: Make, v: Vendor, server: ModelServer, **more: object) -> ImageModel:
    assert v.image
    more = {"model": v.image.default or "any-model", "base_url": server.url, **more}
    return make(v.name, options=OPTIONS.get(v.name, {}), **more)


@pytest.mark.parametrize("v", PAID, ids=_named)
def test_a_picture(make: Make, v: Vendor) -> None:
    """Each vendor's default model makes a picture at a server that is as strict as the real one."""
    with ModelServer.of(v.name, key=KEY) as server:
        picture = buy(_model(make, v, server), notes=Notes())
        seen = check(picture.data)
        assert seen.width > 200
        assert any(call.method == "POST" for call in server.calls)
        agents = {call.headers.get("user-agent", "") for call in server.calls if call.method == "POST"}
        assert agents == {"mkdocs-illustrate"}


@pytest.mark.parametrize("v", PAID, ids=_named)
def test_a_plan_is_pure(make: Make, v: Vendor) -> None:
    """A plan is the same twice, JSON, and holds no key, address or timeout; nothing is sent."""
    with ModelServer.of(v.name, key=KEY) as server:
        one, two = (_model(make, v, server) for _ in range(2))
        order = one.plan(wanted(seed=7))
        text = json.dumps([order.vendor, order.path, order.body])
        assert order == two.plan(wanted(seed=7))
        assert KEY not in text
        assert server.origin not in text
        assert PROMPT in text
        assert server.calls == []
        assert one.plan(wanted(prompt="another")) != order


@pytest.mark.parametrize("v", PAID, ids=_named)
def test_every_row_is_taken(make: Make, v: Vendor) -> None:
    """For each row any size, any seed and any quality of its own make an order."""
    assert v.image
    for name, row in v.image.models.items():
        for size in (None, (16, 9), (1, 1), (3, 1), (1536, 1024), (640, 1600), (4096, 4096)):
            for quality in (None, *row.quality):
                options = {**OPTIONS.get(v.name, {}), **dict.fromkeys(row.needs, "x")}
                model = make(v.name, model=name, quality=quality, base_url="https://x.example", options=options)
                order = model.plan(wanted(size=size, seed=2**32 - 1))
                assert quality is None or quality in order.body.values()
                assert order.price is None or order.price >= 0.0


@pytest.mark.parametrize("v", [v for v in PAID if v.name != "comfyui"], ids=_named)
def test_a_wrong_key(make: Make, v: Vendor) -> None:
    """A wrong key is asked with once, is called that, and is never repeated in words."""
    with ModelServer.of(v.name, key="another") as server:
        model = _model(make, v, server)
        with pytest.raises(Unauthorised) as raised:
            buy(model, notes=Notes())
        assert len(server.calls) == 1
        assert KEY not in f"{raised.value!r} {raised.value} {model!r} {vars(model)!r}"


@pytest.mark.parametrize("v", PAID, ids=_named)
def test_no_key(make: Make, v: Vendor) -> None:
    """Without its key a vendor is not ready, and the line says which variable to set."""
    model = make(v.name, model="m", base_url="https://x.example", api_key_env="NOT_SET_KEY")
    with pytest.raises(NotAllowed, match="NOT_SET_KEY"):
        model.ready()


@pytest.mark.parametrize("v", [v for v in PAID if v.needs_key], ids=_named)
def test_the_usual_variable(v: Vendor) -> None:
    """A vendor that wants a key has a variable for it, of the usual kind."""
    assert re.fullmatch(r"[A-Z_][A-Z0-9_]*", v.api_key_env)


@pytest.mark.parametrize(
    "v",
    [v for v in PAID if v.name not in {"sdwebui", "comfyui", "huggingface", "cloudflare"}],
    ids=_named,
)
def test_a_refusal(make: Make, v: Vendor) -> None:
    """What a vendor's rules forbid is called that, and is not asked for again."""
    with ModelServer.of(v.name, key=KEY) as server:
        with pytest.raises(ModelError) as raised:
            buy(_model(make, v, server), wanted(f"{PROMPT} and {FORBIDDEN}"), Notes())
        submitted = [call for call in server.calls if call.method == "POST"]
        assert len(submitted) == 1
        if v.name not in {"pictory", "replicate"}:  # these call it a failed job, and say no more
            assert isinstance(raised.value, Refused)


@pytest.mark.parametrize("v", PAID, ids=_named)
def test_the_key_is_echoed(make: Make, v: Vendor) -> None:
    """A server that repeats the key in its error does not get it into ours."""
    with ModelServer.of(v.name, key=KEY) as server:
        said = {"error": {"message": f"no: {KEY} Authorization: Bearer {KEY} Key {KEY}"}}
        server.fail("/", status=400, body=said, times=9)
        with pytest.raises(ModelError) as raised:
            buy(_model(make, v, server), notes=Notes())
        chained = [raised.value, raised.value.__cause__, raised.value.__context__]
        assert KEY not in " ".join(f"{e!r} {e}" for e in chained)


@pytest.mark.parametrize("v", CHAT, ids=_named)
def test_a_brief(make_chat: Callable[..., ChatModel], v: Vendor) -> None:
    """Each vendor's chat role answers in OpenAI's dialect, at its own path and with its own key."""
    assert v.chat
    name = v.name if v.image else "openai-compatible"
    with ModelServer.of(name, key=KEY) as server:
        server.base, server.key_header = "", CHAT_DOORS.get(v.name, ("authorization", "Bearer "))
        model = make_chat(v.name, model="any-model", base_url=server.url, options=OPTIONS.get(v.name, {}))
        assert "prompt" in json.loads(ask(model).text)
        (call,) = server.calls
        assert call.path == v.chat.path.replace("{account}", "a1")
        assert "account" not in call.body


@pytest.mark.parametrize("v", vendors(), ids=_named)
def test_the_rows_are_sound(v: Vendor) -> None:
    """Dates are dates, prices have one, a retired model names a successor that is there."""
    for role in filter(None, (v.image, v.chat)):
        assert role.default == "" or not role.row(role.default).retired(date(2026, 11, 27))
        for name, row in role.models.items():
            assert row.name == name
            prices = replace(row.price, as_of="")
            if any((prices.picture, prices.by_level, prices.tokens, prices.credits)):
                assert date.fromisoformat(row.price.as_of) <= date(2026, 11, 27)
            if row.retired(date(2026, 11, 27)):
                assert row.successor
                if v.name in {"openai", "google", "xai"}:
                    assert not role.row(row.successor).retires or not role.row(row.successor).retired(
                        date(2026, 11, 27)
                    )
    assert v.docs.startswith("https://")
