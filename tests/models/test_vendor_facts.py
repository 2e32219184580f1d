"""Each vendor is asked as it wants to be: what was found out about single models stays true."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mkdocs_illustrate.errors import ConfigError, Retired
from mkdocs_illustrate.models.orders import say_no_seed
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.vendor_files import vendor
from mkdocs_illustrate.testing.limits import Limits
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]


def _body(make: Make, provider: str, model: str, **more: Any) -> Any:
    request = {name: more.pop(name) for name in ("size", "seed", "prompt") if name in more}
    return make(provider, model=model, base_url="https://x.example", **more).plan(wanted(**request)).body


@pytest.mark.parametrize(
    ("model", "size"),
    [
        ("recraftv3", "1536x1024"),
        ("recraftv4", "1280x832"),
        ("recraftv4_1", "1280x832"),
        ("recraftv4_1_pro", "2560x1664"),
    ],
)
def test_recraft_has_other_sizes_in_each_generation(make: Make, model: str, size: str) -> None:
    """3:2 is another size in the fourth generation than in the third, and its prompts may be ten times as long."""
    assert _body(make, "recraft", model)["size"] == size
    limits = Limits.of("recraft")
    assert limits.wrong(model, {"prompt": PROMPT, "size": size}) is None
    others = {"1536x1024", "1280x832", "2560x1664"} - {size}
    assert all(limits.wrong(model, {"prompt": PROMPT, "size": other}) for other in others)
    role = vendor("recraft").image
    assert role
    assert role.row(model).prompt == (1000 if model == "recraftv3" else 10_000)


def test_a_recraft_style_is_asked_for(make: Make) -> None:
    """A model that draws in a style made beforehand is not asked without one: the line says what to write."""
    with pytest.raises(ConfigError, match=r"recraftv4_styles needs .* the option .style_id."):
        _body(make, "recraft", "recraftv4_styles")
    with ModelServer.of("recraft", key=KEY) as server:
        options = {"style_id": "0e4d-77"}
        server.state["styles"] = ["0e4d-77"]
        picture = buy(make("recraft", model="recraftv4_styles", base_url=server.url, options=options))
        assert picture.data
        assert server.calls[0].body["style_id"] == "0e4d-77"


@pytest.mark.parametrize(
    ("model", "form"), [("flux-2-klein-9b", True), ("flux-2-dev", True), ("flux-1-schnell", False)]
)
def test_cloudflare_takes_flux_2_as_a_form(make: Make, model: str, form: bool) -> None:
    """FLUX.2 is sent as a form, also without a file; its elder as JSON."""
    with ModelServer.of("cloudflare", key=KEY) as server:
        name = f"@cf/black-forest-labs/{model}"
        assert buy(make("cloudflare", model=name, base_url=server.url, options={"account": "a1"}), notes=Notes()).data
        (call,) = server.calls
        assert (call.form is not None) == form
        assert call.path.endswith(name)


FLUX_3 = [
    ("bfl", "flux-3-image"),
    ("fal", "blackforestlabs/flux-3/text-to-image"),
    ("replicate", "black-forest-labs/flux-3-image"),
]


@pytest.mark.parametrize(("provider", "model"), FLUX_3)
@pytest.mark.parametrize(
    ("size", "asked"),
    [
        ((16, 9), {"aspect_ratio": "16:9"}),
        ((1536, 1024), {"aspect_ratio": "3:2", "resolution": "1.5k"}),
        ((800, 800), {"aspect_ratio": "1:1", "resolution": "768sq"}),
        ((3840, 1280), {"aspect_ratio": "21:9", "resolution": "4k"}),
    ],
)
def test_flux_3_takes_a_ratio_and_a_resolution(
    make: Make, provider: str, model: str, size: tuple[int, int], asked: dict[str, str]
) -> None:
    """FLUX 3 is told a ratio and a resolution; edges and a seed, which it does not know, are not sent."""
    with ModelServer.of(provider, key=KEY) as server:
        drawn = make(provider, model=model, base_url=server.url)
        body = drawn.plan(wanted(size=size, seed=7)).body
        given = body.get("input", body)
        assert {name: value for name, value in given.items() if name not in {"prompt", "output_format"}} == asked
        assert buy(drawn, wanted(size=size, seed=7), Notes()).data
        assert drawn.plan(wanted(size=size)).price == 0.048


@pytest.mark.parametrize(
    ("model", "asked"),
    [
        ("stability-ai/sdxl:7762fd07", {"width": 1536, "height": 1024}),
        ("fofr/sdxl-emoji:dee76b5a", {"width": 1536, "height": 1024}),
        ("stability-ai/stable-diffusion:ac732df8", {"width": 960, "height": 640}),
        ("someone/ink:0123abcd", {"aspect_ratio": "3:2"}),
    ],
)
def test_stable_diffusion_at_replicate_takes_edges(make: Make, model: str, asked: dict[str, Any]) -> None:
    """A version of a Stable Diffusion model is told its edges: a ratio it would ignore, and draw a square."""
    body = _body(make, "replicate", model)
    assert {name: body["input"][name] for name in body["input"] if name != "prompt"} == asked
    assert body["version"] == model


def test_a_seed_goes_where_it_can_go(make: Make) -> None:
    """Gemini, LocalAI and sd-server are told the wished seed, each in its own way; without a wish nothing is said."""
    assert _body(make, "google", "gemini-3.1-flash-image", seed=2**31 + 6)["generationConfig"]["seed"] == 6
    assert "seed" not in _body(make, "google", "gemini-3.1-flash-image")["generationConfig"]
    assert _body(make, "localai", "flux", seed=7)["seed"] == 7
    told = _body(make, "sdcpp", "sd-cpp-local", seed=7)
    assert told["prompt"] == f'{PROMPT} <sd_cpp_extra_args>{{"seed": 7}}</sd_cpp_extra_args>'
    assert "seed" not in told
    assert _body(make, "sdcpp", "sd-cpp-local")["prompt"] == PROMPT


def test_a_prompt_does_not_steer_sd_server(make: Make) -> None:
    """What a brief may hold is no order to the server: its tags go."""
    prompt = 'A cat <sd_cpp_extra_args>{"width": 9}</sd_cpp_extra_args>'
    assert "sd_cpp_extra_args" not in _body(make, "sdcpp", "sd-cpp-local", prompt=prompt)["prompt"]
    assert "sd_cpp_extra_args" not in _body(make, "sdwebui", "current", prompt=prompt)["prompt"]


def test_a_seed_that_nobody_takes_is_said_once(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    """A model that knows no seed is not told one, and the author reads so in one line."""
    say_no_seed.cache_clear()
    with caplog.at_level(logging.INFO, "mkdocs.plugins.illustrate"):
        for seed in (7, 8):
            assert "seed" not in json.dumps(_body(make, "openai", "gpt-image-2.6-flare", seed=seed))
        _body(make, "localai", "flux", seed=7)
    assert [record.message for record in caplog.records] == [
        "OpenAI takes no seed for gpt-image-2.6-flare: the wished one is left out"
    ]


def test_nano_banana_has_fourteen_ratios_and_three_sizes(make: Make) -> None:
    """gemini-nano-banana-2.1 is asked for a banner as one, and for as many pixels as a page wants."""
    body = _body(make, "google", "gemini-nano-banana-2.1", size=(4000, 1000))
    assert body["generationConfig"]["imageConfig"] == {"aspectRatio": "4:1", "imageSize": "4K"}
    lite = _body(make, "google", "gemini-3.1-flash-lite-image", size=(4000, 1000))
    assert lite["generationConfig"]["imageConfig"] == {"aspectRatio": "4:1"}


def test_imagen_is_gone_and_has_a_successor(make: Make) -> None:
    """Who still asks for an Imagen model asks once, and is told what came after."""
    with ModelServer.of("google", key=KEY) as server:
        with pytest.raises(Retired, match=re.escape("use gemini-3.1-flash-image instead")):
            buy(make("google", model="imagen-4.0-fast-generate-001", base_url=server.url))
        assert len(server.calls) == 1


def test_openrouter_knows_the_ratios_of_its_list(make: Make) -> None:
    """A banner is asked for as 4:1, not as the steepest ratio of one maker."""
    assert _body(make, "openrouter", "google/gemini-3-pro-image", size=(2400, 600))["aspect_ratio"] == "4:1"
    assert _body(make, "openrouter", "google/gemini-3-pro-image", size=(2000, 1000))["aspect_ratio"] == "2:1"


def test_xai_has_two_qualities(make: Make) -> None:
    """A quality that neither xAI's client nor its price list knows is a mistake in mkdocs.yml."""
    with pytest.raises(ConfigError, match="it has low, medium"):
        _body(make, "xai", "grok-imagine-image-2.0", quality="high")


def test_what_is_asked_by_default_has_a_price() -> None:
    """The models that are asked when nobody names one are counted in dollars where their vendor has a price list."""
    for name in ("openai", "aimlapi"):
        for role in (vendor(name).chat, vendor(name).image):
            assert role
            price = role.row(role.default).price
            assert price.tokens or price.picture, (name, role.default)


def test_who_ends_soon_names_one_that_stays() -> None:
    """What a vendor ends is followed by a model of its own that has no end yet."""
    for name in ("openai", "google", "xai"):
        for role in filter(None, (vendor(name).chat, vendor(name).image)):
            for row in role.models.values():
                assert not row.retires or not role.row(row.successor).retires, (name, row.name)
    chat = vendor("aimlapi").chat
    assert chat
    assert chat.row("gpt-4o").retired(date(2027, 1, 14))


def test_hugging_face_is_waited_for_while_it_loads(make: Make) -> None:
    """A model that is being loaded is asked again after the time that was named, and the picture comes."""
    with ModelServer.of("huggingface", key=KEY) as server:
        loading = {"error": "Model black-forest-labs/FLUX.1-schnell is currently loading", "estimated_time": 20.0}
        server.fail("/hf-inference", status=503, body=loading, times=2)
        assert buy(make("huggingface", base_url=server.url), notes=Notes()).data
        assert len(server.calls) == 3


@pytest.mark.parametrize(
    ("model", "size", "price"),
    [
        ("gemini-3-pro-image", None, 0.134),
        ("gemini-3-pro-image", (16, 9), 0.134),
        ("gemini-3-pro-image", (1024, 1024), 0.134),
        ("gemini-3-pro-image", (4000, 3000), 0.24),
        ("gemini-3.1-flash-image", (600, 400), 0.045),
        ("gemini-3.1-flash-image", (1200, 800), 0.067),
    ],
)
def test_a_price_knows_levels_of_size(make: Make, model: str, size: tuple[int, int] | None, price: float) -> None:
    """What a picture costs depends on the level of size that is asked for, and is known before it is asked."""
    asked = make("google", model=model, base_url="https://x.example").plan(wanted(size=size))
    assert asked.price == price
    several = make("fal", model="openai/gpt-image-2", quality="low", options={"num_images": 3})
    assert several.plan(wanted()).price == pytest.approx(3 * 0.005)


def test_a_level_that_options_ask_for_is_priced(make: Make) -> None:
    """`options` beat the wished size, in the price too."""
    model = make("google", model="gemini-3-pro-image", base_url="https://x.example", options={"image_size": "4K"})
    assert model.plan(wanted(size=(800, 800))).price == 0.24
