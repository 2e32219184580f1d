"""Each dialect against a server that refuses what the real one refuses."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_illustrate.errors import (
    BadAnswer,
    ConfigError,
    NotAllowed,
    OutOfCredit,
    Refused,
    Retired,
)
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.testing.answers import FORBIDDEN, Reply
from mkdocs_illustrate.testing.pictures import drawing
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]


def test_stability_forms(make: Make) -> None:
    """Stability gets a form even without a file, and its bytes are the picture."""
    with ModelServer.of("stability", key=KEY) as server:
        came = buy(make("stability", base_url=server.url), wanted(seed=9))
        form = server.calls[0].form
        assert form == {
            "prompt": [PROMPT],
            "output_format": ["webp"],
            "aspect_ratio": ["3:2"],
            "seed": ["9"],
        }
        assert server.calls[0].path == "/v2beta/stable-image/generate/core"
        assert (check(came.data).media_type, came.seed, came.cost) == (
            "image/webp",
            343940597,
            0.03,
        )
        buy(make("stability", model="sd3.5-medium", base_url=server.url))
        assert server.calls[1].path.endswith("/sd3")
        assert server.calls[1].form["model"] == ["sd3.5-medium"]  # type: ignore[index]


@pytest.mark.parametrize("accept", ["image/*", "application/json"])
def test_stability_blurs(make: Make, accept: str) -> None:
    """A blurred picture with HTTP 200 is a refusal, in the header or in the JSON."""
    with ModelServer.of("stability", key=KEY) as server:
        server.state["finish"] = "CONTENT_FILTERED"
        model: Any = make("stability", base_url=server.url)
        model.setup.role.asks.headers["Accept"] = accept  # a row of data
        try:
            with pytest.raises(Refused):
                buy(model)
        finally:
            model.setup.role.asks.headers["Accept"] = "image/*"  # a row of data
        assert len(server.calls) == 1


@pytest.mark.parametrize("thoughts", [True, False])
def test_gemini(make: Make, thoughts: bool) -> None:
    """Gemini gets a ratio and a level; of the parts that come, the last picture counts."""
    with ModelServer.of("google", key=KEY) as server:
        server.state["thoughts"] = thoughts
        came = buy(make("google", base_url=server.url, options={"safetySettings": []}))
        body = server.calls[0].body
        assert body["generationConfig"]["imageConfig"] == {"aspectRatio": "3:2", "imageSize": "1K"}
        assert body["safetySettings"] == []
        assert server.calls[0].path == "/v1beta/models/gemini-3.1-flash-image:generateContent"
        assert check(came.data).width > check(came.data).height
        assert came.cost == pytest.approx((20 * 0.5 + 1290 * 60) / 1e6)


@pytest.mark.parametrize("finish", ["IMAGE_SAFETY", "PROHIBITED_CONTENT", "NO_IMAGE", "RECITATION"])
def test_gemini_refuses_politely(make: Make, finish: str) -> None:
    """A 200 without a picture is a refusal, by its reason."""
    with ModelServer.of("google", key=KEY) as server:
        server.state["finish"] = finish
        with pytest.raises(Refused, match=finish):
            buy(make("google", base_url=server.url))
        assert len(server.calls) == 1


def test_gemini_says_nothing(make: Make) -> None:
    """A 200 without a picture and without a reason is a bad answer, asked for once more."""
    with ModelServer.of("google", key=KEY) as server:
        server.state["finish"] = "MAX_TOKENS"
        with pytest.raises(BadAnswer):
            buy(make("google", base_url=server.url))
        assert len(server.calls) == 2


def test_options_fill_the_template(make: Make) -> None:
    """An option of the author's replaces what the row says, also inside a template."""
    with ModelServer.of("google", key=KEY) as server:
        options = {"aspect_ratio": "21:9", "generationConfig": {"temperature": 0.5}}
        buy(make("google", base_url=server.url, options=options))
        config = server.calls[0].body["generationConfig"]
        assert config["imageConfig"]["aspectRatio"] == "21:9"
        assert config["temperature"] == 0.5
        assert config["responseModalities"] == ["IMAGE"]


def test_the_web_ui(make: Make) -> None:
    """A1111 gets steps, guidance, size; a checkpoint only where one is named."""
    with ModelServer.of("sdwebui", key=KEY) as server:
        options = {"negative_prompt": "text", "sampler_name": "Euler a", "steps": 12}
        came = buy(make("sdwebui", base_url=server.url, options=options))
        body = server.calls[0].body
        assert body == {
            "prompt": PROMPT,
            "steps": 12,
            "cfg_scale": 6.0,
            "width": 1536,
            "height": 1024,
            "negative_prompt": "text",
            "sampler_name": "Euler a",
        }
        assert (came.seed, came.cost) == (1234567, 0.0)
        basic = base64.b64encode(KEY.encode()).decode()
        assert server.calls[0].headers["authorization"] == f"Basic {basic}"
        buy(make("sdwebui", model="dreamshaper_8", base_url=server.url), wanted(seed=5))
        body = server.calls[1].body
        assert body["override_settings"] == {"sd_model_checkpoint": "dreamshaper_8"}
        assert body["seed"] == 5


def test_the_web_ui_without_a_key(make: Make) -> None:
    """A server on this machine needs no key, and gets none."""
    with ModelServer.of("sdwebui", key=None) as server:
        buy(make("sdwebui", base_url=server.url, api_key_env=None))
        assert "authorization" not in server.calls[0].headers


def test_a_model_of_one_version(make: Make) -> None:
    """What is named owner/name:version is run by its version."""
    with ModelServer.of("replicate", key=KEY) as server:
        buy(make("replicate", model="someone/ink:0123abcd", base_url=server.url), notes=Notes())
        (call,) = (c for c in server.calls if c.method == "POST")
        assert call.path.endswith("/v1/predictions")
        assert call.body["version"] == "someone/ink:0123abcd"
        assert set(call.body) == {"version", "input"}


@pytest.mark.parametrize("raw", [True, False])
def test_cloudflare(make: Make, raw: bool) -> None:
    """The account stands in the address and not in the body; JSON or bytes come back."""
    with ModelServer.of("cloudflare", key=KEY) as server:
        server.state["raw"] = raw
        buy(make("cloudflare", base_url=server.url, options={"account": "a b"}))
        assert server.calls[0].path.startswith("/client/v4/accounts/a%20b/ai/run/@cf/black-forest")
        assert set(server.calls[0].body) == {"prompt"}
    with pytest.raises(ConfigError, match="account"):
        make("cloudflare").plan(wanted())


def test_hugging_face(make: Make) -> None:
    """Everything but the prompt stands under `parameters`."""
    with ModelServer.of("huggingface", key=KEY) as server:
        buy(make("huggingface", base_url=server.url, options={"num_inference_steps": 4}))
        body = server.calls[0].body
        assert body["parameters"] == {"width": 1536, "height": 1024, "num_inference_steps": 4}


def test_xai_takes_no_size(make: Make) -> None:
    """Grok is asked by ratio and level; its cost in ticks is read."""
    with ModelServer.of("xai", key=KEY) as server:
        came = buy(make("xai", base_url=server.url, quality="low"))
        assert server.calls[0].body == {
            "model": "grok-imagine-image-2.0",
            "prompt": PROMPT,
            "aspect_ratio": "3:2",
            "resolution": "1k",
            "quality": "low",
            "response_format": "b64_json",
        }
        assert came.cost == pytest.approx(0.04)


def test_xai_moderates_with_200(make: Make) -> None:
    """`respect_moderation: false` and an empty list are refusals."""
    for body in ({"data": [{"url": "https://x/y", "respect_moderation": False}]}, {"data": []}):
        with ModelServer.of("xai", key=KEY) as server:
            server.fail("/images", status=200, body=body)
            with pytest.raises(Refused):
                buy(make("xai", base_url=server.url))
            assert len(server.calls) == 1


def test_azure(make: Make) -> None:
    """Azure's key goes into its own header, and nowhere else."""
    with ModelServer.of("azure", key=KEY) as server:
        buy(make("azure", model="my-deployment", base_url=server.url))
        (call,) = server.calls
        assert call.path == "/openai/v1/images/generations"
        assert call.headers["api-key"] == KEY
        assert "authorization" not in call.headers


def test_localai_splits_prompts(make: Make) -> None:
    """A | in a prompt would begin the negative prompt there."""
    with ModelServer.of("localai", key=KEY) as server:
        buy(make("localai", model="m", base_url=server.url), wanted("day | night"))
        assert server.calls[0].body["prompt"] == "day , night"


def test_aimlapi_without_credit(make: Make) -> None:
    """AI/ML API's 403 means an empty account; nobody asks it again."""
    said = {"message": "Forbidden", "path": "/v1/images", "requestId": "1", "statusCode": 403}
    with ModelServer.of("aimlapi", key=KEY) as server:
        server.fail("/images", status=403, body=said, times=9)
        with pytest.raises(OutOfCredit, match="top it up"):
            buy(make("aimlapi", base_url=server.url))
        assert len(server.calls) == 1


@pytest.mark.parametrize("flag", [{"content_violation": True}, {"has_nsfw_concepts": [True]}, {"nsfw": True}])
def test_aimlapi_refuses_with_200(make: Make, flag: dict[str, object]) -> None:
    """A flag beside a picture means that it was refused."""
    said = {"data": [{"url": "https://x.example/y.png", **flag}], **flag}
    with ModelServer.of("aimlapi", key=KEY) as server:
        server.fail("/images", status=200, body=said)
        with pytest.raises(Refused):
            buy(make("aimlapi", base_url=server.url))
        assert len(server.calls) == 1


def test_a_retired_model_names_its_successor(make: Make) -> None:
    """The row of a retired model says what came after, and so does the error."""
    with ModelServer.of("google", key=KEY) as server:
        with pytest.raises(Retired, match=r"use gemini-3\.1-flash-image instead"):
            buy(make("google", model="imagen-4.0-generate-001", base_url=server.url))
        assert len(server.calls) == 1


def test_old_openai_models_on_compatible_servers(make: Make) -> None:
    """DALL-E is retired at OpenAI, but its words still work where another server has it."""
    with ModelServer.of("openai-compatible", key=KEY) as server:
        server.state["shape"] = "data-url"
        options = {"style": "vivid", "n": 1, "response_format": "url"}
        model = make("openai", model="dall-e-3", quality="hd", base_url=server.url, options=options)
        buy(model)
        assert server.calls[0].body == {
            "model": "dall-e-3",
            "prompt": PROMPT,
            "quality": "hd",
            "style": "vivid",
            "n": 1,
            "response_format": "url",
            "size": "1792x1024",
        }


def test_the_real_cost(make: Make) -> None:
    """OpenAI says how many tokens a picture took: that is its cost, not the list's."""
    usage = {
        "input_tokens": 50,
        "input_tokens_details": {"text_tokens": 50, "image_tokens": 0},
        "output_tokens": 1756,
        "total_tokens": 1806,
    }
    with ModelServer.of("openai", key=KEY) as server:
        server.state["more"] = {"usage": usage}
        model = make("openai", quality="high", base_url=server.url)
        assert model.plan(wanted()).price == 0.0527
        assert buy(model).cost == pytest.approx(50 * 5e-6 + 1756 * 30e-6)


def test_by_hand(make: Make) -> None:
    """Nobody is called: the prompt to use is told, and that is a normal state."""
    model = make("manual", api_key_env=None)
    model.ready()
    assert model.plan(wanted()).price == 0.0
    with pytest.raises(NotAllowed, match=rf"import.*{PROMPT}"):
        buy(model)


def test_a_quality_that_is_not_offered(make: Make) -> None:
    """A quality that a known model does not have is a mistake that names those it has."""
    with pytest.raises(ConfigError, match="has auto, low, medium, high, xhigh, max"):
        make("openai", quality="ultra").plan(wanted())
    with pytest.raises(ConfigError, match="no such setting"):
        make("pictory", quality="high").plan(wanted())
    order = make("openai", model="gpt-image-9", quality="ultra").plan(wanted())
    assert order.body["quality"] == "ultra"


def test_a_web_page_is_no_picture(make: Make) -> None:
    """SVG and HTML are refused as pictures, whatever type they are said to be."""
    for text in ("<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html><p>Log in"):
        with ModelServer.of("huggingface", key=KEY) as server:
            reply = Reply(body=text.encode(), headers={"Content-Type": "image/png"})
            server.fail("/models/", reply=reply, times=2)
            with pytest.raises(BadAnswer):
                buy(make("huggingface", base_url=server.url))
            assert len(server.calls) == 2


@pytest.mark.parametrize("shape", ["data-b64", "images"])
def test_several_pictures_of_one_call(make: Make, shape: str) -> None:
    """`n` by `options` brings several: the first counts, none is lost, the estimate knows."""
    with ModelServer.of("openai", key=KEY) as server:
        server.state["shape"] = shape
        model = make("openai", base_url=server.url, options={"n": 3})
        assert model.plan(wanted()).price == pytest.approx(3 * 0.0132)
        came = buy(model)
        assert server.calls[0].body["n"] == 3
        assert len(came.others) == 2
        assert check(came.others[0]).width == check(came.data).width


def test_a_drawing_on_request(make: Make) -> None:
    """Only who is asked for an SVG may send one; as base64, as an address or as it is."""
    with ModelServer.of("openai", key=KEY) as server:
        options = {"output_format": "svg"}
        came = buy(make("openai", model="gpt-image-2.6-flare", base_url=server.url, options=options))
        assert came.media_type == "image/svg+xml"
        assert check(came.data, drawing=True).width == 2048
        assert server.calls[0].body["output_format"] == "svg"
    with ModelServer.of("recraft", key=KEY) as server:
        reply = Reply(body=drawing("x"), headers={"Content-Type": "image/svg+xml"})
        server.fail("/images/generations", reply=reply, times=1)
        style = {"style": "vector_illustration"}
        assert buy(make("recraft", base_url=server.url, options=style)).media_type


@pytest.mark.parametrize("vendor", ["pictory", "replicate"])
def test_a_job_that_fails_for_the_words_is_a_refusal(make: Make, vendor: str) -> None:
    """These have no state for it: the reason says that the prompt was not liked."""
    with ModelServer.of(vendor, key=KEY) as server, pytest.raises(Refused):
        buy(make(vendor, base_url=server.url), wanted(f"{FORBIDDEN} at the harbour"))
