"""How the figures of a site stand: `plan` shows it with prices, `check` judges it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from ..records import State
from ..studio.decisions import Decision
from .opening import config_option, json_option, opened
from .tables import dollars, table

_GOOD = {State.KEPT, State.PINNED, State.CACHED, State.OFFLINE}


@click.command()
@config_option
@json_option
def plan(config_file: str | None, *, as_json: bool) -> None:
    """Show each figure: page, state, model, estimated price, and the total."""
    with opened(config_file) as site:
        figures = [_facts(decision) for decision in site.decisions]
        for problem in site.problems:
            click.echo(problem, err=True)
    total = sum(_price(decision) or 0.0 for decision in site.decisions)
    if as_json:
        click.echo(json.dumps({"figures": figures, "total": round(total, 6)}, indent=2))
        return
    rows = [(f["page"], f["state"], f["model"], dollars(f["price"]), f["reason"]) for f in figures]
    click.echo(table(("page", "state", "model", "price", ""), rows))
    click.echo(f"{_count(site.decisions)} to make, {_cost(site.decisions, total)}")


@click.command()
@config_option
@json_option
def check(config_file: str | None, *, as_json: bool) -> None:
    """Exit 1 if a frozen build would fail, and say which pages."""
    with opened(config_file) as site:
        bad = [_facts(d) for d in site.decisions if d.state not in _GOOD]
        for problem in site.problems:
            click.echo(problem, err=True)
    if as_json:
        click.echo(json.dumps({"missing": bad}, indent=2))
    else:
        for figure in bad:
            click.echo(f"{figure['page']}: {figure['state']}")
    if bad:
        raise SystemExit(1)


def _count(decisions: Sequence[Decision]) -> int:
    return sum(_to_buy(decision) for decision in decisions)


def _cost(decisions: Sequence[Decision], total: float) -> str:
    """The sum as far as prices are known, and how many have none."""
    unknown = sum(_price(decision) is None for decision in decisions)
    more = f"{unknown} at a price that is not known" if unknown else ""
    return " and ".join(
        filter(None, (f"about {dollars(total)}" if total or not more else "", more))
    )


def _to_buy(decision: Decision) -> bool:
    return decision.state in {State.MISSING, State.CHANGED}


def _price(decision: Decision) -> float | None:
    return decision.image.estimate() if _to_buy(decision) else 0.0


def _facts(decision: Decision) -> dict[str, object]:
    commission, image = decision.commission, decision.image
    figure = f"#{commission.number}" if commission.number > 1 else ""
    return {
        "page": f"{commission.article.page}{figure}",
        "state": decision.state.value,
        "provider": image.vendor,
        "model": f"{image.vendor} {image.model}",
        "price": _price(decision),
        "key": decision.key,
        "reason": decision.reason,
    }
