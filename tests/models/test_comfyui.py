"""ComfyUI: a workflow's places, and that something always varies."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import ConfigError, UnknownOutcome
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.testing.server import ModelServer

from .talk import PROMPT, Notes, buy, wanted

Make = Callable[..., ImageModel]


def test_comfy_leaves_the_braces_of_a_prompt(make: Make) -> None:
    """A prompt that speaks of {seed} and {nonce} is sent as it was written."""
    with ModelServer.of("comfyui") as server:
        text = "A sack of {seed} beside a {nonce}"
        buy(make("comfyui", base_url=server.url), wanted(text), Notes())
        nodes = server.calls[0].body["prompt"].values()
        assert text in {node["inputs"].get("text") for node in nodes}
        assert all(isinstance(n["inputs"].get("seed", 0), int) for n in nodes)


def test_comfy_never_asks_the_same_twice(make: Make) -> None:
    """ComfyUI draws nothing new for a workflow it has seen: something always varies."""
    with ModelServer.of("comfyui") as server:
        first = buy(make("comfyui", base_url=server.url), notes=Notes())
        second = buy(make("comfyui", base_url=server.url), notes=Notes())
        assert first.seed != second.seed
        for _ in range(2):
            buy(make("comfyui", base_url=server.url), wanted(seed=7), Notes())
        jobs = list(server.state["jobs"].values())
        assert not any(job["cached"] for job in jobs)
        assert [job["workflow"]["3"]["inputs"]["seed"] for job in jobs[2:]] == [7, 7]
        assert jobs[0]["workflow"]["6"]["inputs"]["text"] == PROMPT
        assert jobs[0]["workflow"]["4"]["inputs"]["ckpt_name"] == "sd_xl_base_1.0.safetensors"


def test_a_workflow_of_ones_own(make: Make, tmp_path: Path) -> None:
    """A user's workflow with named places is filled; options fill the places that are not ours."""
    workflow = {
        "1": {
            "class_type": "X",
            "inputs": {"text": "{prompt}, detailed {a|b}", "width": "{width}"},
        },
        "2": {"class_type": "Y", "inputs": {"lora": "{lora}", "seed": "{seed}", "n": "{negative}"}},
    }
    file = tmp_path / "flow.json"
    file.write_text(json.dumps(workflow))
    with ModelServer.of("comfyui") as server:
        options = {"workflow": str(file), "lora": "ink.safetensors", "negative": "words"}
        buy(make("comfyui", base_url=server.url, options=options), notes=Notes())
        sent = server.calls[0].body["prompt"]
        assert sent["1"]["inputs"] == {"text": f"{PROMPT}, detailed {{a|b}}", "width": 1536}
        assert sent["2"]["inputs"]["lora"] == "ink.safetensors"
        assert sent["2"]["inputs"]["n"] == "words"


def test_a_workflow_that_always_is_the_same(make: Make, tmp_path: Path) -> None:
    """A workflow with a seed of its own is run again all the same; its places may be the size."""
    save = {"class_type": "SaveImage", "inputs": {"filename_prefix": "mine", "images": ["1", 0]}}
    inputs = {"text": "{prompt} {size}", "seed": 7}
    file = tmp_path / "flow.json"
    file.write_text(json.dumps({"1": {"class_type": "X", "inputs": inputs}, "9": save}))
    with ModelServer.of("comfyui") as server:
        for _ in range(2):
            options = {"workflow": str(file)}
            buy(make("comfyui", base_url=server.url, options=options), notes=Notes())
        first, second = (c.body["prompt"] for c in server.calls if c.method == "POST")
        assert first["1"]["inputs"] == {"text": f"{PROMPT} 1536x1024", "seed": 7}
        assert first["9"]["inputs"]["filename_prefix"] != second["9"]["inputs"]["filename_prefix"]


def test_a_resumed_workflow_has_its_own_seed(make: Make) -> None:
    """A job of an earlier run is recorded with the seed that it was handed in with."""
    with ModelServer.of("comfyui") as server:
        server.state["looks"] = 10**6
        notes = Notes()
        with pytest.raises(UnknownOutcome):
            buy(make("comfyui", base_url=server.url, timeout={"job": 0.3}), notes=notes)
        for job in server.state["jobs"].values():
            job["left"] = 0
        came = buy(make("comfyui", base_url=server.url), notes=notes)
        assert came.seed == server.calls[0].body["prompt"]["3"]["inputs"]["seed"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "can't be read"),
        ('{"1": {"inputs": {"a": "{prompt}", "b": "{lora}"}}}', "image.options.lora"),
        ('{"nodes": []}', "API format"),
        ('{"1": {}}', "prompt"),
        (None, "read"),
    ],
)
def test_a_workflow_that_is_none(make: Make, tmp_path: Path, text: str | None, words: str) -> None:
    """A workflow that can't be used is a mistake in mkdocs.yml, and the line says which."""
    file = tmp_path / "flow.json"
    if text:
        file.write_text(text)
    model = make("comfyui", options={"workflow": str(file)})
    with pytest.raises(ConfigError, match=words) as raised:
        model.plan(wanted())
    assert "workflow" in str(raised.value)
