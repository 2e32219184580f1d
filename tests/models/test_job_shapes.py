"""Jobs whose end, or whose answer, has another shape than usual."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_illustrate.errors import JobFailed
from mkdocs_illustrate.models.protocols import ImageModel
from mkdocs_illustrate.pictures.decoding import check
from mkdocs_illustrate.testing.server import ModelServer

from .conftest import KEY
from .talk import Notes, buy, wanted

Make = Callable[..., ImageModel]
FLOW = {
    "3": {"class_type": "KSampler", "inputs": {"seed": "{seed}", "positive": ["6", 0]}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": "{width}", "height": "{height}"}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "ink drawing of {prompt}"}},
    "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x-{nonce}"}},
}


@pytest.mark.parametrize("listed", [True, False])
def test_replicate_answers_with_a_text_or_a_list(make: Make, listed: bool) -> None:
    """Some models put the picture's address into a list, some say it plainly: both are fetched."""
    with ModelServer.of("replicate", key=KEY) as server:
        server.state["listed"] = listed
        came = buy(make("replicate", base_url=server.url), notes=Notes())
        assert check(came.data).width == 1024
        assert came.others == ()
        assert sum(call.path.startswith("/files/") for call in server.calls) == 1


def test_replicate_aborts(make: Make) -> None:
    """A prediction that was aborted before it began has failed: nobody waits for it."""
    with ModelServer.of("replicate", key=KEY) as server:
        server.state["outcome"] = "aborted"
        with pytest.raises(JobFailed, match="CUDA"):
            buy(make("replicate", base_url=server.url), notes=Notes())
        assert sum(call.method == "POST" for call in server.calls) == 1
        assert sum("/predictions/" in call.path for call in server.calls) == 2


def _workflow(folder: Path, places: set[str]) -> Path:
    """The workflow with these places; what stood in the others is fixed."""
    text = json.dumps(FLOW)
    for name, place, fixed in (("seed", '"{seed}"', "5"), ("nonce", "x-{nonce}", "x")):
        text = text if name in places else text.replace(place, fixed)
    (folder / "flow.json").write_text(text)
    return folder / "flow.json"


@pytest.mark.parametrize(
    ("places", "seed"),
    [
        ({"seed", "nonce"}, None),
        ({"seed", "nonce"}, 7),
        ({"seed"}, None),
        ({"nonce"}, 7),
        (set(), 7),
    ],
)
def test_a_workflow_of_ones_own_twice(make: Make, tmp_path: Path, places: set[str], seed: int | None) -> None:
    """Asked twice, a user's workflow draws twice, whatever places it has."""
    options = {"workflow": str(_workflow(tmp_path, places))}
    with ModelServer.of("comfyui") as server:
        for _ in range(2):
            model = make("comfyui", base_url=server.url, options=options)
            came = buy(model, wanted("boats", seed=seed), Notes())
            assert check(came.data).width == 1536
        first, second = server.state["jobs"].values()
        assert (first["cached"], second["cached"]) == (False, False)
        assert first["workflow"]["6"]["inputs"]["text"] == "ink drawing of boats"


def test_a_workflow_that_nothing_saves(make: Make, tmp_path: Path) -> None:
    """A workflow whose picture has no name to vary can't run again: a line says what it lacks."""
    text = _workflow(tmp_path, set()).read_text().replace("filename_prefix", "name")
    (tmp_path / "flow.json").write_text(text)
    options = {"workflow": str(tmp_path / "flow.json")}
    with ModelServer.of("comfyui") as server:
        assert buy(make("comfyui", base_url=server.url, options=options), notes=Notes())
        with pytest.raises(JobFailed, match="saved no picture"):
            buy(make("comfyui", base_url=server.url, options=options), notes=Notes())
