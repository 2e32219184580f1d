"""Records -> JSON Schema for editors: the types by their annotations, the limits by their own words."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, is_dataclass
from importlib.metadata import entry_points
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mkdocs_illustrate.models.vendor_files import DIALECTS, HOW
from mkdocs_illustrate.models.vendor_records import Role, Vendor
from mkdocs_illustrate.options import FROM_ENVIRONMENT, VARIABLE, Limit, default_of, hints_of, options_of
from mkdocs_illustrate.settings import Settings

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft-07/schema"
_NAMES = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}
_NULL: Schema = {"type": "null"}
_SAYS = "^[ ]*(?:1|0|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff])[ ]*$"
_VARIABLE: Schema = {"type": "string", **VARIABLE.schema}
_SWITCH: Schema = {
    "anyOf": [{"type": "boolean"}, {"enum": [0, 1]}, {"type": "string", "pattern": _SAYS}, _VARIABLE],
}
# An editor sees `!ENV [CI, false]` as the list behind the tag.
_FROM_ENVIRONMENT: Schema = {
    "type": "array",
    "items": [_VARIABLE],
    "additionalItems": {"type": ["string", "number", "boolean", "null"]},
    "minItems": 1,
}


class Schemas:
    """The records of one file, each defined once."""

    def __init__(self, *, environment: bool = False) -> None:
        self.definitions: dict[str, Schema] = {"environment": _FROM_ENVIRONMENT} if environment else {}
        self._environment = environment

    def record(self, record: type) -> Schema:
        """A reference to a record, defined when it is first met."""
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._object(record)
        return {"$ref": f"#/definitions/{name}"}

    def _object(self, record: type) -> Schema:
        hints = hints_of(record)
        properties, rest = {}, False
        for f in options_of(record):
            if f.metadata.get("rest"):
                rest = self.value(get_args(hints[f.name])[1])
            else:
                properties[f.name] = self._option(hints[f.name], f)
        needed = [f.name for f in options_of(record) if default_of(f) is MISSING]
        rules = [rule.schema for rule in getattr(record, "RULES", ()) if rule.schema]
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": rest,
            **({"required": needed} if needed else {}),
            **({"allOf": rules} if rules else {}),
        }

    def _option(self, hint: Any, f: Field[Any]) -> Schema:
        """What may stand there, null for not set included, and a sentence for the editor."""
        default = default_of(f)
        schema = _limited(self.value(hint), f.metadata.get("checks", ()))
        if self._environment and _is_plain(schema):
            schema = {"anyOf": [schema, {"$ref": "#/definitions/environment"}]}
        if default is not MISSING:
            schema = _or_null(schema)
        if f.metadata.get("doc"):
            schema["markdownDescription"] = f.metadata["doc"]
        if default is None or isinstance(default, bool | int | float | str | tuple):
            schema["default"] = list(default) if isinstance(default, tuple) else default
        return schema

    def value(self, hint: Any) -> Schema:  # noqa: PLR0911 - one line for each kind of annotation
        """What an annotation allows."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            said = arguments[1:]
            return _SWITCH if FROM_ENVIRONMENT in said else _limited(self.value(arguments[0]), said)
        if origin in (Union, types.UnionType):
            return self._any_of(arguments)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            count = {} if arguments[-1] is ... else {"minItems": len(arguments), "maxItems": len(arguments)}
            return {"type": "array", "items": self.value(arguments[0]), **count}
        if origin in (dict, Mapping):
            return self._mapping(*arguments)
        if is_dataclass(hint):
            return self.record(typing.cast("type", hint))
        return {"type": _NAMES[hint]} if hint in _NAMES else {}

    def _any_of(self, arguments: Iterable[Any]) -> Schema:
        several = [self.value(a) for a in arguments if a is not type(None)]
        schema = several[0] if len(several) == 1 else {"anyOf": several}
        return _or_null(schema) if type(None) in arguments else schema

    def _mapping(self, key: Any, value: Any) -> Schema:
        names = {"pattern": "^[0-9]+$"} if key is int else {k: v for k, v in self.value(key).items() if k != "type"}
        named = {"propertyNames": names} if names else {}
        return {"type": "object", "additionalProperties": self.value(value), **named}


_COUNTS = {"minLength": "string", "minItems": "array", "minProperties": "object"}


def _limited(schema: Schema, said: Iterable[Any]) -> Schema:
    kind = schema.get("type")
    for each in (limit.schema for limit in said if isinstance(limit, Limit)):
        limit = {name: value for name, value in each.items() if kind is None or _COUNTS.get(name, kind) == kind}
        clash = (set(limit) & set(schema)) - {"type"} or (limit and "$ref" in schema)
        schema = {"allOf": [schema, limit]} if clash else {**schema, **limit}
    return schema


def _or_null(schema: Schema) -> Schema:
    kind = schema.get("type")
    if isinstance(kind, str) and "enum" not in schema:
        return {**schema, "type": [kind, "null"]}
    if kind and "null" in kind and "enum" not in schema:
        return dict(schema)
    if set(schema) == {"anyOf"}:
        return {"anyOf": [*schema["anyOf"], *([] if _NULL in schema["anyOf"] else [_NULL])]}
    return {"anyOf": [schema, _NULL]}


def _is_plain(schema: Schema) -> bool:
    """Neither a list nor a mapping, nor a mixture with one."""
    return all(_kinds(part) <= _PLAIN for part in schema.get("anyOf", [schema]))


def _kinds(schema: Schema) -> set[str]:
    kind = schema.get("type", "string" if "enum" in schema else "anything")
    return {kind} if isinstance(kind, str) else set(kind)


_PLAIN = {"string", "integer", "number", "boolean", "null"}


def settings_schema() -> Schema:
    """What stands under `plugins:`, in the form that Material's schema takes plugins."""
    schemas = Schemas(environment=True)
    said = {"markdownDescription": "Illustrates flagged pages."}
    options = {"anyOf": [schemas.record(Settings), _NULL], **said}
    return {
        "$schema": _DRAFT,
        "title": "Illustrations for MkDocs pages",
        "oneOf": [
            {**said, "enum": ["illustrate"]},
            {
                "type": "object",
                "properties": {"illustrate": options},
                "required": ["illustrate"],
                "additionalProperties": False,
            },
        ],
        "definitions": schemas.definitions,
    }


def vendor_schema() -> Schema:
    """What a vendor's file holds; a dialect of ours knows what stands under `how`."""
    schemas = Schemas()
    top = schemas.record(Vendor)
    ours = {p.name for p in entry_points(group=DIALECTS) if p.module.startswith("mkdocs_illustrate.")}
    role = schemas.definitions[Role.__name__]
    role["allOf"] = [*role.get("allOf", []), *(_dialect(schemas, name) for name in sorted(ours))]
    return {
        "$schema": _DRAFT,
        "title": "A vendor's file of mkdocs-illustrate",
        "markdownDescription": "An endpoint and its models, as data. See docs/vendors.md.",
        "allOf": [top],
        "definitions": dict(sorted(schemas.definitions.items())),
    }


def _dialect(schemas: Schemas, name: str) -> Schema:
    """What a role may say that speaks this dialect."""
    wanted: Schema = {"properties": {"how": {"maxProperties": 0}}}
    if name in HOW:
        wanted = {"properties": {"how": schemas.record(HOW[name])}, "required": ["how"]}
    return {"if": {"properties": {"dialect": {"const": name}}, "required": ["dialect"]}, "then": wanted}
