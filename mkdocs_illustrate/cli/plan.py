"""`plan`: each figure of a site with its state and price. Buys nothing, needs no key."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ..site.opened_site import open_site
from ..studio.plans import FigurePlan
from .answer import answering, config_option, json_option
from .tables import dollars, figure_facts, table


@click.command()
@config_option
@json_option
def plan(config_file: str | None, *, as_json: bool) -> None:
    """Show each figure: page, state, model, estimated price, and the total."""
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        figures = [figure_facts(plan) for plan in site.plans]
        answer.warn(site)
        bought = list({p.wanted.key: p for p in site.plans if p.wants_money}.values())
        total = sum(p.price or 0.0 for p in bought)
        unpriced = sum(p.price is None for p in bought)
        answer.facts["figures"] = figures
        answer.facts["total"] = {"pictures": len(bought), "usd": round(total, 6), "unpriced": unpriced}
        rows = [(*_row(f), dollars(f["price"]), f["why"] or _moved(f["drift"])) for f in figures]
        answer.say(table(("page", "state", "model", "price", ""), rows))
        answer.say(f"{len(bought)} to make, {_cost(bought, total)}")


def _row(figure: dict[str, object]) -> tuple[object, ...]:
    return figure["page"], figure["state"], f"{figure['provider']} {figure['model']}"


def _moved(drift: object) -> str:
    """How far an article has moved from its picture, in words."""
    return f"{drift:.0%} of its words are new or gone" if isinstance(drift, float) and drift else ""


def _cost(plans: Sequence[FigurePlan], total: float) -> str:
    """The sum as far as prices are known, and how many have none."""
    unknown = sum(plan.price is None for plan in plans)
    more = f"{unknown} at a price that is not known" if unknown else ""
    return " and ".join(filter(None, (f"about {dollars(total)}" if total or not more else "", more)))
