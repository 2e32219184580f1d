"""What each row would send, held against the vendor's contract by Prism (`bash .ci/contracts`)."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from pathlib import PurePosixPath
from typing import Any

import pytest

from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import ImageRequest
from mkdocs_illustrate.models.vendor_files import vendor
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.shapes import Shape

from .through import NO_PRISM

# What is documented for these only: OpenAI's contract stops at models that are gone there.
SERVERS = {name: os.environ.get(f"PRISM_{name.upper()}") for name in ("openai", "aimlapi", "pictory")}
GONE = {"dall-e-2", "dall-e-3", "gpt-image-1"}
SHAPES = [None, Shape(16, 9), Shape(1536, 1024), Shape(1024, 320), Shape(640, 1600)]

pytestmark = pytest.mark.skipif(not all(SERVERS.values()), reason=NO_PRISM)


def cases() -> list[Any]:
    """Each known model, at each of its qualities."""
    found = []
    for name in SERVERS:
        role = vendor(name).image
        assert role
        for model, row in role.models.items():
            if not (name == "openai" and model in GONE):
                found += [pytest.param(name, model, q, id=f"{name}-{model}-{q}") for q in (None, *row.quality)]
    return found


@pytest.mark.parametrize(("name", "model", "quality"), cases())
def test_a_row_is_what_the_contract_takes(name: str, model: str, quality: str | None) -> None:
    """Whatever size and seed an author asks for, the contract has nothing against what is sent."""
    registry = Registry(TimeoutSettings(), 1)
    made = registry.image(ImageSettings(provider=name, model=model, quality=quality))
    prompt = "A lighthouse keeper mends a net at dawn"
    for shape in SHAPES:
        order = made.plan(ImageRequest(prompt=prompt, shape=shape, seed=7))
        status, said = _send(name, order.path, order.body)
        assert status < 300, f"{dict(order.body)}: HTTP {status} {said}"


def test_a_contract_bites() -> None:
    """A wrong body is refused: else the cases above would show nothing."""
    status, _ = _send("openai", "/images/generations", {"model": "gpt-image-2"})
    assert status >= 400
    wrong = {"model": "flux-pro", "prompt": "x", "image_size": {"width": 100, "height": 100}}
    assert _send("aimlapi", "/images/generations", wrong)[0] >= 400
    assert _send("pictory", "/v1/aistudio/images", {"prompt": "x"})[0] >= 400


def _send(name: str, path: str, body: Any) -> tuple[int, str]:
    """Prism's paths: OpenAI's without /v1, AI/ML API's with it, Pictory's with its prefix."""
    before = {"openai": "", "aimlapi": "/v1", "pictory": os.environ.get("PRISM_PICTORY_BASE", "")}
    url = f"{SERVERS[name]}{PurePosixPath(before[name] + path)}"
    key = "key" if name == "pictory" else "Bearer key"
    headers = {"Content-Type": "application/json", "Authorization": key}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status, ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()[:600]
