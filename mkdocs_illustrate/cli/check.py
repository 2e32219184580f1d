"""`check`: would a frozen build pass?"""

from __future__ import annotations

import click

from ..records import State
from ..site.opened_site import open_site
from ..studio.plans import FigurePlan
from .answer import Code, answering, config_option, json_option

_GOOD = {State.KEPT, State.PINNED, State.CACHED, State.OFFLINE}


def _lacks(plan: FigurePlan) -> str:
    if plan.state is State.BRIEFED:
        return f"its brief waits for a picture: mkdocs-illustrate generate {plan.name}, and commit what comes"
    return plan.state.value


@click.command()
@config_option
@json_option
def check(config_file: str | None, *, as_json: bool) -> None:
    """Exit 1 if a frozen build would fail, and say which pages."""
    with answering(as_json=as_json, finds=True) as answer, open_site(config_file) as site:
        answer.warn(site)
        for plan in site.plans:
            damage = site.studio.damage(plan)
            if plan.state not in _GOOD:
                code: Code = "changed" if plan.state is State.CHANGED else "missing"
                answer.problem(code, _lacks(plan), plan.name)
            elif damage:
                answer.problem("damaged", damage, plan.name)
        if not answer.status:
            answer.say(f"{len(site.plans)} pictures, all in order")
