"""`plan`: each figure of a site with its state and price. Buys nothing, needs no key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from ..site.opened_site import OpenedSite, open_site
from ..studio.offers import Offer
from ..studio.plans import FigurePlan
from ..studio.spending import Sum, spending
from .answer import Answer, WrongError, answering, config_option, json_option
from .pull_request import pull_request
from .tables import cost_of, dollars, figure_facts, price_of, table


@click.command()
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option("--force", is_flag=True, help="What `generate --force` would make: also what is kept or was refused.")
@click.option("--spent", is_flag=True, help="What was spent until now: by day, by model, by page.")
@click.option("--format", "form", type=click.Choice(["github"]), help="Markdown for a pull request.")
@click.option("--base", metavar="REF", help="With --format: what the pull request is compared with.")
@config_option
@json_option
def plan(
    pages: tuple[str, ...],
    config_file: str | None,
    *,
    force: bool,
    spent: bool,
    form: str | None,
    base: str | None,
    as_json: bool,
) -> None:
    """Show each figure: page, state, model, estimated price, and the total.

    It is what `generate` would make, for all figures or for those of the named pages; nothing is sent and nothing made.
    """
    with (
        answering(as_json=as_json) as answer,
        open_site(config_file, buys=True, force=force, named=pages) as site,
    ):
        if base and not form:
            raise WrongError("--base goes with --format github")
        if spent:
            _say_spent(answer, site, pages)
            return
        plans = site.chosen(pages)
        if form:
            answer.facts["markdown"] = pull_request(site, plans, base)
            if answer.facts["markdown"]:
                answer.say(answer.facts["markdown"])
            return
        _say_plans(answer, site, plans)


def _say_plans(answer: Answer, site: OpenedSite, plans: Sequence[FigurePlan]) -> None:
    offer = Offer.of(plans)
    if offer.items:
        offer.save(site.offers)
    answer.warn(site)
    figures = [figure_facts(plan) | {"why": _why(site, plan)} for plan in plans]
    answer.facts["plan"] = offer.name
    answer.facts["figures"] = figures
    answer.facts["total"] = {"pictures": offer.pictures, "usd": offer.usd, "unpriced": offer.unpriced}
    if answer.as_json:
        return
    rows = [
        (plan.name, plan.state.value, plan.provider_and_model, price_of(plan), _remark(site, plan)) for plan in plans
    ]
    answer.say(table(("page", "state", "model", "price", ""), rows))
    answer.say(f"{offer.pictures} to make, {cost_of(offer)}")
    if offer.items:
        answer.say(f"`generate --plan {offer.name}` buys just this")


def _why(site: OpenedSite, plan: FigurePlan) -> str:
    """Why it is not bought, or would not be by a build."""
    left = site.left_by_builds(plan)
    return plan.reason or (f"not by a build here: {left}" if left else "")


def _remark(site: OpenedSite, plan: FigurePlan) -> str:
    """The same, and how far an article has moved from its picture."""
    drift = plan.drift
    moved = f"{drift:.0%} of its words are new or gone" if drift else ""
    return ", ".join(filter(None, (_why(site, plan), moved, "approved" if plan.is_approved else "")))


def _say_spent(answer: Answer, site: OpenedSite, pages: Sequence[str]) -> None:
    found = spending(site.studio.ledger_lines(), lambda page: not pages or page in pages)
    doubt = {"calls": found.calls_in_doubt, "usd": found.usd_in_doubt}
    sums = {"day": found.days, "model": found.models, "page": found.pages}
    listed = {f"{head}s": [{head: name, **asdict(one)} for name, one in rows.items()] for head, rows in sums.items()}
    answer.facts["spent"] = {**asdict(found.whole), "in_doubt": doubt, **listed}
    if answer.as_json:
        return
    for head, rows in sums.items():
        if rows:
            answer.say(table((head, "pictures", "briefs", "spent"), [_spent_row(*row) for row in rows.items()]))
            answer.say()
    answer.say(_in_all(found.whole))
    if found.calls_in_doubt:
        answer.say(f"{found.calls_in_doubt} calls brought nothing and may have been charged, {_about(doubt['usd'])}")


def _spent_row(name: str, found: Sum) -> tuple[str, ...]:
    return name, str(found.pictures), str(found.briefs), dollars(found.usd)


def _in_all(found: Sum) -> str:
    more = f", and {found.unpriced} times what nobody named a price for" if found.unpriced else ""
    return f"in all {found.pictures} pictures and {found.briefs} briefs for {dollars(found.usd)}{more}"


def _about(usd: float) -> str:
    return f"about {dollars(usd)}" if usd else "at a price that is not known"
