"""What is written about the options, made from them: `python tests/docs/tables.py`."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from mkdocs_illustrate.reading import default_of
from mkdocs_illustrate.settings import Settings

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- options -->", "<!-- /options -->"


def rows(record: type = Settings, prefix: str = "") -> Iterator[tuple[str, str, str]]:
    """Name, default and sentence of every option, those inside mappings by their dotted names."""
    hints = typing.get_type_hints(record)
    for f in fields(record):
        hint = hints[f.name]
        if is_dataclass(hint):
            yield from rows(typing.cast("type", hint), f"{prefix}{f.name}.")
        else:
            yield f"{prefix}{f.name}", _default(default_of(f)), f.metadata["doc"]


def table() -> str:
    """The README's table."""
    lines = ["| option | default | |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | `{value}` | {said} |" for name, value, said in rows()]
    return "\n".join(lines)


def schema() -> dict[str, Any]:
    """The JSON schema for editors, in the form that Material's schema takes plugins."""
    options = {**_object(Settings), "markdownDescription": "Illustrates flagged pages."}
    return {
        "$schema": "https://json-schema.org/draft-07/schema",
        "title": "Illustrations for MkDocs pages",
        "oneOf": [
            {"markdownDescription": "Illustrates flagged pages.", "enum": ["illustrate"]},
            {
                "type": "object",
                "properties": {"illustrate": options},
                "additionalProperties": False,
            },
        ],
    }


def renewed(readme: str) -> str:
    """The README with the table as it should be."""
    pattern = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{table()}\n{END}", readme)


def _default(value: object) -> str:
    text = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return text.strip('"') if isinstance(value, str) else text


def _object(record: type) -> dict[str, Any]:
    hints = typing.get_type_hints(record)
    properties = {}
    for f in fields(record):
        said = {"markdownDescription": f.metadata["doc"]}
        default = default_of(f)
        plain = default is None or isinstance(default, bool | int | float | str | tuple)
        if plain:
            said["default"] = list(default) if isinstance(default, tuple) else default
        properties[f.name] = {**_type(hints[f.name]), **said}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _type(hint: Any) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(a) for a in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    if is_dataclass(hint):
        return _object(typing.cast("type", hint))
    names = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}
    return {"type": names[hint]} if hint in names else {}


def main() -> None:
    """Write the table and the schema."""
    readme = ROOT / "README.md"
    readme.write_text(renewed(readme.read_text("utf-8")), "utf-8")
    text = json.dumps(schema(), indent=2, ensure_ascii=False)
    (ROOT / "schema.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
