"""ComfyUI: a workflow's places, and that something always varies."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import ConfigError, JobFailed, ModelError, UnknownOutcome
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


def _flow(tmp_path: Path, **inputs: object) -> dict[str, str]:
    nodes = {
        "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "house.safetensors"}},
        "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "{prompt}"}},
        "3": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512, **inputs}},
        "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "mine", "images": ["3", 0]}},
    }
    (tmp_path / "flow.json").write_text(json.dumps(nodes))
    return {"workflow": str(tmp_path / "flow.json")}


def test_a_workflow_says_what_it_draws_with(make: Make, tmp_path: Path) -> None:
    """A workflow that names its own checkpoint is recorded as drawn by that one, whatever the default is."""
    assert make("comfyui", options=_flow(tmp_path)).model == "house.safetensors"
    assert make("comfyui").model == "sd_xl_base_1.0.safetensors"
    assert make("comfyui", model="mine.safetensors").model == "mine.safetensors"


def test_a_workflow_that_was_interrupted(make: Make) -> None:
    """Whoever stops a workflow in ComfyUI ends the wait, and the line says that it was stopped."""
    with ModelServer.of("comfyui") as server:
        server.state["outcome"] = "interrupted"
        with pytest.raises(JobFailed, match="was interrupted on the server"):
            buy(make("comfyui", base_url=server.url), notes=Notes())
        assert server.count("/prompt") == 1


def test_a_batch_is_fetched_whole(make: Make, tmp_path: Path) -> None:
    """Of three pictures of one workflow three come, each another one."""
    with ModelServer.of("comfyui") as server:
        came = buy(make("comfyui", base_url=server.url, options=_flow(tmp_path, batch_size=3)), notes=Notes())
        assert len({came.data, *came.others}) == 3
        assert server.count("/prompt") == 1


def test_a_server_that_forgot_its_job(make: Make) -> None:
    """A server that was started anew in the middle of a job gets it once more, and the picture comes."""
    with ModelServer.of("comfyui") as server:
        forgets = server.routes["/history/*"]

        def history(call, server):  # noqa: ANN001, ANN202
            if server.count("/prompt") == 1:
                server.state["jobs"] = {}
            return forgets(call, server)

        server.routes["/history/*"] = history
        assert buy(make("comfyui", base_url=server.url), notes=Notes()).data
        assert server.count("/prompt") == 2


def test_a_server_that_is_away_for_a_moment(make: Make) -> None:
    """A poll that reaches nobody does not end the wait for a job."""
    with ModelServer.of("comfyui") as server:
        server.fail("/history", status=503, headers={"Retry-After": "1"}, times=2)
        assert buy(make("comfyui", base_url=server.url), notes=Notes()).data
        assert server.count("/prompt") == 1


@pytest.mark.parametrize("provider", ["comfyui", "sdwebui", "localai", "sdcpp"])
def test_a_server_of_ones_own_charges_nothing(make: Make, provider: str) -> None:
    """What goes wrong at a server that costs nothing was never charged, and no line says that it may have been."""
    for trouble in ({"status": 500}, {"cut": True}):
        with ModelServer.of(provider, key=None) as server:
            server.fail("/", times=9, **trouble)  # type: ignore[arg-type]
            with pytest.raises(ModelError) as raised:
                buy(make(provider, model="m", base_url=server.url, api_key_env=""), notes=Notes())
            assert "charged" not in str(raised.value)
            assert not raised.value.maybe_charged
