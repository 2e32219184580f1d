"""What mkdocs.yml may name: vendors, models, qualities; and what is said of old ones."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mkdocs_illustrate
from mkdocs_illustrate.errors import ConfigError
from mkdocs_illustrate.models import vendor_files
from mkdocs_illustrate.models.model_registry import check_models, retirements
from mkdocs_illustrate.models.vendor_files import vendor, vendors
from mkdocs_illustrate.reading import OptionError
from mkdocs_illustrate.settings import ChatSettings, ImageSettings, Settings
from mkdocs_illustrate.shapes import Shape
from tests.docs.vendors_table import BEGIN, PAGE, renewed

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


STRANGER = Path(__file__).parent / "stranger"
_LEVELS = "{style: ratio, of: ['1:1'], also: {param: r, of: {4k: 4096}}}"
SDXL = "stable-diffusion-xl-1024-v1-0"


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Somebody else's package, as if pip had put it there."""
    shutil.copytree(STRANGER, tmp_path / "packages")
    with monkeypatch.context() as patched:
        patched.syspath_prepend(tmp_path / "packages")
        _forget()
        yield tmp_path / "packages" / "house_pictures"
    _forget()


def _forget() -> None:
    for name in [name for name in sys.modules if name.startswith("house_pictures")]:
        del sys.modules[name]
    vendor_files.refresh()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{title: B, image: {dialect: posts, models: {b-1: {prompt: '900'}}}}",
            "image.models.b-1.prompt: is '900', but must be a whole number",
        ),
        (
            f"image: {{dialect: posts, models: {{{SDXL}: {{promt: 1}}}}}}",
            f"image.models.{SDXL}.promt: is unknown; did you mean 'prompt'?",
        ),
        (
            f"image: {{dialect: posts, models: {{b-1: {{size: {_LEVELS}, price: {{4K: 1}}}}}}}}",
            "image.models.b-1.price.4K: is unknown; did you mean '4k'?",
        ),
        ("- B", "the file is a list, but must be a mapping"),
        ("title: B\nimage: {", "line "),
    ],
)
def test_the_file_is_named(packages: Path, text: str, said: str) -> None:
    """A mistake in another package's file is one line by which its author finds it."""
    (packages / "brush.yml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        check_models(Settings(image=ImageSettings(provider="brush", base_url="https://b.example")))
    assert str(caught.value).startswith(f"image: vendor 'brush' is wrong: house_pictures/brush.yml: {said}")
    assert str(caught.value).isprintable()


_HOW = """
from dataclasses import dataclass

@dataclass(frozen=True, kw_only=True)
class How:
    colour: str
    pressure: float = 0.5
"""


def test_a_dialect_says_what_it_wants_to_know(packages: Path) -> None:
    """What stands under `how` is checked by the record `How` in the dialect's module, and arrives as one."""
    module, file = packages / "chalk.py", packages / "chalk.yml"
    module.write_text(module.read_text("utf-8") + _HOW, "utf-8")
    plain = file.read_text("utf-8")
    file.write_text(f"{plain}  how: {{colour: red}}\n", "utf-8")
    role = vendor("chalk").image
    assert role
    assert (role.how.colour, role.how.pressure) == ("red", 0.5)
    vendor_files.refresh()
    file.write_text(f"{plain}  how: {{colour: red, presure: 1}}\n", "utf-8")
    with pytest.raises(ConfigError, match=r"chalk\.yml: image\.how\.presure: is unknown; did you mean 'pressure'"):
        vendor("chalk")


_EDGES = st.integers(-1, 5000)
_SIZES = st.fixed_dictionaries(
    {"style": st.sampled_from(["text", "object", "fields", "ratio", "none"])},
    optional={
        "of": st.lists(st.sampled_from(["1024x1024", "1x9", "16:9", "1:8"]), max_size=3),
        "min": _EDGES,
        "max": _EDGES,
        "multiple": _EDGES,
        "pixels": st.lists(st.integers(-1, 10**7), max_size=3),
        "steepest": st.floats(0, 9),
        "usual": st.sampled_from(["16x16", "5000x1"]),
        "also": st.none() | st.just({"param": "level", "of": {"1K": 1024, "2K": 2048}}),
    },
)


@settings(deadline=None, derandomize=True, database=None)
@given(size=_SIZES, width=st.integers(1, 9000), height=st.integers(1, 9000))
def test_a_size_that_is_taken_can_be_asked_for(size: dict[str, Any], width: int, height: int) -> None:
    """Whatever a file says of sizes is refused in a line, or gives parameters for whatever an author asks."""
    text = json.dumps({"image": {"dialect": "posts", "unknown": {"size": size}}})
    try:
        found = vendor_files.vendor_of("x", text)
    except OptionError:
        return
    assert found.image
    params = found.image.unknown.size.params(Shape(width, height))
    assert set(params) <= found.image.unknown.size.names()
    assert bool(params) is (size["style"] != "none")


_SITE = """
site_name: Site
plugins:
  - illustrate: {image: {provider: brush, base_url: "https://b.example", model: m}}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("image: {dialect: posts, path: x}", "house_pictures/brush.yml: image.path: is 'x', but must be a path"),
        ("image: {dialect: openai_chat}", "the dialect 'openai_chat' offers no image model"),
    ],
)
def test_a_build_says_it_in_one_line(tmp_path: Path, packages: Path, text: str, said: str) -> None:
    """A build with a wrong vendor's file ends with 1, one line and no traceback."""
    (packages / "brush.yml").write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("---\nillustrate: true\n---\n# Tides\n\nThey come.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(_SITE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(tmp_path / "mkdocs.yml")],
        env={**os.environ, "PYTHONPATH": str(packages.parent), "BRUSH_KEY": "sk-abcdefgh"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count(said) == 1
    assert "Traceback" not in done.stderr


_READ = """
import sys
read = []
sys.addaudithook(lambda event, args: event == "open" and str(args[0]).endswith(".yml") and read.append(args[0]))
import mkdocs_illustrate.plugin
from mkdocs_illustrate.models.model_registry import check_models
from mkdocs_illustrate.settings import read_settings
assert read == [], read
check_models(read_settings({"image": {"provider": sys.argv[1]}, "chat": {"provider": sys.argv[1]}}))
print(len(read))
"""


@pytest.mark.parametrize("name", ["offline", "openai", "aimlapi"])
def test_one_vendor_is_one_file(name: str) -> None:
    """The plugin reads no vendor's file when it is imported, and one for a site that names one vendor."""
    done = subprocess.run([sys.executable, "-c", _READ, name], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_retirements() -> None:
    """A model whose day has passed is named once, with what came after it."""
    asked = Settings(
        chat=ChatSettings(provider="openai", model="gpt-4o"),
        image=ImageSettings(provider="openai", model="dall-e-3"),
        models={
            "photo": ImageSettings(provider="xai", model="grok-imagine-image-pro"),
            "own": ImageSettings(provider="openai", model="dall-e-2", base_url="http://localhost/v1"),
            "new": ImageSettings(provider="openai"),
        },
    )
    image, photo = retirements(asked, date(2026, 11, 21))
    assert image == "image: OpenAI ended dall-e-3 on 2026-05-12; use gpt-image-2.5-flare instead"
    assert photo.startswith("models.photo: xAI ended grok-imagine-image-pro on 2026-05-15; use ")
    assert len(retirements(asked, date(2027, 1, 14))) == 3
    assert retirements(Settings(), date(2099, 1, 1)) == []
    assert isinstance(retirements(asked), list)


def test_the_docs_table_is_true() -> None:
    """The table of vendors in docs/vendors.md is the one that their files give."""
    text = PAGE.read_text("utf-8")
    assert BEGIN in text
    assert renewed(text) == text, "renew: just tables"
