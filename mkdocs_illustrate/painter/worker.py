"""Drawing by order, and a process that does nothing else: one line of JSON in, a picture out.

The rasteriser holds Python's lock, so drawings on threads wait for one another and for the site
that is being rendered. In processes of their own they don't.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from ..records import Article
from .kit.pixels import rasterise
from .paint import Painting, paint

_WIDTH = 1536  # of the picture that the sizes are cut from


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
        scheme=order.get("scheme", "light"),
        seed=order["seed"],
        ratio=order["ratio"],
    )


def draw(order: dict[str, Any]) -> tuple[dict[str, str], bytes]:
    """The words that belong to a drawing, and its PNG."""
    painting = paint_order(order)
    width = _WIDTH if order["ratio"] >= 1 else round(_WIDTH * order["ratio"])
    words = {"alt": painting.alt}
    return words, rasterise(painting.svg, width)


def main() -> None:
    """Draw what comes in until nothing more comes."""
    for line in sys.stdin.buffer:
        words, png = draw(json.loads(line))
        head = json.dumps({**words, "bytes": len(png)}).encode()
        sys.stdout.buffer.write(head + b"\n" + png)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
