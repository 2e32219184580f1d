"""Making candidates by command: what it costs is asked first, and what came of it is said."""

from __future__ import annotations

from collections.abc import Sequence

from ..site.opened_site import OpenedSite
from ..studio.candidate_list import Candidate
from ..studio.making import Made
from ..studio.offers import Offer
from ..studio.plans import FigurePlan
from .answer import Answer, Code
from .consent import agreed
from .tables import cost_of


def made(answer: Answer, site: OpenedSite, plans: Sequence[FigurePlan], *, yes: bool) -> tuple[Made, ...]:
    """Buy what is not there yet, if somebody agrees to the price; each that can't be had is a problem."""
    wanted = {plan.wanted.key: plan for plan in plans}
    bought = [plan for plan in wanted.values() if plan.buy]
    if bought:
        agreed(answer, _what(bought), cost_of(Offer.of(bought)), yes=yes)
    done = site.run(site.studio.making.all(wanted.values()))
    for one in done:
        if one.candidate is None:
            answer.problem(_code(one), one.reason, one.plan.name)
    paid = sum(one.paid for one in done)
    found = sum(one.candidate is not None for one in done) - paid
    answer.say(f"{paid} made" + (f", {found} were there already" if found else ""))
    return done


def candidates_of(done: Sequence[Made]) -> list[Candidate]:
    """Those that there are, each once, by number."""
    found = {one.candidate.number: one.candidate for one in done if one.candidate is not None}
    return [found[number] for number in sorted(found)]


def _what(bought: Sequence[FigurePlan]) -> str:
    pages = list(dict.fromkeys(plan.name for plan in bought))
    several = f"{len(bought)} candidates" if len(bought) > 1 else "1 candidate"
    return f"make {several} for {pages[0] if len(pages) == 1 else f'{len(pages)} figures'}"


def _code(one: Made) -> Code:
    return one.error.code if one.error is not None else one.plan.cause or "missing"
