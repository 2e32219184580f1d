"""`models`: what is known about vendors and their models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import click

from ..dates import today
from ..models.size_rules import SizeRule
from ..models.vendor_files import vendor, vendors
from ..models.vendor_records import Price, Role, Row, Vendor
from .answer import Answer, answering, json_option
from .tables import dollars, table, wrapped
from .terminal import bold

_FRESH = 90  # days: vendors change prices and models about four times a year
_RATES = (("text_in", "in"), ("out", "out"))


@click.command()
@click.option("--provider", help="Only this vendor.")
@click.option("--check-dates", is_flag=True, help="Only rows read more than ninety days ago; exit 1 if there are any.")
@json_option
def models(provider: str | None, *, check_dates: bool, as_json: bool) -> None:
    """List vendors and models: sizes, limits, price with its date, retirement."""
    with answering(as_json=as_json) as answer:
        chosen = [vendor(provider)] if provider else list(vendors())
        if check_dates:
            _check_dates(answer, chosen, today())
            return
        answer.facts["vendors"] = [_vendor(v) for v in chosen]
        for v in () if as_json else chosen:
            answer.say(_heading(v))
            rows = [_line(kind, row) for kind, row in _rows(v)]
            if rows:
                answer.say(table(("", "model", "sizes", "prompt", "price", "as of", "ends"), rows))
            answer.say()


def _check_dates(answer: Answer, chosen: Iterable[Vendor], day: date) -> None:
    """Name the rows that somebody should read again; a price is no better than its date."""
    found = list(old_rows(chosen, day))
    answer.facts["rows"] = found
    if found:
        if not answer.as_json:
            answer.say(table(("vendor", "", "model", "as of", "days"), [tuple(row.values()) for row in found]))
        answer.problem("retired", f"{len(found)} rows were read more than {_FRESH} days ago: read them again")


def old_rows(chosen: Iterable[Vendor], day: date) -> Iterator[dict[str, Any]]:
    """Rows whose date is older than ninety days; of a model that has ended nothing changes any more."""
    for v in chosen:
        for kind, row in _rows(v):
            days = (day - date.fromisoformat(row.price.as_of)).days if row.price.as_of else 0
            if days > _FRESH and not row.retired(day):
                yield {"vendor": v.name, "kind": kind, "model": row.name, "as_of": row.price.as_of, "days": days}


def _heading(v: Vendor) -> str:
    key = f", key in {v.api_key_env}" if v.api_key_env else ""
    said = f"{v.name}  {v.title}  {v.base_url or '(base_url)'}{key}"
    return wrapped(said).replace(v.name, bold(v.name), 1)


def _rows(v: Vendor) -> Iterator[tuple[str, Row]]:
    for kind, role in (("chat", v.chat), ("image", v.image)):
        for row in _known(role):
            yield kind, row


def _known(role: Role | None) -> list[Row]:
    if role is None:
        return []
    default = [] if role.default in role.models or not role.default else [Row(name=role.default)]
    return [*default, *role.models.values()]


def _line(kind: str, row: Row) -> tuple[str, ...]:
    ends = f"{row.retires} → {row.successor}" if row.successor else row.retires
    limit = str(row.prompt) if row.prompt else ""
    return kind, row.name, _sizes(row), limit, _price(row.price), row.price.as_of, ends


def _price(price: Price) -> str:
    """Of a picture, from the least quality to the best; or in the vendor's coin, or by tokens."""
    if price.by_level:
        low, high = min(price.by_level.values()), max(price.by_level.values())
        return f"{dollars(low)}-{dollars(high)[1:]}"
    if price.picture is not None:
        return dollars(price.picture)
    if price.credits is not None:
        return f"{price.credits:g} credits"
    rates = [f"{dollars(price.tokens[name])} {word}" for name, word in _RATES if name in price.tokens]
    return f"{', '.join(rates)} /M tokens" if rates else ""


def _sizes(row: Row) -> str:
    rule = row.size
    if rule.of:
        shown = ", ".join(rule.of[:4])
        return f"{shown}, … ({len(rule.of)})" if len(rule.of) > 4 else shown
    return f"{rule.min}-{rule.max} px" if rule.max < 100_000 else ""


def _limits(rule: SizeRule) -> dict[str, Any]:
    """What any size has to keep, where it is not one of a list."""
    names = ("min", "max", "multiple", "pixels")
    return {} if rule.of or rule.style == "none" else {name: getattr(rule, name) for name in names}


def _vendor(v: Vendor) -> dict[str, Any]:
    return {
        "name": v.name,
        "title": v.title,
        "base_url": v.base_url,
        "api_key_env": v.api_key_env,
        "docs": v.docs,
        "models": [
            {
                "kind": kind,
                "model": row.name,
                "sizes": list(row.size.of),
                "limits": _limits(row.size),
                "quality": list(row.quality),
                "prompt": row.prompt,
                "price": row.price.picture,
                "prices": {**row.price.by_level},
                "tokens": {**row.price.tokens},
                "credits": row.price.credits,
                "as_of": row.price.as_of,
                "retires": row.retires,
                "successor": row.successor,
            }
            for kind, row in _rows(v)
        ],
    }
