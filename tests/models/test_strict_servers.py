"""The test servers refuse what the real ones refuse, and in their words."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from mkdocs_illustrate.errors import BadRequest, Retired
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.vendor_files import load, vendor, vendors
from mkdocs_illustrate.testing.limit_rules import takes
from mkdocs_illustrate.testing.limits import Limits
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .strict_cases import BAD, GOOD
from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]
NAMES = sorted(
    file.name.removesuffix(".yml") for file in files("mkdocs_illustrate.testing").joinpath("limits").iterdir()
)
TODAY = date(2026, 11, 21)  # of the facts in limits/


def _post(server: ModelServer, path: str, body: Any) -> tuple[int, Any]:
    header, before = server.key_header
    headers = {header: f"{before}{KEY}", "Content-Type": "application/json", "User-Agent": "test"}
    request = urllib.request.Request(f"{server.url}{path}", json.dumps(body).encode(), headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def _send(name: str, change: dict[str, Any], path: str = "") -> tuple[int, Any]:
    """Ask for the good thing, changed; a value of None leaves a field out."""
    where, body = GOOD[name]
    body = {key: value for key, value in {**body, **change}.items() if value is not None}
    if name == "replicate":
        body = {"input": body}
    if name == "google":
        parts = {"contents": [{"parts": [{"text": PROMPT}]}]}
        body = {**parts, "generationConfig": {"imageConfig": change}}
    with ModelServer.of(name, key=None if name == "sdwebui" else KEY) as server:
        return _post(server, path or where, body)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_right_is_taken(name: str) -> None:
    """A plain request is answered: else the refusals below would show nothing."""
    status, said = _send(name, {})
    assert status in {200, 201}, said


@pytest.mark.parametrize(("name", "change"), BAD)
def test_what_is_wrong_is_refused(name: str, change: dict[str, Any]) -> None:
    """A value, a field or a model that the real one would not take is an error, with a reason."""
    status, said = _send(name, change)
    assert 400 <= status < 500
    assert len(json.dumps(said)) > 20


@pytest.mark.parametrize(
    ("model", "image", "status"),
    [
        ("gemini-3-pro-image", {"imageSize": "4K"}, 200),
        ("gemini-3-pro-image", {"imageSize": "512"}, 400),
        ("gemini-3-pro-image", {"imageSize": "1k"}, 400),
        ("gemini-3-pro-image", {"aspectRatio": "1:8"}, 400),
        ("gemini-3.1-flash-image", {"imageSize": "512", "aspectRatio": "1:8"}, 200),
        ("gemini-3.1-flash-image", {"aspectRatio": "7:3"}, 400),
        ("gemini-3.1-flash-image", {"size": "1024x1024"}, 400),
        ("gemini-3-pro-image-preview", {}, 404),
        ("gemini-3.1-flash-image-preview", {}, 404),
        ("gemini-9-image", {}, 404),
    ],
)
def test_gemini_model_by_model(model: str, image: dict[str, str], status: int) -> None:
    """Levels and ratios are those of the model; one that is retired is not found."""
    came, said = _send("google", image, f"/models/{model}:generateContent")
    assert came == status, said
    assert status == 200 or said["error"]["code"] == status


@pytest.mark.parametrize(
    ("name", "model", "successor"),
    [
        ("openai", "dall-e-3", "gpt-image-2.5-flare"),
        ("openai", "gpt-image-1", "gpt-image-2.5-flare"),
        ("google", "gemini-3-pro-image-preview", "gemini-3-pro-image"),
        ("google", "gemini-3.1-flash-image-preview", "gemini-3.1-flash-image"),
        ("xai", "grok-imagine-image-pro", "grok-imagine-image-2.0"),
    ],
)
def test_who_asks_for_a_retired_model(make: Make, name: str, model: str, successor: str) -> None:
    """The server knows it no more, and the line says what came after."""
    with ModelServer.of(name, key=KEY) as server:
        with pytest.raises(Retired, match=f"use {re.escape(successor)} instead") as raised:
            buy(make(name, model=model, base_url=server.url))
        assert raised.value.status == 404
        assert len(server.calls) == 1


@pytest.mark.parametrize("name", ["openai", "aimlapi", "pictory", "bfl", "fal", "replicate"])
def test_a_misspelt_option(make: Make, name: str) -> None:
    """An option that the vendor would not take is one line that names it, and is not repeated."""
    wrong = {"replicate": {"num_outputs": 99}, "fal": {"num_images": 99}}.get(name, {"glow": 1})
    with ModelServer.of(name, key=KEY) as server:
        with pytest.raises(BadRequest, match=next(iter(wrong))):
            buy(make(name, base_url=server.url, options=wrong), notes=Notes())
        assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("name", "change", "place", "words"),
    [
        ("openai", {"n": 50}, ("error", "param"), "n"),
        ("openai", {"model": "dall-e-3"}, ("error", "code"), "model_not_found"),
        ("openai", {"glow": 1}, ("error", "code"), "unknown_parameter"),
        ("aimlapi", {"glow": 1}, ("message",), "Body validation error"),
        ("xai", {"size": "1024x1024"}, ("error",), "Argument not supported: size"),
        ("openrouter", {"glow": 1}, ("error", "message"), "glow"),
        ("sdcpp", {"glow": 1}, ("error",), "glow"),
        ("bfl", {"width": 1}, ("detail", 0, "loc", 1), "width"),
        ("fal", {"num_images": 9}, ("detail", 0, "loc", 1), "num_images"),
        ("replicate", {"num_outputs": 9}, ("detail",), "num_outputs"),
        ("pictory", {"style": "x"}, ("fields", 0, "name"), "style"),
        ("cloudflare", {"steps": 9}, ("errors", 0, "message"), "steps"),
    ],
)
def test_each_refuses_in_its_own_shape(name: str, change: dict[str, Any], place: tuple[Any, ...], words: str) -> None:
    """What is wrong stands where the vendor would write it."""
    said: Any = _send(name, change)[1]
    for step in place:
        said = said[step]
    assert words in said


@pytest.mark.parametrize("name", NAMES)
def test_limits_are_sound(name: str) -> None:
    """Each file of limits is one of a server's, and its rules can be asked."""
    limits = Limits.of(name)
    load(
        files("mkdocs_illustrate.testing").joinpath(f"limits/{name}.yml").read_text("utf-8")
    )  # the same to all readers
    assert vendor(name).image
    for family in (*limits.families, *limits.edits):
        assert family.of
        assert set(family.needs) <= {*family.fields, "prompt"}
        assert not any(takes(rule, object()) for rule in family.fields.values() if rule)


@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("core", {}, None),
        ("core", {"seed": 2**32 - 1}, "seed"),
        ("core", {"model": "sd3.5-large"}, "model"),
        ("core", {"style_preset": "baroque"}, "style_preset"),
        ("core", {"aspect_ratio": "4:3"}, "aspect_ratio"),
        ("core", {"image": b"x"}, "image"),
        ("ultra", {"image": b"x"}, "strength"),
        ("sd3", {"output_format": "webp"}, "output_format"),
        ("sd3", {"model": "sd3-large"}, "model"),
        ("sd3", {"image": b"x", "mode": "image-to-image", "strength": 0.6}, None),
        ("sd3", {"image": b"x"}, "mode"),
        ("sd3", {"mode": "image-to-image", "strength": 0.6}, "image"),
        ("sd4", {}, "model"),
    ],
)
def test_stability_kind_by_kind(kind: str, change: dict[str, Any], field: str | None) -> None:
    """What one kind of Stability's takes another one refuses."""
    wrong = Limits.of("stability").wrong(kind, {"prompt": PROMPT, **change})
    assert (wrong and wrong.field) == field


@pytest.mark.parametrize(
    ("inputs", "good"),
    [
        ({"ckpt_name": "here.safetensors"}, True),
        ({"ckpt_name": "elsewhere.safetensors"}, False),
        ({"width": 1001}, False),
        ({"seed": 2**64}, False),
        ({"model": ["1", 0]}, True),
        ({"model": ["7", 0]}, False),
    ],
)
def test_comfy_looks_at_its_nodes(inputs: dict[str, Any], good: bool) -> None:
    """A file that is not there, a size off the grid, a link to nowhere: it does not run."""
    with ModelServer.of("comfyui") as server:
        server.state["checkpoints"] = ["here.safetensors"]
        body = {"prompt": {"1": {"class_type": "X", "inputs": inputs}}}
        assert _post(server, "/prompt", body)[0] == (200 if good else 400)


# What the limits speak of, where that is not the whole body.
INNER = {
    "google": lambda body: body["generationConfig"].get("imageConfig", {}),
    "replicate": lambda body: body["input"],
    "huggingface": lambda body: body["parameters"],
}
ROWS = [
    pytest.param(v.name, name, id=f"{v.name}-{name}")
    for v in vendors()
    if v.image and v.name in NAMES
    for name, row in v.image.models.items()
    if not row.retired(TODAY)
]


def _one_of(pattern: str) -> str:
    """A model that a row's name stands for, where that is a pattern."""
    known = {"*:*": "someone/ink:0123abcd", "*sdxl*:*": "someone/sdxl-ink:0123abcd"}
    return known.get(
        pattern, pattern.replace("*/stable", "someone/stable").replace(":*", ":0123").replace("2-*", "2-dev")
    )


@pytest.mark.parametrize(("name", "model"), ROWS)
def test_every_row_sends_what_is_taken(make: Make, name: str, model: str) -> None:
    """Whatever size, seed and quality an author asks for, the vendor has nothing against it."""
    role = vendor(name).image
    assert role
    limits, inner = Limits.of(name), INNER.get(name, dict)
    row, model = role.models[model], _one_of(model)
    start = (picture("start", (64, 64)),) if model.endswith(("/edit", "/multi")) else ()  # such models do nothing else
    for size in (None, (16, 9), (1, 1), (3, 1), (1536, 1024), (640, 1600), (4096, 4096), (64, 64)):
        for quality in (None, *row.quality):
            where = {"base_url": "https://x.example", "options": {"account": "a", **dict.fromkeys(row.needs, "x")}}
            made = make(name, model=model, quality=quality, **where)
            order = made.plan(wanted(size=size, seed=2**32 - 1, images=start))
            body = {k: v for k, v in inner(order.body).items() if k != "account"}
            named = order.path.rpartition("/")[2] if name == "stability" else model
            assert limits.wrong(named, body) is None, body
