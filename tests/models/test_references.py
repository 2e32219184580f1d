"""Pictures whose manner is followed, sent to every vendor whose row says how; the others get the style in words."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from mkdocs_illustrate.errors import BadRequest, ConfigError
from mkdocs_illustrate.models.given_pictures import with_named_style
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.references import Reference
from mkdocs_illustrate.studio.keys import order_key
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]


def shown(words: str, kind: str = "PNG", data: bytes = b"") -> Reference:
    """A picture as a house style names it."""
    data = data or picture(words, (96, 64), kind)
    return Reference(name=f"{words}.{kind.lower()}", data=data, sha256=hashlib.sha256(data).hexdigest())


ONE, TWO = shown("one"), shown("two", "WEBP")


def _base64(reference: Reference) -> str:
    return base64.b64encode(reference.data).decode()


def test_openai_takes_files(make: Make) -> None:
    """They go as files of a form to where edits go, and words behind the prompt say that only the manner is meant."""
    with ModelServer.of("openai", key=KEY) as server:
        buy(make("openai", base_url=server.url), wanted(references=(ONE, TWO), strength=0.5))
        (call,) = server.calls
        assert call.path == "/v1/images/edits"
        assert server.state["inputs"] == [ONE.data, TWO.data]
        (prompt,) = (call.form or {})["prompt"]
        assert str(prompt).startswith(f"{PROMPT} The pictures given along show a manner and no matter")


def test_google_takes_parts(make: Make) -> None:
    """They are parts beside the prompt."""
    with ModelServer.of("google", key=KEY) as server:
        buy(make("google", base_url=server.url), wanted(references=(ONE, TWO)))
        assert [base64.b64decode(given["data"]) for given in server.state["inputs"]] == [ONE.data, TWO.data]
        assert [given["mimeType"] for given in server.state["inputs"]] == ["image/png", "image/webp"]


@pytest.mark.parametrize(
    ("model", "given"),
    [
        ("flux-2-pro", {"input_image": _base64(ONE), "input_image_2": _base64(TWO)}),
        ("flux-3-image", {"images": [_base64(ONE), _base64(TWO)]}),
    ],
)
def test_flux_takes_numbered_ones(make: Make, model: str, given: dict[str, Any]) -> None:
    """They are numbered inputs, or a list, as for edits."""
    with ModelServer.of("bfl", key=KEY) as server:
        buy(make("bfl", model=model, base_url=server.url), wanted(references=(ONE, TWO)), Notes())
        body = next(call.body for call in server.calls if call.method == "POST")
        assert {name: value for name, value in body.items() if name in given} == given
        assert "manner and no matter" in body["prompt"]


def test_ideogram_takes_pictures_of_a_style(make: Make) -> None:
    """They go as style reference images, beside a plain prompt; more than ten megabytes are refused before."""
    with ModelServer.of("ideogram", key=KEY) as server:
        buy(make("ideogram", base_url=server.url), wanted(references=(ONE, TWO)))
        (call,) = server.calls[:1]
        assert server.state["inputs"] == [ONE.data, TWO.data]
        assert (call.form or {})["prompt"] == [PROMPT]
        large = tuple(shown(str(n), data=bytes(6_000_000)) for n in range(2))
        with pytest.raises(ConfigError, match="takes 10 MB of references at most"):
            make("ideogram", base_url=server.url).plan(wanted(references=large))
        with pytest.raises(BadRequest, match="style_codes"):
            buy(
                make("ideogram", base_url=server.url, options={"style_codes": "0A1B2C3D"}),
                wanted(references=(ONE,)),
            )


@pytest.mark.parametrize(("strength", "sent"), [(None, None), (0.0, "0.0"), (0.25, "0.25"), (1.0, "1.0")])
def test_stability_follows_one(make: Make, strength: float | None, sent: str | None) -> None:
    """Control style takes one picture, and a fidelity if somebody gave a strength; without a picture it can't draw."""
    with ModelServer.of("stability", key=KEY) as server:
        model = make("stability", model="control-style", base_url=server.url)
        buy(model, wanted(references=(ONE, TWO), strength=strength))
        (call,) = server.calls
        form = dict(call.form or {})
        assert call.path == "/v2beta/stable-image/control/style"
        assert (server.state["inputs"], form.get("fidelity")) == ([ONE.data], sent and [sent])
        assert form["aspect_ratio"] == ["3:2"]
        with pytest.raises(ConfigError, match="a house style with `references`"):
            model.plan(wanted())


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [
        ("recraftv3", 5, {"style": ["digital_illustration"]}),
        ("recraftv4_styles", 10, {"model": ["recraftv4_styles"]}),
        ("recraftv4_styles_vector", 10, {"model": ["recraftv4_styles_vector"]}),
    ],
)
def test_recraft_makes_a_style_first(make: Make, name: str, most: int, said: dict[str, list[str]]) -> None:
    """The style is made of the pictures by a form, and each picture names it; the key stands on the pictures alone."""
    pictures = tuple(shown(str(n)) for n in range(most + 2))
    with ModelServer.of("recraft", key=KEY) as server:
        model: Any = make("recraft", model=name, base_url=server.url)
        order = model.plan(wanted(references=pictures))

        async def both() -> None:
            try:
                style = await model.style_named(order.first)
                await model.run(with_named_style(order, style), Notes())
            finally:
                await model.close()

        asyncio.run(both())
        first, second = server.calls
        form = {n: values for n, values in (first.form or {}).items() if not n.startswith("file")}
        assert (first.path, form) == ("/v1/styles", said)
        assert server.state["inputs"] == [p.data for p in sorted(pictures[:most], key=lambda p: _file(p, pictures))]
        assert second.body["style_id"] == server.state["styles"][0]
        assert second.body["style_id"] not in json.dumps(order.body)


def _file(reference: Reference, pictures: tuple[Reference, ...]) -> str:
    return f"file{pictures.index(reference) + 1}"  # the server sorts by name: file1, file10, file2


def test_recraft_refuses_a_style_of_others(make: Make) -> None:
    """A style that it did not make is not found; one that an author names by `options` is sent, and none is made."""
    with ModelServer.of("recraft", key=KEY) as server:
        model = make("recraft", base_url=server.url, options={"style_id": "b1c2"})
        assert model.plan(wanted(references=(ONE,))).first is None
        with pytest.raises(BadRequest, match="style b1c2 is not found"):
            buy(model, wanted(references=(ONE,)))


WORKFLOW = {
    "1": {"class_type": "LoadImage", "inputs": {"image": "{reference}"}},
    "2": {"class_type": "LoadImage", "inputs": {"image": "{reference_2}"}},
    "3": {"class_type": "IPAdapter", "inputs": {"image": ["1", 0], "more": ["2", 0], "weight": "{strength}"}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "{prompt}", "seed": "{seed}"}},
    "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x", "images": ["3", 0]}},
}


def test_comfyui_fills_slots(make: Make, tmp_path: Path) -> None:
    """They are uploaded once, and stand in the workflow's slots by their files; too few begin anew."""
    (tmp_path / "flow.json").write_text(json.dumps(WORKFLOW), "utf-8")
    with ModelServer.of("comfyui") as server:
        model = make("comfyui", base_url=server.url, options={"workflow": WORKFLOW}, api_key_env=None)
        buy(model, wanted(references=(ONE, TWO), strength=0.4), Notes())
        buy(model, wanted(references=(TWO,)), Notes())
        assert server.count("/upload/image") == 2
        one, two = (call.body["prompt"] for call in server.asked("/prompt"))
        files = [f"illustrate/{r.sha256[:16]}/picture.{k}" for r, k in ((ONE, "png"), (TWO, "webp"))]
        assert [one[n]["inputs"]["image"] for n in "12"] == files
        assert [two[n]["inputs"]["image"] for n in "12"] == [files[1], files[1]]
        assert (one["3"]["inputs"]["weight"], two["3"]["inputs"]["weight"]) == (0.4, 0.7)
        assert server.state["uploads"][files[0]] == ONE.data


FOLLOWING = {
    "openai": (None, 16),
    "google": (None, 14),
    "bfl": ("flux-2-max", 8),
    "ideogram": (None, 10),
    "stability": ("control-style", 1),
    "recraft": (None, 5),
}


@pytest.mark.parametrize("name", FOLLOWING)
def test_they_count_by_their_bytes(make: Make, name: str) -> None:
    """Other bytes are another key, in any order; the order holds hashes, and a name of a file nowhere."""
    model, most = FOLLOWING[name]
    made: Any = make(name, model=model, base_url="http://127.0.0.1:9")
    renamed = Reference(name="other.png", data=ONE.data, sha256=ONE.sha256)
    orders = [made.plan(wanted(references=given)) for given in ((ONE,), (TWO,), (renamed,))]
    keys = [order_key(order) for order in orders]
    assert keys[0] == keys[2] != keys[1]
    assert made.most_references == most
    assert ONE.name not in json.dumps(orders[0].body)
    assert len(json.dumps(orders[0].body)) < 1500


@pytest.mark.parametrize("name", [v.name for v in vendors() if v.image and v.name not in {*FOLLOWING, "comfyui"}])
def test_who_takes_none_gets_words(make: Make, name: str) -> None:
    """The order is the same with pictures and without."""
    options = {"account": "a"} if name == "cloudflare" else {}
    made: Any = make(name, model="m", base_url="http://127.0.0.1:9", options=options)
    if getattr(made, "most_references", 0) == 0:
        assert made.plan(wanted(references=(ONE,), strength=1.0)).body == made.plan(wanted()).body


def test_what_came_along_stays_here(make: Make) -> None:
    """A photo goes without its EXIF, as the kind that it is; the key is still that of the file."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    kept = io.BytesIO()
    Image.new("RGB", (96, 64), "red").save(kept, "JPEG", exif=exif)
    photo = shown("photo", "JPEG", kept.getvalue())
    with ModelServer.of("openai", key=KEY) as server:
        buy(make("openai", base_url=server.url), wanted(references=(photo,)))
        (sent,) = server.state["inputs"]
    assert (b"Exif" in photo.data, b"Exif" in sent) == (True, False)
    assert sent.startswith(b"\xff\xd8")
    assert Image.open(io.BytesIO(sent)).size == (64, 96)


@pytest.mark.parametrize(
    ("name", "model", "plain", "each"),
    [
        ("openai", "gpt-image-2", 0.053, 0.008),
        ("google", "gemini-3-pro-image", 0.134, 0.0011),
        ("bfl", "flux-2-flex", 0.05, 0.06),
        ("ideogram", None, 0.06, 0.0),
    ],
)
def test_the_price_knows_them(make: Make, name: str, model: str | None, plain: float, each: float) -> None:
    """Each picture that goes along costs what the row says."""
    made = make(name, model=model, base_url="http://127.0.0.1:9")
    assert made.plan(wanted()).price == plain
    assert made.plan(wanted(references=(ONE, TWO))).price == pytest.approx(plain + 2 * each)
