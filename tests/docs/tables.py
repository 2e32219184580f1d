"""What is written about options, commands and vendors' files, made from them: `python -m tests.docs.tables`."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mkdocs_illustrate.models.input_records import Edits, References
from mkdocs_illustrate.models.vendor_records import Jobs, Role, Row, Vendor
from mkdocs_illustrate.options import Limit, default_of, hints_of, options_of
from mkdocs_illustrate.settings import Settings
from mkdocs_illustrate.style_settings import StyleSettings

from . import commands_page, neighbours_table, vendors_table
from .json_schemas import settings_schema, vendor_schema

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- options -->", "<!-- /options -->"
WHOLE_BEGIN, WHOLE_END = "<!-- all -->", "<!-- /all -->"
STYLES_BEGIN, STYLES_END = "<!-- style options -->", "<!-- /style options -->"
KEYS_BEGIN, KEYS_END = "<!-- keys -->", "<!-- /keys -->"
SCHEMAS = {"schema.json": settings_schema, "vendor.schema.json": vendor_schema}
_WORDS = {bool: "`true`, `false`", int: "a whole number", float: "a number", str: "text"}
_KEYS = (
    ("In the file", Vendor),
    ("In `chat` and `image`", Role),
    ("In `unknown`, and in `models` under each model's name", Row),
    ("In `edits`, of `image` or of a model", Edits),
    ("In `references`, of `image` or of a model", References),
    ("In `how`, where the dialect is `jobs`", Jobs),
)
_SEPARATE = {record for _, record in _KEYS}


def rows(record: type = Settings, prefix: str = "") -> Iterator[tuple[str, str, str, str]]:
    """Name, what it may be, default and sentence of every option, those inside mappings by their dotted names."""
    hints = hints_of(record)
    for f in options_of(record):
        rest, hint, default = f.metadata.get("rest"), hints[f.name], default_of(f)
        inner, name = _record(hint), f"{prefix}{'LEVEL' if rest else f.name}"
        if inner is None or inner in _SEPARATE or default is None:
            yield name, allowed(get_args(hint)[1] if rest else hint, f), _default(default), f.metadata.get("doc", "")
        if inner is not None and inner not in _SEPARATE:
            yield from rows(inner, f"{name}.")


def table(record: type = Settings) -> str:
    """The options of a record, in Markdown."""
    lines = ["| option | may be | default | |", "| --- | --- | --- | --- |"]
    lines += [f"| `{name}` | {may} | {default} | {said} |" for name, may, default, said in rows(record)]
    return "\n".join(lines)


def whole(record: type = Settings, depth: int = 2) -> Iterator[str]:
    """All options as mkdocs.yml has them, with their defaults."""
    hints = hints_of(record)
    for f in options_of(record):
        default, inner = default_of(f), _record(hints[f.name])
        start = f"{'  ' * depth}{f.name}:"
        if inner is not None and is_dataclass(default):
            yield start
            yield from whole(inner, depth + 1)
        else:
            value = [*default] if isinstance(default, tuple) else default
            yield f"{start} {_plain(value)}"


def _plain(value: object) -> str:
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)


def keys() -> str:
    """What can stand in a vendor's file, in Markdown."""
    return "\n\n".join(f"{where}:\n\n{table(record)}" for where, record in _KEYS)


def renewed(text: str) -> str:
    """A page with its tables as they should be."""
    text = _between(BEGIN, END, table(), text)
    every = "\n".join(["```yaml", "plugins:", "  - illustrate:", *whole(depth=3), "```"])
    text = _between(WHOLE_BEGIN, WHOLE_END, every, text)
    text = _between(STYLES_BEGIN, STYLES_END, table(StyleSettings), text)
    return _between(KEYS_BEGIN, KEYS_END, keys(), text)


def _between(begin: str, end: str, made: str, text: str) -> str:
    return re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{made}\n{end}", text, flags=re.DOTALL)


def allowed(hint: Any, f: Field[Any]) -> str:
    """What an option may be, in words: its type, or its limit where that says it all."""
    words, items = _said(_type(hint), f.metadata.get("checks", ())), get_args(hint)
    listed = get_origin(hint) is tuple and get_origin(items[0]) is Literal and words != _type(hint)
    return f"{words}: {_type(items[0])}" if listed else words


def _said(kind: str, checks: Iterable[Any]) -> str:
    """The words of the limit that a schema knows too, or the last there is."""
    limits = [check for check in checks if isinstance(check, Limit)]
    words = next((limit.words for limit in limits if limit.schema), limits[-1].words if limits else "")
    whole = words.startswith(("a ", "an ", "the ", "text", "some ")) or "`" in words
    return words if whole else f"{kind}, {words}" if words else kind


def _type(hint: Any) -> str:  # noqa: PLR0911 - one line for each kind of annotation
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        choice = next((limit.schema["enum"] for limit in arguments[1:] if "enum" in getattr(limit, "schema", ())), None)
        return _type(Literal[tuple(choice)]) if choice else _said(_type(arguments[0]), arguments[1:])
    if origin is Literal:
        return ", ".join(f"`{json.dumps(a)}`".replace('"', "") for a in arguments)
    if origin in (Union, types.UnionType):
        return " or ".join(_type(a) for a in arguments if a is not type(None))
    if origin is tuple and arguments[-1] is not ...:
        return "two whole numbers"
    if origin is tuple:
        return f"a list of {_type(arguments[0])}"
    if origin in (dict, Mapping):
        keys, values = (_type(a) for a in arguments)
        return "a mapping" if values in {"anything", "a mapping"} else f"a mapping of {keys} to {values}"
    return _WORDS.get(hint, "a mapping" if is_dataclass(hint) else "anything")


def _record(hint: Any) -> type | None:
    """The record that an option is, if it is one."""
    real = [a for a in get_args(hint) or (hint,) if a is not type(None)]
    return typing.cast("type", real[0]) if len(real) == 1 and is_dataclass(real[0]) else None


def _default(value: object) -> str:
    if value is MISSING:
        return "has to be written"
    if is_dataclass(value) or (isinstance(value, Mapping | tuple) and not value):
        return ""
    text = json.dumps([*value] if isinstance(value, tuple) else value, ensure_ascii=False)
    return "" if value == "" else f"`{text.strip(chr(34)) if isinstance(value, str) else text}`"


def main() -> None:
    """Write the tables and the schemas."""
    for page in (ROOT / "docs" / name for name in ("options.md", "vendors.md", "styles.md")):
        page.write_text(renewed(page.read_text("utf-8")), "utf-8")
    commands_page.PAGE.write_text(commands_page.renewed(commands_page.PAGE.read_text("utf-8")), "utf-8")
    vendors_table.PAGE.write_text(vendors_table.renewed(vendors_table.PAGE.read_text("utf-8")), "utf-8")
    neighbours_table.PAGE.write_text(neighbours_table.renewed(neighbours_table.PAGE.read_text("utf-8")), "utf-8")
    for name, schema in SCHEMAS.items():
        text = json.dumps(schema(), indent=2, ensure_ascii=False)
        (ROOT / name).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
