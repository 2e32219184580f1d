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
