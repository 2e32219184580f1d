"""`vary`: further pictures of the prompt that made the one that is there."""

from __future__ import annotations

import click

from ..site.opened_site import open_site
from .answer import WrongError, answering, config_option, json_option
from .candidate_files import say_candidates, shown
from .candidate_orders import candidates_by_figure, made
from .consent import yes_option


@click.command()
@click.argument("page")
@click.option("-n", "count", type=click.IntRange(1, 20), default=3, show_default=True, help="How many.")
@click.option("--force", is_flag=True, help="Make anew also those that were made before.")
@yes_option
@config_option
@json_option
def vary(page: str, count: int, config_file: str | None, *, force: bool, yes: bool, as_json: bool) -> None:
    """Make candidates for PAGE by the prompt of its picture, each with another seed or another throw of the dice.

    The same command finds those that it made before and pays nothing; a larger number makes more.
    """
    with answering(as_json=as_json) as answer, open_site(config_file, buys=True, force=force) as site:
        plan = site.plan(page)
        if plan.image.free:
            site.run(site.studio.choosing.draw(plan))
            say_candidates(answer, site, plan, shown(site, plan, site.studio.candidates(plan)[:count]))
            return
        varied = site.studio.making.varied(plan, count)
        if not varied:
            lack = "it has no picture whose prompt is known"
            raise WrongError(
                f"{lack}; mkdocs-illustrate generate {plan.name} --candidates {count} makes some", page=page
            )
        found = candidates_by_figure(made(answer, site, varied, yes=yes)).get(plan.name, [])
        say_candidates(answer, site, plan, shown(site, plan, found))
