"""`check`: would a frozen build pass, and does each picture meet what is asked of it?"""

from __future__ import annotations

from typing import Any

import click

from ..site.opened_site import open_site
from ..site.tracked import tracked_files
from ..studio.inspection import Standards, over_budget
from .answer import answering, config_option, json_option


@click.command()
@click.option("--approved", is_flag=True, help="Each picture was approved by somebody.")
@click.option(
    "--alt", is_flag=True, help="Each alternative text is there, says something, and was written for this picture."
)
@click.option(
    "--min-width", type=click.IntRange(min=0), default=0, metavar="N", help="Each picture is N pixels wide, or more."
)
@click.option("--budget", is_flag=True, help="What is to be bought is within the budget of one run.")
@click.option("--committed", is_flag=True, help="What git does not know is not there: it would be missing elsewhere.")
@config_option
@json_option
def check(config_file: str | None, *, budget: bool, committed: bool, as_json: bool, **asked: Any) -> None:
    """Exit 1 if a frozen build would fail, and say for each page why, and what to do."""
    with answering(as_json=as_json, finds=True) as answer, open_site(config_file) as site:
        answer.warn(site)
        known = tracked_files(site.base) if committed else None
        inspection = site.studio.inspection(Standards(tracked=known, **asked))
        for plan in site.plans:
            for found in inspection.findings(plan):
                answer.problem(found.code, found.text, plan.name)
        for found in over_budget(site.plans, site.settings.budget) if budget else ():
            answer.problem(found.code, found.text)
        if not answer.status:
            answer.say(f"{len(site.plans)} pictures, all in order")
