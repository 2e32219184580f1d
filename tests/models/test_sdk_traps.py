"""What the OpenAI SDK does that would cost money or lose a picture, and what is done about it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import openai
import pytest

from mkdocs_illustrate.errors import ModelError, UnknownOutcome
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.models.wire import http_client, openai_client
from mkdocs_illustrate.models.wire.endpoint import Auth, Endpoint
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.rules import coded
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import PICTURES, buy

Make = Callable[..., ImageModel]


def _client() -> openai_client.OpenAIClient:
    own = "https://api.example.com/v1"
    endpoint = Endpoint(base_url=own, default_base_url=own, key=lambda: KEY, auth=Auth())
    return openai_client.OpenAIClient(endpoint, {})


def test_repeats_are_a_number() -> None:
    """SDK: `max_retries=None` is an error since 3.0, and its own repeats bill anew: it gets 0."""
    with pytest.raises((TypeError, ValueError)):
        openai.AsyncOpenAI(api_key="k", max_retries=None)  # type: ignore[arg-type]
    assert _client()._client.max_retries == 0  # noqa: SLF001


@pytest.mark.parametrize("said", ["false", "true"])
def test_the_server_does_not_decide_on_repeats(make: Make, said: str) -> None:
    """SDK: `x-should-retry` wins over its rules; ours repeat a 500 once, whatever it says."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=500, headers={"x-should-retry": said}, times=9)
        with pytest.raises(UnknownOutcome):
            buy(make("openai", base_url=server.url))
        assert server.count(PICTURES) == 2
        server.faults.clear()
        server.fail(PICTURES, status=500, headers={"x-should-retry": said})
        assert buy(make("openai", base_url=server.url)).data.startswith(b"RIFF")
        assert server.count(PICTURES) == 4


def test_bytes_beside_an_empty_address(make: Make) -> None:
    """`{url: null, b64_json: …}` with `meta`, through the SDK: the bytes count, the cost too."""
    item = {"url": None, "b64_json": coded("a lighthouse", (320, 200))}
    said = {"data": [item], "meta": {"usage": {"credits_used": 120000, "usd_spent": 0.06}}}
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, reply=Reply.json(said))
        came = buy(make("openai", base_url=server.url))
    assert came.data == picture("a lighthouse", (320, 200))
    assert came.cost == 0.06


def test_each_stack_has_its_own_client() -> None:
    """SDK 3 speaks httpx2, we fetch with httpx: neither is handed the other one's client."""
    assert isinstance(_client()._client._client, httpx2.AsyncClient)  # noqa: SLF001
    assert openai_client.httpx2.AsyncClient is not httpx.AsyncClient
    assert http_client.httpx is httpx


@pytest.mark.skipif(not hasattr(httpx2, "alias_httpx"), reason="this httpx2 does not offer it yet")
def test_one_name_for_both(run_python: Callable[..., str]) -> None:
    """`alias_httpx()` makes `import httpx` mean httpx2: pictures are bought and fetched as ever.

    Somebody else's plugin may call it, in the same build and before us.
    """
    code = """
import asyncio, os, sys
import httpx2
httpx2.alias_httpx()
from mkdocs_illustrate.models.protocols import ImageRequest, NoJournal
from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.testing.server import ModelServer
os.environ["TEST_KEY"] = "test-key"

async def bought(vendor, url):
    model = Registry(TimeoutSettings(), 1).image(
        ImageSettings(provider=vendor, base_url=url, api_key_env="TEST_KEY"))
    try:
        return await model.run(model.plan(ImageRequest(prompt="boats at dawn")), NoJournal())
    finally:
        await model.close()

for vendor in ("openai", "google", "aimlapi"):
    with ModelServer.of(vendor) as server:
        print(vendor, len(asyncio.run(bought(vendor, server.url)).data) > 1000)
"""
    assert run_python(code).split() == ["openai", "True", "google", "True", "aimlapi", "True"]


def test_who_is_trusted() -> None:
    """SDK 3 trusts what the system trusts, not certifi: its TLS is left as it comes, never off."""
    pool = _client()._client._client._transport._pool  # type: ignore[attr-defined]  # noqa: SLF001
    context = pool._ssl_context  # noqa: SLF001
    assert type(context).__module__.split(".")[0] in {"truststore", "ssl"}
    assert context.verify_mode.name == "CERT_REQUIRED"
    assert context.check_hostname
    assert "certifi" not in type(context).__module__
    assert sys.modules.get("truststore") is not None


def test_trap_the_environment(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """SDK: OPENAI_BASE_URL, organization, project and headers of the environment are not taken."""
    monkeypatch.setenv("OPENAI_BASE_URL", "https://elsewhere.example/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-mine")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-of-mine")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: secret")
    with ModelServer.of("openai", key=KEY) as server:
        buy(make("openai", base_url=server.url))
        assert "of-mine" not in str(server.calls[0].headers)
        assert "x-mine" not in server.calls[0].headers


def test_trap_should_retry(make: Make) -> None:
    """SDK: a server that says x-should-retry does not decide how often we pay."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=500, headers={"x-should-retry": "true"}, times=9)
        with pytest.raises(UnknownOutcome):
            buy(make("openai", base_url=server.url))
        assert server.count(PICTURES) == 2


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n", b"hello", b"[]", b"null", b'{"data": 1}'])
def test_trap_a_200_that_is_none(make: Make, body: bytes) -> None:
    """SDK: a 200 that is no JSON comes back as text or null; here it is judged by its bytes."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, reply=Reply(body=body), times=9)
        if body.startswith(b"\x89PNG"):
            assert buy(make("openai", base_url=server.url)).data == body
        else:
            with pytest.raises(ModelError):
                buy(make("openai", base_url=server.url))


@pytest.mark.parametrize(
    "said", [{"error": "text"}, {"message": "text", "statusCode": 400}, {"detail": "text"}, "text"]
)
def test_trap_errors_of_other_shapes(make: Make, said: Any) -> None:
    """SDK: an error of another shape has no code and no message; here its words are found."""
    with ModelServer.of("openai", key=KEY) as server:
        server.fail(PICTURES, status=400, body=said)
        with pytest.raises(ModelError, match="text"):
            buy(make("openai", base_url=server.url))


def test_trap_keys(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """SDK: a newline behind a key is sent, an umlaut breaks it; here neither happens."""
    with ModelServer.of("openai", key=KEY) as server:
        monkeypatch.setenv("TEST_KEY", f"{KEY}\n")
        buy(make("openai", base_url=server.url))
        monkeypatch.setenv("TEST_KEY", "schlüssel-123456")
        with pytest.raises(Exception, match="TEST_KEY") as raised:
            make("openai", base_url=server.url).ready()
        assert "schlüssel" not in str(raised.value)
        assert len(server.calls) == 1


def test_trap_redirected_posts(make: Make) -> None:
    """SDK: a redirected POST would carry the article to another host; here it goes nowhere."""
    with ModelServer.of("openai", key=KEY) as server, ModelServer() as elsewhere:
        headers = {"Location": f"{elsewhere.origin}/v1/images/generations"}
        server.fail(PICTURES, status=307, headers=headers)
        with pytest.raises(ModelError, match="base_url"):
            buy(make("openai", base_url=server.url))
        assert elsewhere.calls == []
