"""What servers look at before they work."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from typing import Any

from .pictures import picture


def unknown(body: Mapping[str, Any], allowed: Iterable[str]) -> str | None:
    """The first field that the real one would not take."""
    extra = sorted(set(body) - set(allowed))
    return extra[0] if extra else None


def coded(words: str, size: tuple[int, int] = (1024, 1024), kind: str = "PNG") -> str:
    """A picture in base64."""
    return base64.b64encode(picture(words, size, kind)).decode()


def by_ratio(ratio: str, edge: int = 1024) -> tuple[int, int]:
    """A size whose longer edge is given."""
    width, height = (int(part) for part in ratio.split(":"))
    longer = max(width, height)
    return edge * width // longer, edge * height // longer


def whole(value: object, low: int, high: int, multiple: int = 1) -> bool:
    """Whether a value is a number that is allowed."""
    good = isinstance(value, int) and not isinstance(value, bool)
    return good and low <= value <= high and value % multiple == 0  # type: ignore[operator]


def typed(form: Mapping[str, Any]) -> dict[str, Any]:
    """A form's texts as the values that they spell; its prompts stay as they are."""
    return {n: v if n.endswith("prompt") else _spelt(v) for n, v in form.items()}


def _spelt(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value) if "." in value else int(value)
    return {"true": True, "false": False}.get(value, value)
