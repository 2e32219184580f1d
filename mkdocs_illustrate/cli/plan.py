"""`plan`: each figure of a site with its state and price. Buys nothing, needs no key."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from ..studio.planning import FigurePlan
from .open_site import config_option, json_option, open_site
from .tables import dollars, figure_facts, table


@click.command()
@config_option
@json_option
def plan(config_file: str | None, *, as_json: bool) -> None:
    """Show each figure: page, state, model, estimated price, and the total."""
    with open_site(config_file) as site:
        figures = [figure_facts(plan) for plan in site.plans]
        for problem in site.problems:
            click.echo(problem, err=True)
    bought = list({p.wanted.key: p for p in site.plans if p.wants_money}.values())
    total = sum(p.price or 0.0 for p in bought)
    if as_json:
        click.echo(json.dumps({"figures": figures, "total": round(total, 6)}, indent=2))
        return
    rows = [
        (f["page"], f["state"], f["model"], dollars(f["price"]), f["reason"] or _moved(f["drift"])) for f in figures
    ]
    click.echo(table(("page", "state", "model", "price", ""), rows))
    click.echo(f"{len(bought)} to make, {_cost(bought, total)}")


def _moved(drift: object) -> str:
    """How far an article has moved from its picture, in words."""
    return f"{drift:.0%} of its words are new or gone" if isinstance(drift, float) and drift else ""


def _cost(plans: Sequence[FigurePlan], total: float) -> str:
    """The sum as far as prices are known, and how many have none."""
    unknown = sum(plan.price is None for plan in plans)
    more = f"{unknown} at a price that is not known" if unknown else ""
    return " and ".join(filter(None, (f"about {dollars(total)}" if total or not more else "", more)))
