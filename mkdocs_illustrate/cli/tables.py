"""What commands print: plans as facts, rows as columns."""

from __future__ import annotations

from collections.abc import Sequence

from ..studio.plans import FigurePlan


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as they need to be."""
    text = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[n]) for row in text) for n in range(len(head))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in text)
    return "\n".join(line.rstrip() for line in lines)


def dollars(amount: object) -> str:
    """A price, or a question mark where nobody knows it."""
    if not isinstance(amount, int | float):
        return "?"
    return f"${amount:.4f}".rstrip("0").rstrip(".") if amount else "$0"


def figure_facts(plan: FigurePlan) -> dict[str, object]:
    """A figure as `--json` shows it."""
    return {
        "page": plan.name,
        "state": plan.state.value,
        "drift": None if plan.drift is None else round(plan.drift, 3),
        "provider": plan.image.vendor,
        "model": plan.image.model,
        "price": plan.price,
        "key": plan.key,
        "why": plan.reason,
        "approved": plan.is_approved,
    }
