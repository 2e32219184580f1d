"""AI/ML API's documented models against its rows and against the limits of its test server.

Needs the contract's files, beside the checkout or where CONTRACTS says; neither Prism nor npm.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from mkdocs_illustrate.models.model_registry import Registry
from mkdocs_illustrate.models.protocols import ImageRequest
from mkdocs_illustrate.models.vendor_files import vendor
from mkdocs_illustrate.settings import ImageSettings, TimeoutSettings
from mkdocs_illustrate.shapes import Shape
from mkdocs_illustrate.testing.limits import Family, Limits

from .schemas import rows, rule

BESIDE = Path(__file__).parents[3] / "shared" / "contracts"
FOLDER = Path(os.environ.get("CONTRACTS", BESIDE))
SHAPES = [None, *(Shape(*s) for s in ((16, 9), (3, 1), (1536, 1024), (640, 1600), (4096, 4096)))]
FILES = {"image", "mask"}  # of a form: they are looked at apart from its fields

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the contracts are not in ../shared/contracts, nor where CONTRACTS says"
)


def models() -> list[dict[str, Any]]:
    """Those of the overview that need no picture to start from."""
    if not FOLDER.is_dir():
        return []
    read = json.loads((FOLDER / "aimlapi-image-models.json").read_text("utf-8"))
    return [row for row in read["rows"] if not row["needs_image"]]


def family(name: str, path: str = "/v1/images/generations") -> Family:
    """What the contract says of a model."""
    contract = FOLDER / "aimlapi-images.openapi.json"
    schema = next(s for m, p, s in rows(contract) if (m, p) == (name, path))
    fields = {n: rule(s) for n, s in schema["properties"].items()}
    return Family(of=(name,), fields=fields, needs=tuple(schema["required"]))


@pytest.mark.parametrize("row", models(), ids=lambda row: row["model"])
def test_each_model_has_a_row(row: dict[str, Any]) -> None:
    """The model is known, with its limit of words, and each order of it is what its page allows."""
    role = vendor("aimlapi").image
    assert role
    known = role.models[row["model"]]
    assert known.prompt == row["prompt_max"]
    contract = family(row["model"])
    for shape in SHAPES:
        for quality in (None, *known.quality):
            settings = ImageSettings(provider="aimlapi", model=row["model"], quality=quality)
            made = Registry(TimeoutSettings(), 1).image(settings)
            order = made.plan(ImageRequest(prompt="boats", shape=shape, seed=2**32 - 1))
            assert contract.wrong(order.body) is None, order.body


@pytest.mark.parametrize("row", models(), ids=lambda row: row["model"])
def test_a_count_by_options(row: dict[str, Any]) -> None:
    """The row's parameter for several pictures is the one that the page names."""
    role = vendor("aimlapi").image
    assert role
    assert role.models[row["model"]].count == row["count_param"]


def test_the_server_knows_what_the_contract_says() -> None:
    """The limits of the test server are the contract's own, for all that draws by a prompt."""
    limits = Limits.of("aimlapi")
    for name, path, schema in rows(FOLDER / "aimlapi-images.openapi.json"):
        if "prompt" not in schema["required"]:
            continue
        edits = path.endswith("/edits")
        (ours,) = [f for f in (limits.edits if edits else limits.families) if name in f.of]
        theirs = {n: rule(s) for n, s in schema["properties"].items()}
        kept = {n: r for n, r in theirs.items() if n != "model" and not (edits and n in FILES)}
        assert {n: r for n, r in ours.fields.items() if n != "model"} == kept, name
        assert {"model", *ours.needs} == set(schema["required"]) - (FILES if edits else set())
