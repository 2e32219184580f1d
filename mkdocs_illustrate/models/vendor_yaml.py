"""YAML that means the same to everybody: what a vendor's file may use of the language.

Dates stay text, so that the reader names the row of a wrong one. A key stands once. Of merges
(`<<: *base`) there is one to a mapping: who wins between several differs from one PyYAML to the next.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.constructor import ConstructorError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATE, _MERGE = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge"
_SEVERAL = (
    "several mappings are merged (<<), and readers differ in which of them wins; merge one, and write out the rest"
)


class _Loader(_Base):  # type: ignore[misc] # the C loader is not there everywhere, so its type is not known
    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [(tag, pattern) for tag, pattern in pairs if tag != _DATE]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge, after a look at what is written; a node that stands twice comes here twice."""
        seen = self.__dict__.setdefault("_seen", set())
        if id(node) not in seen:
            seen.add(id(node))
            _check(node)
        super().flatten_mapping(node)


def load(text: str) -> Any:
    """The file as plain data; a YAMLError says what is not taken."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - both loaders are safe


def explain(error: yaml.YAMLError) -> str:
    """A YAMLError in one line: `line 3: while parsing a flow sequence, expected ',' or ']'`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = [getattr(error, "context", None), getattr(error, "problem", None)]
    where = f"line {mark.line + 1}: " if mark else ""
    text = ", ".join(filter(None, said)) or str(error)
    return where + " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _check(node: yaml.MappingNode) -> None:
    names: set[str] = set()
    for key, value in node.value:
        name = f"{key.tag} {key.value}" if isinstance(key, yaml.ScalarNode) else ""
        if key.tag == _MERGE and (name in names or isinstance(value, yaml.SequenceNode)):
            raise ConstructorError(None, None, _SEVERAL, key.start_mark)
        if name in names:
            raise ConstructorError(None, None, f"'{key.value}' stands twice", key.start_mark)
        names.add(name)
