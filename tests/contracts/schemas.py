"""A contract's JSON schema -> the rules of `mkdocs_illustrate.testing.limits`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_BOUNDS = {
    "text": ("minLength", "maxLength"),
    "whole": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
    "list": ("minItems", "maxItems"),
}
_KINDS = {"string": "text", "integer": "whole", "number": "number", "array": "list"}


def rows(contract: Path | str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Each model of AI/ML API's contract: its name, its path, its schema."""
    read = json.loads(Path(contract).read_text("utf-8"))
    for path, verbs in read["paths"].items():
        content = verbs["post"]["requestBody"]["content"]["application/json"]
        for one in content["schema"]["oneOf"]:
            schema = read["components"]["schemas"][one["$ref"].rpartition("/")[2]]
            yield schema["properties"]["model"]["enum"][0], path, schema


def rule(schema: Mapping[str, Any]) -> Any:
    """What one field may be."""
    if "anyOf" in schema:
        found = [rule(one) for one in schema["anyOf"]]
        return [one for each in found for one in (each if isinstance(each, list) else [each])]
    if "enum" in schema:
        return list(schema["enum"])
    if schema.get("type") == "boolean":
        return [True, False]
    if schema.get("type") in _KINDS:
        kind = _KINDS[schema["type"]]
        return {kind: _bounds(schema, *_BOUNDS[kind])}
    return _box(schema.get("properties", {}))


def _bounds(schema: Mapping[str, Any], low: str, high: str) -> list[float | None]:
    found = [schema.get(low, 0 if low in {"minLength", "minItems"} else None), schema.get(high)]
    while found and found[-1] in {None, 0}:
        found.pop()
    return found


def _box(inner: Mapping[str, Any]) -> dict[str, Any]:
    if set(inner) != {"width", "height"}:
        return {}
    edges = _bounds(inner["width"], "minimum", "maximum")
    return {"box": {"edges": edges} if edges else {}}
