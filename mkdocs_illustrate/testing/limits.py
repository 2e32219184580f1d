"""What the real servers refuse, as data: `limits/NAME.yml`, one file for each vendor.

They are facts about the vendors and nobody else's: what the plugin sends stands in rows of its own,
and were those read here, a wrong row would find itself confirmed.

    families:
      - of: ["flux-2-*"]                     # the models, by pattern; the first family counts
        fields:                              # what a request may hold; anything else is unknown
          prompt: {text: [1, 4000]}          # a rule; a bound that is left out is open
          seed: {whole: [0]}
          size: [auto, {size: {edges: [16, 3840], multiple: 16}}]  # one of several
          style: {}                          # anything

A family may say `needs` (else: prompt), `open: true` (unknown fields are let through), `area` (of
`width` times `height`) and `together`: pairs of conditions, the second holds where the first does.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import Any, Self

import yaml

from .limit_rules import takes, too_long, within

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Why a request is refused."""

    kind: str
    """model, missing, unknown, long or value."""
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Models that take the same."""

    of: tuple[str, ...] = ("*",)
    fields: Fields = field(default_factory=dict)
    needs: tuple[str, ...] = ("prompt",)
    open: bool = False
    together: tuple[tuple[Fields, Fields], ...] = ()
    area: tuple[int, ...] = ()

    def wrong(self, body: Fields) -> Wrong | None:
        """The first thing that the real one would not take; null and blank are as good as none."""
        given = {name: value for name, value in body.items() if not _empty(value)}
        return self._names(given) or self._values(given) or self._jointly(given)

    def _names(self, given: Fields) -> Wrong | None:
        missing = [name for name in self.needs if name not in given]
        if missing:
            text = f"Missing required parameter: '{missing[0]}'."
            return Wrong(kind="missing", field=missing[0], text=text)
        extra = [] if self.open else sorted(set(given) - set(self.fields))
        if extra:
            text = f"Unknown parameter: '{extra[0]}'."
            return Wrong(kind="unknown", field=extra[0], text=text)
        return None

    def _values(self, given: Fields) -> Wrong | None:
        for name, value in given.items():
            rule = self.fields.get(name, {})
            if too_long(rule, value):
                text = f"'{name}' is longer than {rule['text'][1]} characters."
                return Wrong(kind="long", field=name, text=text)
            if not takes(rule, value):
                return _bad(name, value, rule)
        return None

    def _jointly(self, given: Fields) -> Wrong | None:
        for first, then in self.together:
            if all(takes(rule, given.get(name)) for name, rule in first.items()):
                for name, rule in then.items():
                    if not takes(rule, given.get(name)):
                        return _bad(name, given.get(name), rule)
        width, height = given.get("width", 1), given.get("height", 1)
        if self.area and {"width", "height"} <= set(given) and not within(width * height, self.area):
            return _bad("width", f"{width}x{height}", self.area)
        return None


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _bad(name: str, value: Any, rule: Any) -> Wrong:
    text = f"Invalid value for '{name}': {str(value)[:60]!r}. Supported: {str(rule)[:200]}."
    return Wrong(kind="value", field=name, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """One vendor's models, and those that it has no more."""

    families: tuple[Family, ...]
    edits: tuple[Family, ...] = ()
    """What takes pictures to start from at a path of its own; empty: as the families."""
    gone: tuple[str, ...] = ()

    @staticmethod
    def of(name: str) -> Limits:
        """Those of a file here."""
        return _read(name)

    @classmethod
    def plain(cls, names: Any, longest: int) -> Self:
        """Any model, these fields (None: any), prompts up to a length."""
        fields = {**{name: {} for name in names or ()}, "prompt": {"text": [1, longest]}}
        return cls(families=(Family(fields=fields, open=names is None),))

    def wrong(self, model: Any, body: Fields, *, edits: bool = False) -> Wrong | None:
        """Why the real one would refuse this; None if it would not."""
        names = f"The model '{model}' does not exist or you do not have access to it."
        gone = any(fnmatchcase(str(model), pattern) for pattern in self.gone)
        families = (self.edits or self.families) if edits else self.families
        for family in () if gone else families:
            if any(fnmatchcase(str(model or ""), pattern) for pattern in family.of):
                return family.wrong(body)
        return Wrong(kind="model", field="model", text=names)


@functools.cache
def _read(name: str) -> Limits:
    raw = yaml.safe_load(files(__package__).joinpath(f"limits/{name}.yml").read_text("utf-8"))
    edits = tuple(_family(one) for one in raw.get("edits", ()))
    families = tuple(_family(one) for one in raw["families"])
    return Limits(families=families, edits=edits, gone=tuple(raw.get("gone", ())))


def _family(raw: Mapping[str, Any]) -> Family:
    values = dict(raw)
    for name in ("of", "needs", "area"):
        if name in values:
            values[name] = tuple(values[name])
    values["together"] = tuple((first, then) for first, then in values.get("together", ()))
    return Family(**values)
