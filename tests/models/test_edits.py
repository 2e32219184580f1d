"""A picture to start from, sent to every vendor whose row says that it takes one."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from mkdocs_illustrate.errors import CannotEdit
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.vendor_files import vendors
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.pictures.edit_inputs import mask_of, start_picture
from mkdocs_illustrate.shapes import Shape
from mkdocs_illustrate.studio.keys import order_key
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]
SIZE = (64, 64)


def encoded(image: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    """An image as a file."""
    kept = io.BytesIO()
    image.save(kept, kind, **more)
    return kept.getvalue()


def drawn_mask(size: tuple[int, int] = SIZE) -> bytes:
    """A mask as people draw one: the left half is white."""
    mask = Image.new("RGB", size, "black")
    mask.paste("white", (0, 0, size[0] // 2, size[1]))
    return encoded(mask)


START, OTHER = picture("start", SIZE), picture("other", SIZE)
MASK = mask_of(drawn_mask(), Shape(*SIZE))[0]
CODED, OTHER_CODED = (base64.b64encode(image).decode() for image in (START, OTHER))
DATA, OTHER_DATA = (f"data:image/png;base64,{coded}" for coded in (CODED, OTHER_CODED))


def two_pixels(mask: bytes, mode: str) -> tuple[Any, Any]:
    """One of the half that is redrawn, one of the half that stays."""
    image = Image.open(io.BytesIO(mask))
    assert (image.mode, image.size) == (mode, SIZE)
    return image.getpixel((8, 8)), image.getpixel((56, 8))


@pytest.mark.parametrize(
    ("vendor", "model", "path"),
    [
        ("openai", None, "/v1/images/edits"),
        ("azure", "m", "/openai/v1/images/edits"),
        ("aimlapi", "openai/gpt-image-2", "/v1/images/edits"),
        ("sdcpp", None, "/v1/images/edits"),
        ("openai-compatible", "my-own", "/v1/images/edits"),
    ],
)
def test_edits_by_form(make: Make, vendor: str, model: str | None, path: str) -> None:
    """These take pictures and mask as files of a form; the mask is transparent where it was white."""
    with ModelServer.of(vendor, key=KEY) as server:
        made = make(vendor, model=model, base_url=server.url)
        came = buy(made, wanted(images=(START, OTHER), mask=MASK))
        assert check(came.data).width > 200
        (call,) = [call for call in server.calls if call.method == "POST"]
        assert call.path == path
        assert server.state["inputs"] == [START, OTHER]
        (mask,) = server.state["mask"]
        assert two_pixels(mask, "RGBA") == ((255, 255, 255, 0), (0, 0, 0, 255))
        assert call.form is not None
        assert call.form["prompt"] == [PROMPT]


@pytest.mark.parametrize(
    ("vendor", "model", "given"),
    [
        ("bfl", "flux-2-pro", {"input_image": CODED, "input_image_2": OTHER_CODED}),
        ("bfl", "flux-2-klein-4b", {"input_image": CODED, "input_image_2": OTHER_CODED}),
        ("bfl", "flux-3-image", {"images": [CODED, OTHER_CODED]}),
        ("bfl", "flux-kontext-pro", {"input_image": CODED}),
        ("replicate", "black-forest-labs/flux-dev", {"image": DATA}),
        ("replicate", "black-forest-labs/flux-kontext-pro", {"input_image": DATA}),
        ("replicate", "black-forest-labs/flux-2-pro", {"input_images": [DATA, OTHER_DATA]}),
        ("replicate", "black-forest-labs/flux-3-image", {"images": [DATA, OTHER_DATA]}),
        ("fal", "fal-ai/flux/dev/image-to-image", {"image_url": DATA}),
        ("fal", "fal-ai/nano-banana/edit", {"image_urls": [DATA, OTHER_DATA]}),
        ("fal", "fal-ai/flux-2/edit", {"image_urls": [DATA, OTHER_DATA]}),
    ],
)
def test_edits_in_a_job(make: Make, vendor: str, model: str, given: dict[str, Any]) -> None:
    """A job gets the pictures inside its JSON, by the names that its model has for them."""
    images = (
        (START, OTHER) if any("_2" in name or isinstance(value, list) for name, value in given.items()) else (START,)
    )
    with ModelServer.of(vendor, key=KEY) as server:
        notes = Notes()
        came = buy(make(vendor, model=model, base_url=server.url), wanted(images=images), notes)
        (call,) = [call for call in server.calls if call.method == "POST"]
        body: Any = call.body.get("input", call.body)
        assert {name: value for name, value in body.items() if "image" in name and name != "image_size"} == given
        assert body["prompt"] == PROMPT
        assert check(came.data).width > 200
        assert len(notes.jobs) == 1


def test_a_mask_in_a_job(make: Make) -> None:
    """Stable Diffusion redraws what is white: the mask goes as it was drawn."""
    with ModelServer.of("replicate", key=KEY) as server:
        model = make("replicate", model="stability-ai/sdxl:39ed52f2", base_url=server.url)
        buy(model, wanted(images=(START,), mask=MASK), Notes())
        given = server.calls[0].body["input"]
        assert given["image"] == DATA
        mask = base64.b64decode(given["mask"].removeprefix("data:image/png;base64,"))
        assert two_pixels(mask, "L") == (255, 0)


@pytest.mark.parametrize("model", ["sd3.5-large", "ultra"])
def test_edits_at_stability(make: Make, model: str) -> None:
    """A form with a strength, and no ratio: the picture has one."""
    with ModelServer.of("stability", key=KEY) as server:
        buy(make("stability", model=model, base_url=server.url), wanted(images=(START,)))
        (call,) = server.calls
        form = dict(call.form or {})
        kind = "sd3" if model.startswith("sd3") else model
        assert call.path == f"/v2beta/stable-image/generate/{kind}"
        assert form.pop("image") == [START]
        mode = {"mode": ["image-to-image"], "model": [model]} if kind == "sd3" else {}
        rest = {"prompt": [PROMPT], "strength": ["0.6"], "output_format": ["png" if kind == "sd3" else "webp"]}
        assert form == rest | mode


@pytest.mark.parametrize(("model", "most"), [("gemini-3.1-flash-image", 14), ("gemini-2.5-flash-image", 3)])
def test_edits_at_google(make: Make, model: str, most: int) -> None:
    """The pictures are parts beside the prompt, as many as the model takes."""
    images = (START, OTHER, *(picture(str(n), SIZE) for n in range(most - 2)))
    with ModelServer.of("google", key=KEY) as server:
        buy(make("google", model=model, base_url=server.url), wanted(images=images))
        assert [base64.b64decode(given["data"]) for given in server.state["inputs"]] == list(images)
        assert {given["mimeType"] for given in server.state["inputs"]} == {"image/png"}
        with pytest.raises(CannotEdit, match=f"takes at most {most} pictures"):
            make("google", model=model, base_url=server.url).plan(wanted(images=(*images, START)))


def test_edits_at_the_web_ui(make: Make) -> None:
    """img2img redraws what is white, and starts from what is there."""
    with ModelServer.of("sdwebui", key=KEY) as server:
        buy(make("sdwebui", base_url=server.url), wanted(images=(START,), mask=MASK))
        (call,) = server.calls
        assert call.path.endswith("img2img")
        assert [base64.b64decode(image) for image in call.body["init_images"]] == [START]
        assert two_pixels(base64.b64decode(call.body["mask"]), "L") == (255, 0)
        assert "inpainting_mask_invert" not in call.body


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


def test_several_kinds(make: Make) -> None:
    """OpenAI takes up to sixteen pictures, JPEG and WebP among them."""
    images = (picture("a", SIZE, "JPEG"), picture("b", SIZE, "WEBP"))
    with ModelServer.of("openai", key=KEY) as server:
        buy(make("openai", base_url=server.url), wanted(images=images))
        assert server.state["inputs"] == list(images)
        with pytest.raises(CannotEdit, match="at most 16"):
            make("openai", base_url=server.url).plan(wanted(images=images * 9))


@pytest.mark.parametrize(
    ("vendor", "model", "words"),
    [
        ("recraft", None, "makes no pictures out of others"),
        ("google", None, "takes no mask"),
        ("bfl", "flux-pro-1.1", "makes no pictures out of others"),
        ("stability", "core", "makes no pictures out of others"),
        ("offline", None, "makes no pictures out of others"),
        ("manual", None, "changed by people"),
        ("comfyui", None, "makes no pictures out of others"),
    ],
)
def test_edits_that_are_not_offered(make: Make, vendor: str, model: str | None, words: str) -> None:
    """Who takes no picture or no mask says so before anything is sent."""
    with pytest.raises(CannotEdit, match=words):
        make(vendor, model=model).plan(wanted(images=(START,), mask=MASK))


@pytest.mark.parametrize("name", [v.name for v in vendors() if v.image and v.image.edits])
def test_pictures_count_by_their_bytes(make: Make, name: str) -> None:
    """Another picture is another key; the order holds their hashes, and not their megabytes."""
    models = {"fal": "fal-ai/flux/dev/image-to-image", "replicate": "a/flux-dev", "stability": "sd3.5-large"}
    asked = {**models, "aimlapi": "openai/gpt-image-2", "azure": "m", "openai-compatible": "m"}
    model = make(name, model=asked.get(name), base_url="http://127.0.0.1:9")
    orders = [model.plan(wanted(images=images)) for images in ((START,), (OTHER,), (START,))]
    keys = [order_key(order) for order in orders]
    assert keys[0] == keys[2] != keys[1]
    assert len(json.dumps(orders[0].body)) < 1500
    assert CODED[:60] not in repr(orders[0])


def test_what_comes_along_stays_here() -> None:
    """A photo goes without its EXIF and upright; what every model takes goes byte by byte as it is."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    photo = encoded(Image.new("RGB", (64, 32), "red"), "JPEG", exif=exif)
    sent = start_picture(photo)
    assert (sent.width, sent.height, sent.media_type) == (32, 64, "image/jpeg")
    assert b"Exif" not in sent.data
    assert start_picture(START).data == START
    assert start_picture(encoded(Image.new("RGB", SIZE, "red"), "GIF")).data.startswith(b"\x89PNG")


def test_masks() -> None:
    """A mask of another size is scaled, what can be seen through is not white, and one without white is refused."""
    scaled, had = mask_of(drawn_mask((32, 32)), Shape(*SIZE))
    assert (two_pixels(scaled, "L"), had) == ((255, 0), Shape(32, 32))
    clear = Image.new("RGBA", SIZE, (255, 255, 255, 0))
    clear.paste((255, 255, 255, 255), (0, 0, 32, 64))
    assert two_pixels(mask_of(encoded(clear), Shape(*SIZE))[0], "L") == (255, 0)
    with pytest.raises(Exception, match="nothing in the mask is white"):
        mask_of(encoded(Image.new("L", SIZE, 10)), Shape(*SIZE))
