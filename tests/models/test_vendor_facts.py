"""Each vendor is asked as it wants to be: what was found out about single models stays true."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_illustrate.errors import ConfigError
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
    with pytest.raises(ConfigError, match=re.escape("recraftv4_styles needs the option 'style_id'")):
        _body(make, "recraft", "recraftv4_styles")
    with ModelServer.of("recraft", key=KEY) as server:
        options = {"style_id": "0e4d-77"}
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
        assert drawn.estimate() == 0.048


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
