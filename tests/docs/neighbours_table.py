"""The table of other plugins in docs/neighbours.md, made from the rows of their tests."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "neighbours.md"
_ROWS, _TRIED = (ROOT / "tests" / "neighbours" / name for name in ("neighbours.yml", "tried.yml"))
_BEGIN, _END = "<!-- neighbours -->", "<!-- /neighbours -->"


def table() -> str:
    """Name, version, builders, order, what to know."""
    tried = yaml.safe_load(_TRIED.read_text("utf-8"))
    lines = ["| plugin | of | tried in | order | what to know |", "| --- | --- | --- | --- | --- |"]
    for row in sorted(yaml.safe_load(_ROWS.read_text("utf-8")), key=lambda row: str(row["plugin"])):
        order = {"before": "before ours", "after": "behind ours"}.get(row.get("order", ""), "any")
        package = row["package"].partition("[")[0]
        lines.append(f"| `{row['plugin']}` | {row['package']} | {tried[package]} | {order} | {row['know']} |")
    builders = ", ".join(f"{name} {tried[name.lower()]}" for name in ("MkDocs", "ProperDocs", "Zensical", "Pelican"))
    return "\n".join([*lines, "", f"With {builders}."])


def renewed(text: str) -> str:
    """The page with the table as it should be."""
    return re.sub(f"{_BEGIN}.*?{_END}", lambda _: f"{_BEGIN}\n{table()}\n{_END}", text, flags=re.DOTALL)
