"""What the contracts give as answers, read by our own clients (`bash .ci/contracts`)."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import Any

import pytest

from mkdocs_illustrate import errors
from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import ImageRequest, NoJournal, Question, Reply
from mkdocs_illustrate.models.wire.pace import no_pauses
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.records import Picture
from mkdocs_illustrate.settings import ChatSettings, ImageSettings, TimeoutSettings
from mkdocs_illustrate.shapes import Shape
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer

from .through import NO_PRISM, prism

pytestmark = pytest.mark.skipif(not os.environ.get("PRISM_OPENAI"), reason=NO_PRISM)
GPT, FLUX = "gpt-image-2.5-flare", "flux-pro"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody waits, and everybody has a key."""
    monkeypatch.setenv("TEST_KEY", "test-key")
    with no_pauses():
        yield


def _buy(server: ModelServer, name: str, model: str, **more: Any) -> Picture:
    request = ImageRequest(prompt="A keeper mends a net", shape=Shape(1536, 1024), **more)

    async def bought() -> Picture:
        settings = ImageSettings(provider=name, model=model, base_url=server.url, api_key_env="TEST_KEY")
        made = Registry(TimeoutSettings(), 1).image(settings)
        try:
            return await made.run(made.plan(request), NoJournal())
        finally:
            await made.close()

    return asyncio.run(bought())


def _ask(server: ModelServer) -> Reply:
    async def asked() -> Reply:
        settings = ChatSettings(provider="openai", model="gpt-5.5", base_url=server.url, api_key_env="TEST_KEY")
        made = Registry(TimeoutSettings(), 1).chat(settings)
        form = {"type": "object", "properties": {"prompt": {"type": "string"}}}
        try:
            question = Question(messages=(("user", "The article: tides"),), form=form)
            return await made.run(made.plan(question))
        finally:
            await made.close()

    return asyncio.run(asked())


def test_a_picture_of_openai() -> None:
    """What is sent through the SDK, headers and all, the contract takes; its picture is read."""
    with prism("openai") as server:
        came = _buy(server, "openai", GPT)
        assert came.data.startswith(b"\x89PNG")
        assert len(server.calls) == 1


@pytest.mark.parametrize("masked", [True, False])
def test_an_edit_of_openai(masked: bool) -> None:
    """So is a form with pictures and a mask."""
    start = picture("start", (64, 64))
    with prism("openai") as server:
        came = _buy(server, "openai", GPT, images=(start,), mask=start if masked else None)
        assert came.data.startswith(b"\x89PNG")
        assert [call.path for call in server.calls] == ["/images/edits"]


def test_a_brief_of_openai() -> None:
    """The chat's question is taken as it is, in the strictest form, and its brief is read."""
    with prism("openai", "code=200, example=ok") as server:
        assert "lighthouse" in _ask(server).text
        assert server.calls[0].body["response_format"]["type"] == "json_schema"
        assert len(server.calls) == 1


@pytest.mark.parametrize("example", ["refusal", "content-filter"])
def test_a_chat_that_declines(example: str) -> None:
    """A refusal of the chat model is one, whether it speaks or is cut off."""
    with prism("openai", f"code=200, example={example}") as server, pytest.raises(errors.Refused):
        _ask(server)


def test_a_chat_that_is_cut_off() -> None:
    """Half a brief comes as it is: what can be made of it is decided where briefs are read."""
    with prism("openai", "code=200, example=cut-off") as server:
        assert _ask(server).text == '{"prompt":"A watercol'


@pytest.mark.parametrize("where", ["/images/generations", "/images/edits"])
@pytest.mark.parametrize(
    ("code", "example", "kind", "sends"),
    [
        (400, "invalid_value", errors.BadRequest, 1),
        (400, "invalid_size", errors.BadRequest, 1),
        (400, "moderation_blocked", errors.Refused, 1),
        (400, "billing_hard_limit", errors.OutOfCredit, 1),
        (401, "invalid_api_key", errors.Unauthorised, 1),
        (403, "unverified_org", errors.Unauthorised, 1),
        (404, "model_not_found", errors.Retired, 1),
        (429, "insufficient_quota", errors.OutOfCredit, 1),
        (500, "server_error", errors.UnknownOutcome, 2),
        (503, "overloaded", errors.UnknownOutcome, 2),
    ],
)
def test_errors_of_openai(where: str, code: int, example: str, kind: type[errors.ModelError], sends: int) -> None:
    """Each error of the contract means what it should, and is repeated as that allows."""
    images = (picture("start", (64, 64)),) if where.endswith("edits") else ()
    with prism("openai", f"code={code}, example={example}") as server:
        with pytest.raises(kind):
            _buy(server, "openai", GPT, images=images)
        assert server.count(where) == sends


@pytest.mark.parametrize("where", ["/images/generations", "/images/edits"])
def test_a_rate_limit_of_openai_is_waited_out(where: str) -> None:
    """The contract's 429 is no failure of one picture: it is asked for again for as long as a job may take."""
    images = (picture("start", (64, 64)),) if where.endswith("edits") else ()
    with prism("openai", "code=429, example=rate_limit") as server:
        with pytest.raises(errors.RateLimited):
            _buy(server, "openai", GPT, images=images)
        assert server.count(where) > 4


@pytest.mark.parametrize(
    ("example", "cost", "seed"),
    [("data-b64", 0.06, None), ("data-url", 0.065, None), ("images", 0.065, 550911681), ("output", 0.065, None)],
)
def test_answers_of_aimlapi(example: str, cost: float, seed: int | None) -> None:
    """Whichever of its shapes AI/ML API answers in, the picture is found, with cost and seed."""
    with prism("aimlapi", f"code=200, example={example}", before="/v1") as server:
        came = _buy(server, "aimlapi", FLUX)
        assert came.data.startswith(b"\x89PNG")
        assert (came.cost, came.seed) == (pytest.approx(cost), seed)


@pytest.mark.parametrize(
    ("code", "example", "kind"),
    [
        (200, "images-nsfw", errors.Refused),
        (400, "default", errors.BadRequest),
        (401, "default", errors.Unauthorised),
        (403, "default", errors.OutOfCredit),
        (404, "default", errors.Retired),
        (429, "default", errors.RateLimited),
        (500, "default", errors.UnknownOutcome),
        (503, "default", errors.UnknownOutcome),
        (504, "default", errors.UnknownOutcome),
    ],
)
def test_errors_of_aimlapi(code: int, example: str, kind: type[errors.ModelError]) -> None:
    """So with what it refuses: by a flag beside a picture, or by a status."""
    with prism("aimlapi", f"code={code}, example={example}", before="/v1") as server:
        with pytest.raises(kind):
            _buy(server, "aimlapi", FLUX)
        assert not any("/files/" in call.path for call in server.calls)


JOB = [f"code=200, example={name}" for name in ("accepted", "in-progress", "in-progress")]


def test_a_job_of_pictory() -> None:
    """Pictory's job is submitted once and followed through its states to its picture."""
    with prism("pictory", *JOB, "code=200, example=completed") as server:
        came = _buy(server, "pictory", "seedream3.0")
        assert check(came.data).width > 0
        paths = [call.path for call in server.calls]
        assert paths[0].endswith("/v1/aistudio/images")
        assert sum("/v1/jobs/" in path for path in paths) == 3


@pytest.mark.parametrize(
    ("wishes", "kind"),
    [
        ((*JOB, "code=200, example=failed"), errors.JobFailed),
        (("code=400",), errors.BadRequest),
        (("code=401",), errors.Unauthorised),
        (("code=429",), errors.RateLimited),
        (("code=500",), errors.UnknownOutcome),
    ],
)
def test_errors_of_pictory(wishes: tuple[str, ...], kind: type[errors.ModelError]) -> None:
    """A failed job and a refused one are told apart, though the first comes with HTTP 200."""
    with prism("pictory", *wishes) as server, pytest.raises(kind):
        _buy(server, "pictory", "seedream3.0")
