"""Rows as columns, no wider than the terminal. Names are shortened in their middle; what does not fit goes on below."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .. import quoting
from ..characters import visible
from .terminal import console

if TYPE_CHECKING:
    from rich.text import Text

    from ..studio.offers import Offer
    from ..studio.plans import FigurePlan

_GAP = "  "
_LEAST = 12  # columns of a name that is shortened: fewer say nothing
_COLOURS = {
    "changed": "yellow",
    "missing": "yellow",
    "briefed": "yellow",
    "refused": "red",
    "failed": "red",
    "no": "red",
    "yes": "green",
}


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns as wide as they need to be. A last one without a head is a remark: it goes below where it is too long."""
    cells = [[visible(str(cell)) for cell in row] for row in rows]
    out = console()
    lines = list(_lines(list(head), cells, out.width))
    if out.color_system is None:
        return "\n".join(line.plain.rstrip() for line in lines)
    with out.capture() as drawn:
        for line in lines:
            out.print(line, no_wrap=True, overflow="ignore", crop=False)
    return "\n".join(line.rstrip() for line in drawn.get().splitlines())


def _lines(head: list[str], rows: list[list[str]], width: int) -> Iterator[Text]:
    remarks = [""] * len(rows)
    if not head[-1] and _needed(head, rows) > width:
        head, remarks, rows = head[:-1], [row[-1] for row in rows], [row[:-1] for row in rows]
    widths = _fitting(_widths(head, rows), width)
    if widths is None:
        for row in rows:
            yield from _stacked(head, row, width)
        return
    yield _line(head, widths, "bold")
    for row, remark in zip(rows, remarks, strict=True):
        yield _line(row, widths)
        yield from _below(remark, width)


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    from rich.cells import cell_len  # noqa: PLC0415

    return [max(cell_len(row[n]) for row in (head, *rows)) for n in range(len(head))]


def _needed(head: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    return sum(_widths(head, rows)) + len(_GAP) * (len(head) - 1)


def _fitting(widths: list[int], width: int) -> list[int] | None:
    """The widest columns give way; None if too little would be left of them."""
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for _ in range(over):
        widest = widths.index(max(widths))
        if widths[widest] <= _LEAST:
            return None
        widths[widest] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int], style: str = "") -> Text:
    from rich.cells import set_cell_size  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    line = Text()
    for n, (cell, width) in enumerate(zip(row, widths, strict=True)):
        line.append(_GAP if n else "")
        line.append(set_cell_size(shortened(cell, width), width), style or _COLOURS.get(cell, ""))
    line.rstrip()
    return line


def wrapped(text: str) -> str:
    """Words, in lines as wide as the terminal."""
    return "\n".join(textwrap.wrap(text, console().width, break_long_words=False, break_on_hyphens=False))


def _below(remark: str, width: int, lead: str = "    ") -> Iterator[Text]:
    from rich.text import Text  # noqa: PLC0415

    for line in textwrap.wrap(remark, max(width, 2 * _LEAST), initial_indent=lead, subsequent_indent=lead):
        yield Text(line, "dim")


def _stacked(head: Sequence[str], row: Sequence[str], width: int) -> Iterator[Text]:
    """One row as a few lines, for a terminal that is narrow."""
    from rich.text import Text  # noqa: PLC0415

    yield Text(shortened(_GAP.join(row[:2]).strip(), width), "bold")
    told = (f"{name} {cell}".strip() for name, cell in zip(head[2:], row[2:], strict=True) if cell)
    yield from _below(", ".join(told), width)


def shortened(text: str, width: int) -> str:
    """A name without its middle, where it is too long."""
    from rich.cells import cell_len, chop_cells  # noqa: PLC0415

    if cell_len(text) <= width:
        return text
    front = (width - 1) // 3  # pages of one folder differ at their end
    first = chop_cells(text, front)[0]
    last = chop_cells(text[::-1], width - 1 - front)[0][::-1]
    return f"{first}…{last}"


def dollars(amount: object) -> str:
    """A price, or a question mark where nobody knows it."""
    if not isinstance(amount, int | float):
        return "?"
    return quoting.dollars(amount) if amount else "$0"


def price_of(plan: FigurePlan) -> str:
    """What a figure costs: "$0.04", or "$0.04 + ?" where only the brief's price is not known."""
    if not plan.wants_money:
        return ""
    if plan.price is not None or plan.picture_price is None:
        return dollars(plan.price)
    return f"{dollars(plan.picture_price)} + ?"


def cost_of(offer: Offer) -> str:
    """The sum as far as prices are known, and what has none."""
    unknown = offer.unpriced_pictures
    more = f"{unknown} at a price that is not known" if unknown else ""
    if offer.unpriced and not unknown:
        more = "briefs at a price that is not known"
    return " and ".join(filter(None, (f"about {dollars(offer.usd)}" if offer.usd or not more else "", more)))


def figure_facts(plan: FigurePlan) -> dict[str, object]:
    """A figure as `--json` shows it."""
    drift = plan.drift
    return {
        "page": plan.name,
        "state": plan.state.value,
        "drift": None if drift is None else round(drift, 3),
        "provider": plan.image.vendor,
        "model": plan.image.model,
        "price": plan.price,
        "key": plan.key,
        "why": plan.reason,
        "approved": plan.is_approved,
    }
