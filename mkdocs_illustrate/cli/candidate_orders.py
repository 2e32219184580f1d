"""Making candidates by command: what it costs is asked first, and what came of it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..site.opened_site import OpenedSite
from ..studio.candidate_list import Candidate
from ..studio.making import Made
from ..studio.offers import Offer
from ..studio.plans import FigurePlan
from .answer import Answer, Code
from .candidate_files import candidate_facts, say_rows, shown
from .consent import agreed
from .tables import cost_of


def made(answer: Answer, site: OpenedSite, plans: Sequence[FigurePlan], *, yes: bool) -> tuple[Made, ...]:
    """Buy what is not there yet, if somebody agrees to the price; each that can't be had is a problem."""
    bought = [plan for plan in plans if plan.buy]
    if bought:
        agreed(answer, _what(bought), cost_of(Offer.of(bought)), yes=yes)
    done = site.run(site.studio.making.all(plans))
    for one in done:
        if one.candidate is None:
            answer.problem(_code(one), one.reason, one.plan.name)
    paid = sum(one.paid for one in done)
    found = sum(one.candidate is not None for one in done) - paid
    answer.say(f"{paid} made" + (f", {found} were there already" if found else ""))
    return done


def candidates_by_figure(done: Sequence[Made]) -> dict[str, list[Candidate]]:
    """Those that there are by the names of their figures, each once, by number."""
    found: dict[str, dict[int, Candidate]] = defaultdict(dict)
    for one in done:
        if one.candidate is not None:
            found[one.plan.name][one.candidate.number] = one.candidate
    return {name: [numbers[number] for number in sorted(numbers)] for name, numbers in found.items()}


def _what(bought: Sequence[FigurePlan]) -> str:
    pages = list(dict.fromkeys(plan.name for plan in bought))
    several = f"{len(bought)} candidates" if len(bought) > 1 else "1 candidate"
    return f"make {several} for {pages[0] if len(pages) == 1 else f'{len(pages)} figures'}"


def _code(one: Made) -> Code:
    return (one.error.code if one.error else one.plan.cause) or "missing"


def make_some(answer: Answer, site: OpenedSite, figures: Sequence[FigurePlan], count: int, *, yes: bool) -> None:
    """`generate --candidates`: so many for each figure, instead of a picture."""
    orders = [order for plan in figures for order in site.studio.making.samples(plan, count)]
    answer.facts["plan"] = Offer.of(orders).name
    found = candidates_by_figure(made(answer, site, orders, yes=yes))
    answer.facts["figures"] = []
    for plan in figures:
        site.run(site.studio.choosing.draw(plan))
        there = found.get(plan.name) or (site.studio.candidates(plan)[:count] if plan.image.free else ())
        listed = shown(site, plan, there)
        answer.facts["figures"].append({"page": plan.name, "candidates": [candidate_facts(site, c) for c in listed]})
        answer.say(plan.name)
        say_rows(answer, site, plan, listed)
