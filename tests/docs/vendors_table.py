"""The table of vendors in docs/vendors.md, made from their files."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_illustrate.models.vendor_files import vendors

PAGE = Path(__file__).parents[2] / "docs" / "vendors.md"
BEGIN, END = "<!-- vendors -->", "<!-- /vendors -->"


def table() -> str:
    """One line for each vendor of ours."""
    lines = [
        "| vendor | makes | dialect | key variable | default base_url | models known |",
        "|---|---|---|---|---|---|",
    ]
    for v in vendors():
        roles = {"pictures": v.image, "briefs": v.chat}
        made = " and ".join(name for name, role in roles.items() if role)
        dialects = ", ".join(dict.fromkeys(f"`{role.dialect}`" for role in roles.values() if role))
        known = len(v.image.models) if v.image else 0
        key = f"`{v.api_key_env}`" if v.api_key_env else "–"
        url = v.base_url or ("–" if v.free or v.by_hand else "yours")
        lines.append(f"| `{v.name}` | {made} | {dialects} | {key} | {url} | {known or '–'} |")
    return "\n".join(lines)


def renewed(text: str) -> str:
    """The page with the table as it should be."""
    pattern = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{table()}\n{END}", text)
