"""A picture to start from, sent to every vendor whose row says that it takes one."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_illustrate.errors import ConfigError
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]
START, MASK = picture("start", (64, 64)), picture("mask", (64, 64))
CODED = base64.b64encode(START).decode()
DATA = f"data:image/png;base64,{CODED}"


@pytest.mark.parametrize(
    ("vendor", "model", "path"),
    [
        ("aimlapi", "openai/gpt-image-2", "/v1/images/edits"),
        ("sdcpp", None, "/v1/images/edits"),
        ("openai-compatible", "my-own", "/v1/images/edits"),
    ],
)
def test_edits_by_form(make: Make, vendor: str, model: str | None, path: str) -> None:
    """These take the picture and the mask as files of a form; the rest stands beside them."""
    with ModelServer.of(vendor, key=KEY) as server:
        made = make(vendor, model=model, base_url=server.url)
        came = buy(made, wanted(images=(START,), mask=MASK))
        assert check(came.data).width > 200
        (call,) = [call for call in server.calls if call.method == "POST"]
        assert call.path == path
        assert (server.state["inputs"], server.state["mask"]) == ([START], [MASK])
        assert call.form is not None
        assert call.form["prompt"] == [PROMPT]


@pytest.mark.parametrize(
    ("vendor", "model", "place", "sent"),
    [
        ("bfl", "flux-2-pro", "input_image", CODED),
        ("replicate", "black-forest-labs/flux-dev", "image", DATA),
        ("fal", "fal-ai/flux/dev/image-to-image", "image_url", DATA),
    ],
)
def test_edits_in_a_job(make: Make, vendor: str, model: str, place: str, sent: str) -> None:
    """A job gets the picture inside its JSON, and is followed as any other."""
    with ModelServer.of(vendor, key=KEY) as server:
        notes = Notes()
        came = buy(make(vendor, model=model, base_url=server.url), wanted(images=(START,)), notes)
        (call,) = [call for call in server.calls if call.method == "POST"]
        body: Any = call.body.get("input", call.body)
        assert body[place] == sent
        assert body["prompt"] == PROMPT
        assert check(came.data).width > 200
        assert len(notes.jobs) == 1


def test_a_reference_at_pictory(make: Make) -> None:
    """Pictory's nanobanana takes an address to look at, by `options`; it refuses a path."""
    where = "https://pictures.example/dog.png"
    with ModelServer.of("pictory", key=KEY) as server:
        options = {"referenceImageUrl": where}
        model = make("pictory", model="nanobanana", base_url=server.url, options=options)
        came = buy(model, wanted("The dog at the harbour"), Notes())
        body = server.calls[0].body
        assert (body["model"], body["referenceImageUrl"]) == ("nanobanana", where)
        assert body["aspectRatio"] == "1:1"
        assert check(came.data).width == 1024
        assert not any("pictures.example" in call.path for call in server.calls)
        options = {"referenceImageUrl": "docs/dog.png"}
        model = make("pictory", model="nanobanana", base_url=server.url, options=options)
        with pytest.raises(Exception, match="referenceImageUrl"):
            buy(model, notes=Notes())


@pytest.mark.parametrize("vendor", ["openai", "azure", "stability", "google", "sdwebui"])
def test_edits(make: Make, vendor: str) -> None:
    """A picture to start from is sent in the way the vendor takes it; a mask where there is one."""
    start, mask = picture("start", (64, 64)), picture("mask", (64, 64))
    with ModelServer.of(vendor, key=KEY) as server:
        model = make(vendor, model="m" if vendor == "azure" else None, base_url=server.url)
        masked = vendor in {"openai", "azure", "sdwebui"}
        request = wanted(images=(start,), mask=mask if masked else None)
        buy(model, request)
        (call,) = server.calls
        if vendor == "sdwebui":
            assert call.path.endswith("img2img")
            assert base64.b64decode(call.body["init_images"][0]) == start
            assert base64.b64decode(call.body["mask"]) == mask
        elif vendor == "google":
            (given,) = server.state["inputs"]
            assert base64.b64decode(given["data"]) == start
        else:
            assert server.state["inputs"] == [start]
            assert not masked or server.state["mask"] == [mask]


def test_several_inputs(make: Make) -> None:
    """OpenAI takes up to sixteen pictures, JPEG and WebP among them."""
    images = (picture("a", (64, 64), "JPEG"), picture("b", (64, 64), "WEBP"))
    with ModelServer.of("openai", key=KEY) as server:
        buy(make("openai", base_url=server.url), wanted(images=images))
        assert server.state["inputs"] == list(images)
        with pytest.raises(ConfigError, match="at most 16"):
            make("openai", base_url=server.url).plan(wanted(images=images * 9))


@pytest.mark.parametrize(("vendor", "words"), [("recraft", "out of others"), ("google", "no mask")])
def test_edits_that_are_not_offered(make: Make, vendor: str, words: str) -> None:
    """Who takes no picture or no mask says so before anything is sent."""
    start = picture("start", (64, 64))
    with pytest.raises(ConfigError, match=words):
        make(vendor).plan(wanted(images=(start,), mask=start))
