"""Bought once, recorded, exact without a key."""

from __future__ import annotations

import hashlib
import shutil
from typing import Any

import pytest
import yaml

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker

WORDS = CITIES.replace("Futuristic Cities", "Quiet Villages")


@pytest.fixture
def bought(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site whose picture is bought, recorded and in no cache."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    shutil.rmtree(site.folder / ".cache")
    server.calls.clear()
    return site


def test_a_recipe_for_people(bought: SiteMaker) -> None:
    """The recipe says how the picture came to be, and names the file beside it."""
    recipe = bought.recipe("index.yml")
    picture = (bought.folder / "illustrations" / recipe["file"]).read_bytes()
    assert recipe["sha256"] == hashlib.sha256(picture).hexdigest()
    assert set(recipe) >= {
        "key",
        "article",
        "prompt",
        "alt",
        "caption",
        "provider",
        "model",
        "made",
        "cost",
        "file",
        "sha256",
        "width",
        "height",
        "origin",
        "digital_source_type",
        "brief",
    }
    assert (recipe["provider"], recipe["origin"]) == ("openai", "generated")
    assert recipe["digital_source_type"] == "trainedAlgorithmicMedia"


def test_a_build_without_keys_is_exact(bought: SiteMaker, server: ModelServer) -> None:
    """With the portfolio alone, no key, no network and no cache, the page is the same."""
    with_key = bought.build("--strict", **KEYS).html("index.html")
    shutil.rmtree(bought.folder / ".cache")
    for env in ({}, {"CI": "true"}, {"ILLUSTRATE_FROZEN": "1"}):
        built = bought.build("--strict", **env)
        assert (built.code, built.html("index.html")) == (0, with_key)
    assert server.calls == []


def test_warm_builds_load_no_client(bought: SiteMaker, run_python: Any) -> None:
    """A picture from the portfolio needs no SDK, no client, and the second time no decoder."""
    path = bought.write_config()
    code = f"""
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config({str(path)!r})
config.plugins.on_startup(command='build', dirty=False)
build(config)
config.plugins.on_shutdown()
print([name for name in ('openai', 'httpx', 'httpx2', 'PIL', 'resvg_py') if name in sys.modules])
"""
    assert run_python(code).splitlines()[-1] == "['PIL']"
    assert run_python(code).splitlines()[-1] == "[]"


CHANGES: dict[str, tuple[dict[str, Any], tuple[int, int]]] = {
    "markup alone": ({"text": CITIES.replace("people", "**people**")}, (0, 0)),
    "a code block": ({"text": CITIES + "\n```\ncode\n```\n"}, (0, 0)),
    "the title": ({"text": WORDS}, (1, 1)),
    "a word": ({"text": CITIES.replace("Digital technology", "Bicycles")}, (0, 0)),
    "a word, held to each": (
        {"text": CITIES.replace("Digital technology", "Bicycles"), "tolerance": 0},
        (1, 1),
    ),
    "the instructions": ({"chat": {"instructions": "Draw:"}}, (1, 1)),
    "the chat model": ({"chat": {"model": "gpt-5.5"}}, (1, 1)),
    "the chat model's options": ({"chat": {"options": {"temperature": 0.2}}}, (1, 1)),
    "the style": ({"style": "watercolour"}, (0, 1)),
    "the image model": ({"image": {"model": "gpt-image-2"}}, (0, 1)),
    "an option of the image model": ({"image": {"options": {"background": "opaque"}}}, (0, 1)),
    "the quality": ({"image": {"quality": "low"}}, (0, 1)),
    "the size": ({"image": {"size": "1024x1024"}}, (0, 1)),
    "concurrency and time-outs": ({"concurrency": 2, "timeout": {"image": 99}}, (0, 0)),
    "the look of the figure": ({"figure": {"widths": [320], "caption": True}}, (0, 0)),
    "the cache's place": ({"cache_dir": ".cache/other"}, (0, 0)),
    "an address": ({"image": {"base_url": "https://127.0.0.1:9"}}, (0, 0)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_makes_a_picture_stale(bought: SiteMaker, server: ModelServer, name: str) -> None:
    """Chat and image are keyed apart, by what they are sent and by nothing else."""
    change, calls = CHANGES[name]
    for option, value in change.items():
        if option == "text":
            bought.page("index.md", value, illustrate=True)
        elif isinstance(value, dict) and option in bought.options:
            bought.options[option] |= value
        else:
            bought.options[option] = value
    assert bought.build("--strict", **KEYS).code == 0
    counts = (server.count("/chat/completions"), server.count("/images/generations"))
    assert counts == calls
    server.calls.clear()
    assert bought.build("--strict", **KEYS).code == 0
    assert server.calls == []


def test_a_change_that_may_not_be_bought(bought: SiteMaker, server: ModelServer) -> None:
    """In CI a changed page keeps its old picture, one INFO line counts it, strict passes."""
    before = bought.build("--strict").figures()[0]["img"]["src"]
    bought.page("index.md", WORDS, illustrate=True)
    built = bought.build("--strict", **KEYS, CI="True")
    assert built.code == 0
    assert built.figures()[0]["img"]["src"] == before
    assert len(built.lines("1 changed and kept the old picture")) == 1
    assert server.calls == []


@pytest.mark.parametrize(
    ("options", "env", "changed", "new"),
    [
        ({}, {}, 1, 1),
        ({"generate": "missing"}, {}, 0, 1),
        ({"generate": "never"}, {}, 0, 0),
        ({"generate_in": []}, {}, 0, 0),
        ({"generate_in": ["build", "serve"]}, {"CI": "1"}, 0, 0),
        ({"generate_in": ["ci"]}, {"CI": "YES"}, 1, 1),
        ({"budget": {"pictures": 0}}, {}, 0, 0),
        ({"budget": {"usd": 0.001}}, {}, 0, 0),
        ({"budget": None}, {}, 1, 1),
    ],
)
def test_what_a_build_may_make(
    bought: SiteMaker, server: ModelServer, options: Any, env: Any, changed: int, new: int
) -> None:
    """`generate`, `generate_in` and the budget decide, each for changed and for missing pages."""
    bought.options |= options
    bought.page("index.md", WORDS, illustrate=True)
    built = bought.build("--strict", **KEYS, **env)
    assert (built.code, server.count("/images/generations")) == (0, changed)
    bought.page("index.md", CITIES)
    bought.page("new.md", "# New\n\nA new story.\n", illustrate=True)
    server.calls.clear()
    built = bought.build("--strict", **KEYS, **env)
    assert (built.code, server.count("/images/generations")) == (0, new)
    state = built.figures("new/index.html")[0]["figure"].get("data-illustrate-state")
    assert state == (None if new else "missing")


@pytest.mark.parametrize("frozen", [{"options": True}, {"env": True}])
def test_frozen(bought: SiteMaker, server: ModelServer, frozen: dict[str, bool]) -> None:
    """Frozen calls nobody, and stops with one line that names changed and missing pages."""
    env = {"ILLUSTRATE_FROZEN": "1"} if "env" in frozen else {}
    bought.options |= {"frozen": True} if "options" in frozen else {}
    assert bought.build(**KEYS, **env).code == 0
    bought.page("index.md", WORDS, illustrate=True)
    bought.page("new.md", "# New\n\nA story.\n", illustrate=True)
    built = bought.build(**KEYS, **env)
    assert built.code == 1
    (line,) = built.lines("illustrate:")
    assert "index.md: changed" in line
    assert "new.md: no picture" in line
    assert "Traceback" not in built.log
    assert server.calls == []


@pytest.mark.parametrize(("policy", "code", "figures"), [("placeholder", 0, 1), ("skip", 0, 0), ("error", 1, None)])
def test_on_missing(site: SiteMaker, policy: str, code: int, figures: int | None) -> None:
    """A picture that can't be had: a drawing stands in, nothing does, or the build stops."""
    site.page("index.md", CITIES, illustrate=True)
    site.options |= {"image": {"provider": "openai"}, "on_missing": policy}
    built = site.build("--strict")
    assert built.code == code
    if figures is None:
        (line,) = built.lines("illustrate:")
        assert "index.md" in line
        assert "OPENAI_API_KEY" in line
    else:
        assert len(built.figures()) == figures
        assert len(built.lines("no key for OpenAI: set OPENAI_API_KEY")) == 1


def test_words_are_edited_in_the_recipe(bought: SiteMaker, server: ModelServer) -> None:
    """A new alt or caption in the recipe changes the page and costs nothing."""
    _edit(bought, alt="Trams & <people>", caption="By hand")
    bought.options["figure"] = {"caption": True}
    figure = bought.build("--strict", **KEYS).figures()[0]
    assert figure["img"]["alt"] == "Trams & <people>"
    assert figure["caption"].startswith("By hand")
    assert server.calls == []


def test_an_edited_prompt_is_sent(bought: SiteMaker, server: ModelServer) -> None:
    """An edited prompt is what is sent, then and after changes of the article, until taken out."""
    _edit(bought, prompt="A yellow tram at noon.")
    assert bought.build("--strict", **KEYS).code == 0
    assert [c.body["prompt"] for c in server.asked("/images/generations")] == ["A yellow tram at noon."]
    assert server.count("/chat/completions") == 0
    bought.page("index.md", WORDS, illustrate=True)
    bought.options["style"] = "Ink."
    assert bought.build("--strict", **KEYS).code == 0
    sent = server.asked("/images/generations")[-1].body["prompt"]
    assert sent == "A yellow tram at noon. Ink."
    assert server.count("/chat/completions") == 0
    recipe = bought.recipe("index.yml")
    del recipe["prompt"]
    _write(bought, recipe)
    assert bought.build("--strict", **KEYS).code == 0
    assert server.count("/chat/completions") == 1


def test_pinned_and_imported_pictures_stay(bought: SiteMaker, server: ModelServer) -> None:
    """`pin: true` and an imported picture outlast every change of words and models."""
    bought.page("index.md", WORDS, illustrate=True, illustrate_with={"pin": True})
    assert bought.build("--strict", **KEYS).code == 0
    _edit(bought, origin="imported")
    bought.page("index.md", WORDS, illustrate=True)
    bought.options["image"]["model"] = "gpt-image-2"
    assert bought.build("--strict", **KEYS).code == 0
    assert server.calls == []


def test_nothing_bought_is_thrown_away(bought: SiteMaker, server: ModelServer) -> None:
    """Going back to an old text finds its picture in the cache: it is not bought again."""
    bought.page("index.md", WORDS, illustrate=True)
    assert bought.build("--strict", **KEYS).code == 0
    server.calls.clear()
    bought.page("index.md", CITIES, illustrate=True)
    built = bought.build("--strict", **KEYS)
    assert server.calls == []
    assert built.lines("1 from the cache")


def test_without_a_portfolio(site: SiteMaker, server: ModelServer) -> None:
    """`portfolio: null` keeps nothing to commit; the cache still pays once."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["portfolio"] = None
    for _ in range(2):
        assert site.build("--strict", **KEYS).code == 0
    assert server.count("/images/generations") == 1
    assert not (site.folder / "illustrations").exists()


def test_a_heavy_picture_is_kept_lighter(site: SiteMaker, server: ModelServer) -> None:
    """The vendor's own bytes up to 500 KB, else a WebP of the same size."""
    import io
    import os

    from PIL import Image

    from mkdocs_illustrate.testing.answers import Reply

    noise = Image.frombytes("RGB", (700, 500), os.urandom(700 * 500 * 3))
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    server.fail("/images/generations", reply=Reply(body=buffer.getvalue()))
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    recipe = site.recipe("index.yml")
    kept = (site.folder / "illustrations/index.webp").read_bytes()
    assert recipe["file"] == "index.webp"
    assert len(kept) < len(buffer.getvalue())
    with Image.open(io.BytesIO(kept)) as opened:
        assert opened.size == (700, 500)


def _edit(site: SiteMaker, **changes: str) -> None:
    _write(site, site.recipe("index.yml") | changes)


def _write(site: SiteMaker, recipe: dict[str, Any]) -> None:
    path = site.folder / "illustrations/index.yml"
    path.write_text(yaml.safe_dump(recipe, allow_unicode=True), "utf-8")
