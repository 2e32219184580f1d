"""`candidates`: what could be picked for a figure."""

from __future__ import annotations

import click

from ..site.opened_site import open_site
from .answer import answering, config_option, json_option
from .candidate_files import say_candidates, shown


@click.command()
@click.argument("page")
@config_option
@json_option
def candidates(page: str, config_file: str | None, *, as_json: bool) -> None:
    """List the candidates of PAGE, and write their pictures where they can be looked at.

    They are what was made for the page and is not shown: further pictures, and every one that was replaced. Where the
    built-in painter draws, it offers nine.
    """
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        plan = site.plan(page)
        site.run(site.studio.choosing.draw(plan))
        say_candidates(answer, site, plan, shown(site, plan, site.studio.candidates(plan)))
