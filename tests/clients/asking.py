"""One wish, asked by a vendor's own client and read with its own types: a function for each.

A client is a development dependency (group `clients`); who has none of a vendor's skips its test.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs_illustrate.testing.server import ModelServer

Ask = Callable[[ModelServer, str, str, dict[str, Any]], int]
"""Server, key, prompt, parameters -> how many bytes or characters of a picture the client has read."""


def openai(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """OpenAI, and those who say that its client is theirs too."""
    from openai import OpenAI

    base = server.url if server.url.endswith("/v1") else f"{server.url}/v1"
    with OpenAI(api_key=key, base_url=base, max_retries=0) as client:
        answer = client.images.generate(prompt=prompt, **asked)
    assert answer.data
    return len(answer.data[0].b64_json or "")


def google(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """google-genai."""
    from google import genai

    client = genai.Client(api_key=key, http_options={"base_url": server.origin})
    answer = client.models.generate_content(model=asked["model"], contents=prompt, config=asked["config"])
    assert answer.usage_metadata.prompt_token_count
    return len(answer.candidates[0].content.parts[0].inline_data.data)


def replicate(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """replicate: a prediction is made, asked after, and read."""
    from replicate import Client

    client = Client(api_token=key, base_url=server.origin)
    given = {"prompt": prompt, **asked["input"]}
    made = client.models.predictions.create(tuple(asked["model"].split("/")), input=given)
    made.wait()
    assert made.status == "succeeded"
    return len(made.output[0])


def fal(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """fal-client: its queue has one address only, which is turned to the server for the time of the test."""
    from fal_client import client as module

    queue, module.QUEUE_URL_FORMAT = module.QUEUE_URL_FORMAT, f"{server.origin}/"
    try:
        handle = module.SyncClient(key=key).submit(asked["model"], {"prompt": prompt, **asked["input"]})
    finally:
        module.QUEUE_URL_FORMAT = queue
    assert list(handle.iter_events(with_logs=True, interval=0.01))
    return len(handle.get()["images"][0]["url"])


def together(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """Together's own."""
    from together import Together

    answer = Together(api_key=key, base_url=server.url.removesuffix("/v1")).images.generate(prompt=prompt, **asked)
    return len(answer.data[0].b64_json)


def huggingface(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """huggingface_hub: an address stands for the model, so that nobody is asked who serves it."""
    from huggingface_hub import InferenceClient

    address = f"{server.origin}/hf-inference/models/{asked['model']}"
    return int(InferenceClient(api_key=key).text_to_image(prompt, model=address, **asked["parameters"]).width)


def openrouter(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """OpenRouter's own."""
    from openrouter import OpenRouter

    answer = OpenRouter(api_key=key, server_url=f"{server.origin}/api/v1").images.generate(prompt=prompt, **asked)
    assert answer.usage.cost
    return len(answer.data[0].b64_json)


def cloudflare(server: ModelServer, key: str, prompt: str, asked: dict[str, Any]) -> int:
    """Cloudflare's own."""
    from cloudflare import Cloudflare

    client = Cloudflare(api_token=key, base_url=f"{server.origin}/client/v4", max_retries=0)
    given = {"account_id": asked["account"], "prompt": prompt, "extra_body": asked["input"]}
    return len(client.ai.run(asked["model"], **given)["image"])
