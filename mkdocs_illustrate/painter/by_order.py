"""Drawing by order: what a drawing depends on, as a mapping that can be hashed and sent."""

from __future__ import annotations

from typing import Any

from ..records import Article
from .paint import Painting, paint


def paint_order(order: dict[str, Any]) -> Painting:
    """Paint what an order says: the article in its parts, and how it shall look."""
    article = Article(
        page="",
        title=order["title"],
        words=order["words"],
        lead=order["lead"],
        headings=tuple(order["headings"]),
        tags=tuple(order["tags"]),
        language=order["language"],
    )
    return paint(
        article,
        style=order.get("family") or order["style"] or "auto",
        motifs=tuple(order["motifs"]),
        avoid=tuple(order.get("avoid", ())),
        palette=tuple(order.get("palette", ())),
        site=tuple(order.get("site", ())),
        own=order.get("own", {}),
        scheme=order.get("scheme", "light"),
        seed=order["seed"],
        ratio=order["ratio"],
    )
