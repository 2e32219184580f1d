"""What mkdocs.yml may name: vendors, models, qualities; and what is said of old ones."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import mkdocs_illustrate
from mkdocs_illustrate.errors import ConfigError
from mkdocs_illustrate.models.catalog import vendor, vendors
from mkdocs_illustrate.models.model_registry import check_models, retirements
from mkdocs_illustrate.settings import ChatSettings, ImageSettings, Settings

ROOM = Path(mkdocs_illustrate.__file__).parent
URLS = {
    "openai": "https://api.openai.com/v1",
    "aimlapi": "https://api.aimlapi.com/v1",
    "xai": "https://api.x.ai/v1",
    "together": "https://api.together.xyz/v1",
    "pictory": "https://api.pictory.ai/pictoryapis",
    "google": "https://generativelanguage.googleapis.com/v1beta",
    "replicate": "https://api.replicate.com/v1",
    "stability": "https://api.stability.ai",
    "bfl": "https://api.bfl.ai",
    "fal": "https://queue.fal.run",
    "openrouter": "https://openrouter.ai",
    "sdwebui": "http://127.0.0.1:7860",
    "comfyui": "http://127.0.0.1:8188",
}
KEYS = {
    "openai": "OPENAI_API_KEY",
    "aimlapi": "AIMLAPI_KEY",
    "pictory": "PICTORY_API_KEY",
    "stability": "STABILITY_API_KEY",
    "google": "GEMINI_API_KEY",
}


def test_who_is_there() -> None:
    """All vendors of the interface are there, with the addresses and variables that it names."""
    named = {
        "offline",
        "openai",
        "aimlapi",
        "pictory",
        "stability",
        "google",
        "sdwebui",
        "comfyui",
        "sdcpp",
        "localai",
        "bfl",
        "replicate",
        "fal",
        "xai",
        "together",
        "openrouter",
        "azure",
        "huggingface",
        "cloudflare",
        "recraft",
        "manual",
        "openai-compatible",
    }
    assert named <= {v.name for v in vendors()}
    assert {name: vendor(name).base_url for name in URLS} == URLS
    assert {name: vendor(name).api_key_env for name in KEYS} == KEYS


def test_aimlapi_has_them_all() -> None:
    """Every text-to-image model of AI/ML API's 85 has a row."""
    role = vendor("aimlapi").image
    assert role
    assert len(role.models) == 64
    assert role.models["google/imagen-4.0-generate-001"].prompt == 400
    assert role.models["reve/create-image"].prompt == 2560
    assert role.models["flux-pro"].price.picture == 0.065


def test_no_vendor_in_code() -> None:
    """A vendor's name stands in its own file and dialect, and nowhere else in the code."""
    names = [v.name for v in vendors() if v.name not in {"offline", "manual"}]
    pattern = re.compile(rf"[\"']({'|'.join(map(re.escape, names))})[\"']")
    for file in ROOM.rglob("*.py"):
        if "testing" in file.parts or file.stem in names:
            continue
        found = pattern.search(file.read_text("utf-8"))
        assert found is None, f"{file.relative_to(ROOM)}: {found and found[0]}"


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (ImageSettings(provider="opnai"), "did you mean 'openai'"),
        (ImageSettings(provider="azure", model="m"), "image.base_url is needed"),
        (ImageSettings(provider="openai-compatible", base_url="https://x.example"), "image.model"),
        (ImageSettings(provider="anthropic"), "no image model"),
        (ImageSettings(provider="openai", quality="best"), "auto, low, medium, high, xhigh, max"),
    ],
)
def test_what_can_not_be_had(image: ImageSettings, words: str) -> None:
    """A vendor, address, model or quality that is not there stops the build, and is named."""
    with pytest.raises(ConfigError, match=words):
        check_models(Settings(image=image))
    with pytest.raises(ConfigError, match=r"models\.photo"):
        check_models(Settings(models={"photo": image}))


def test_retirements() -> None:
    """A model whose day has passed is named once, with what came after it."""
    settings = Settings(
        chat=ChatSettings(provider="openai", model="gpt-4o"),
        image=ImageSettings(provider="openai", model="dall-e-3"),
        models={
            "photo": ImageSettings(provider="xai", model="grok-imagine-image-pro"),
            "own": ImageSettings(provider="openai", model="dall-e-2", base_url="http://localhost/v1"),
            "new": ImageSettings(provider="openai"),
        },
    )
    image, photo = retirements(settings, date(2026, 11, 21))
    assert image == "image: OpenAI ended dall-e-3 on 2026-05-12; use gpt-image-2.5-flare instead"
    assert photo.startswith("models.photo: xAI ended grok-imagine-image-pro on 2026-05-15; use ")
    assert len(retirements(settings, date(2027, 1, 14))) == 3
    assert retirements(Settings(), date(2099, 1, 1)) == []
    assert isinstance(retirements(settings), list)


def test_the_docs_table_is_true(run_python: Callable[..., str]) -> None:
    """The table of vendors in docs/vendors.md is the one that their files give."""
    del run_python
    from .vendors_table import BEGIN, PAGE, renewed

    text = PAGE.read_text("utf-8")
    assert BEGIN in text
    if os.environ.get("RENEW"):
        PAGE.write_text(renewed(text), "utf-8")
    assert renewed(PAGE.read_text("utf-8")) == PAGE.read_text("utf-8")
