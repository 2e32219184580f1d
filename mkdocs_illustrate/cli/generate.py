"""`generate`: makes the pictures that are missing or changed, when somebody agrees to the price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import click

from ..records import Outcome, State
from ..settings import Settings
from ..site.opened_site import OpenedSite, open_site
from ..studio.offers import Offer, differences, saved_offer
from ..studio.plans import TO_BUY, FigurePlan, figure_name
from .answer import Answer, Code, StopError, WrongError, answering, config_option, json_option
from .candidate_orders import make_some
from .consent import NOBODY_AGREED, agreed, yes_option
from .progress import Making, Progress, heard
from .tables import cost_of, dollars

_MADE = {State.MADE: "made", State.CACHED: "taken from the cache"}
_CODES: dict[State, Code] = {State.CHANGED: "changed", State.REFUSED: "refused", State.FAILED: "model_failed"}
_PRICE = click.FloatRange(min=0)


@click.command()
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option("--force", is_flag=True, help="Make anew also what is kept or was refused; what is pinned, by its name.")
@yes_option
@click.option("--plan", "hash_", metavar="HASH", help="Buy just what `plan` listed under this name, or nothing.")
@click.option("--candidates", type=click.IntRange(1, 20), metavar="N", help="Make N to choose from for each figure.")
@click.option("--max-usd", type=_PRICE, metavar="X", help="In place of budget.usd, for this run.")
@click.option("--max-pictures", type=click.IntRange(min=0), metavar="N", help="In place of budget.pictures.")
@config_option
@json_option
def generate(
    pages: tuple[str, ...],
    config_file: str | None,
    *,
    force: bool,
    yes: bool,
    hash_: str | None,
    candidates: int | None,
    max_usd: float | None,
    max_pictures: int | None,
    as_json: bool,
) -> None:
    """Make the pictures that are missing or changed: of the named pages, or all.

    It shows the price and asks; where nobody can be asked, --yes or --plan says so beforehand. `generate` and
    `generate_in` in mkdocs.yml are about builds, not about this. Ctrl-C at any time keeps what is paid.
    """

    def limited(settings: Settings) -> Settings:
        usd = settings.budget.usd if max_usd is None else max_usd
        pictures = settings.budget.pictures if max_pictures is None else max_pictures
        return replace(settings, budget=replace(settings.budget, usd=usd, pictures=pictures))

    with answering(as_json=as_json) as answer, heard():
        if candidates is not None and hash_ is not None:
            raise WrongError("--candidates makes what no plan lists: it goes with --yes, not with --plan")
        progress = Progress(answer)
        try:
            with open_site(config_file, buys=True, force=force, named=pages, change=limited) as site:
                answer.warn(site)
                if candidates is not None:
                    progress.spent = lambda: round(site.studio.spent, 6)
                    make_some(answer, site, site.chosen(pages), candidates, yes=yes)
                    return
                _generate(answer, site, progress, site.chosen(pages), yes=yes, agreed_to=hash_)
        finally:
            _sum_up(answer, progress)


def _generate(
    answer: Answer,
    site: OpenedSite,
    progress: Progress,
    chosen: Sequence[FigurePlan],
    *,
    yes: bool,
    agreed_to: str | None,
) -> None:
    if agreed_to is not None:
        chosen = _as_agreed(site, chosen, agreed_to)
    offer = Offer.of(plan for plan in chosen if plan.buy)
    answer.facts["plan"] = Offer.of(chosen).name
    hindered = [plan for plan in chosen if not plan.buy and plan.state in {*TO_BUY, State.REFUSED}]
    _say_troubles(answer, [plan.outcome() for plan in hindered])
    if agreed_to is not None and any(plan.wants_money for plan in hindered):
        return  # all of it, or nothing
    if offer.items and agreed_to is None:
        offer.save(site.offers)
        _ask(answer, offer, yes=yes or agreed_to is not None)
    wanted = [plan for plan in chosen if plan.buy or plan.state is State.CACHED]
    if not wanted and not hindered:
        answer.say(f"nothing to make: {len(chosen)} figures are as they should be")
    for making in progress.run(site, wanted):
        _say_made(progress, making)


def _ask(answer: Answer, offer: Offer, *, yes: bool) -> None:
    what = "make 1 picture" if offer.pictures == 1 else f"make {offer.pictures} pictures"
    agreed(answer, what, cost_of(offer), yes=yes, otherwise=f"say --yes, or --plan {offer.name}")


def _as_agreed(site: OpenedSite, chosen: Sequence[FigurePlan], name: str) -> Sequence[FigurePlan]:
    """The figures that were agreed to; StopError if any of them would be another purchase by now."""
    before, now = saved_offer(site.offers, name), Offer.of(chosen)
    if before is not None and now.name != name:  # somebody agreed to a part of the site
        pages = {item.page for item in before.items}
        chosen = [plan for plan in chosen if plan.name in pages]
        now = Offer.of(chosen)
    if now.name != name:
        told = "; ".join(list(differences(before, now))[:5]) if before else "it is not known here"
        cure = "`mkdocs-illustrate plan` shows what would be bought now"
        raise StopError(
            "plan_differs",
            f"nothing was bought, as it is not what plan {name} listed any more: {told}. {cure}",
            status=NOBODY_AGREED,
        )
    _check_budget(site.settings, now)
    return chosen


def _check_budget(settings: Settings, offer: Offer) -> None:
    """Part of a plan is not what somebody agreed to."""
    limits = settings.budget
    if limits.pictures is not None and offer.pictures > limits.pictures:
        lack = f"{offer.pictures} pictures are more than the {limits.pictures} of the budget: --max-pictures"
    elif limits.usd is not None and offer.usd > limits.usd:
        lack = f"{dollars(offer.usd)} is more than the {dollars(limits.usd)} of the budget: --max-usd"
    else:
        return
    raise StopError("budget", f"nothing was bought: {lack} allows more", status=NOBODY_AGREED)


def _say_made(progress: Progress, making: Making) -> None:
    outcome, plan = making.outcome, making.plan
    if outcome is None or outcome.state not in _MADE:
        return
    model = "" if progress.is_live else f" by {plan.provider_and_model}"
    more = f"{model}, {making.seconds:.1f} s, {dollars(outcome.cost)}" if outcome.state is State.MADE else ""
    progress.say(f"{plan.name}: {_MADE[outcome.state]}{more}")


def _sum_up(answer: Answer, progress: Progress) -> None:
    """What came of it, also of what was stopped."""
    outcomes = [(making, making.outcome) for making in progress.all]
    good = [(making, outcome) for making, outcome in outcomes if outcome is not None and outcome.state in _MADE]
    answer.facts["spent"] = progress.spent()
    answer.facts["made"] = [_fact(making, outcome) for making, outcome in good]
    _say_troubles(answer, [outcome for _, outcome in outcomes if outcome and outcome.state not in _MADE])
    for _, outcome in good:
        if outcome.trouble:
            answer.problem("damaged", outcome.trouble, outcome.page)
    if not progress.all:
        return
    bought = sum(outcome.state is State.MADE for _, outcome in good)
    answer.say(f"{bought} made, spent {dollars(progress.spent())}")
    if any(outcome is None for _, outcome in outcomes):
        answer.say("stopped: what is paid is kept, and the next run goes on from there")


def _fact(making: Making, outcome: Outcome) -> dict[str, object]:
    plan = making.plan
    return {
        "page": plan.name,
        "state": outcome.state.value,
        "provider": plan.image.vendor,
        "model": plan.image.model,
        "key": outcome.key,
        "cost": outcome.cost,
        "seconds": making.seconds,
    }


def _say_troubles(answer: Answer, outcomes: Sequence[Outcome]) -> None:
    """One line a reason for people, one problem a page for programs."""
    groups: dict[tuple[Code, str], list[str]] = defaultdict(list)
    for outcome in outcomes:
        code = outcome.cause or _CODES.get(outcome.state, "missing")
        groups[code, outcome.reason or outcome.state.value].append(figure_name(outcome.page, outcome.number))
    for (code, reason), pages in groups.items():
        answer.troubled(code, reason, pages)
