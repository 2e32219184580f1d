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
    bought = list({d.wanted.key: d for d in site.decisions if _to_buy(d)}.values())
    total = sum(decision.image.estimate() or 0.0 for decision in bought)
    if as_json:
        click.echo(json.dumps({"figures": figures, "total": round(total, 6)}, indent=2))
        return
    rows = [(f["page"], f["state"], f["model"], dollars(f["price"]), f["reason"]) for f in figures]
    click.echo(table(("page", "state", "model", "price", ""), rows))
    click.echo(f"{len(bought)} to make, {_cost(bought, total)}")


@click.command()
@config_option
@json_option
def check(config_file: str | None, *, as_json: bool) -> None:
    """Exit 1 if a frozen build would fail, and say which pages."""
    with opened(config_file) as site:
        bad = [_facts(d) for d in site.decisions if d.state not in _GOOD]
        damaged = {_name(d): said for d in site.decisions if (said := site.studio.damage(d))}
        for problem in site.problems:
            click.echo(problem, err=True)
    if as_json:
        click.echo(json.dumps({"missing": bad, "damaged": damaged}, indent=2))
    else:
        for figure in bad:
            click.echo(f"{figure['page']}: {figure['state']}")
        for page, said in damaged.items():
            click.echo(f"{page}: {said}")
    if bad or damaged:
        raise SystemExit(1)


def _cost(decisions: Sequence[Decision], total: float) -> str:
    """The sum as far as prices are known, and how many have none."""
    unknown = sum(decision.image.estimate() is None for decision in decisions)
    more = f"{unknown} at a price that is not known" if unknown else ""
    return " and ".join(filter(None, (f"about {dollars(total)}" if total or not more else "", more)))


def _to_buy(decision: Decision) -> bool:
    return decision.state in {State.MISSING, State.CHANGED} and not decision.barred


def _price(decision: Decision) -> float | None:
    return decision.image.estimate() if _to_buy(decision) else 0.0


def _name(decision: Decision) -> str:
    commission = decision.commission
    figure = f"#{commission.number}" if commission.number > 1 else ""
    return f"{commission.article.page}{figure}"


def _facts(decision: Decision) -> dict[str, object]:
    image = decision.image
    return {
        "page": _name(decision),
        "state": decision.state.value,
        "provider": image.vendor,
        "model": f"{image.vendor} {image.model}",
        "price": _price(decision),
        "key": decision.key,
        "reason": decision.reason,
    }
