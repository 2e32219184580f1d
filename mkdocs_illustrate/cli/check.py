"""`check`: would a frozen build pass?"""

from __future__ import annotations

import json

import click

from ..records import State
from .open_site import config_option, json_option, open_site
from .tables import figure_facts

_GOOD = {State.KEPT, State.PINNED, State.CACHED, State.OFFLINE}


@click.command()
@config_option
@json_option
def check(config_file: str | None, *, as_json: bool) -> None:
    """Exit 1 if a frozen build would fail, and say which pages."""
    with open_site(config_file) as site:
        bad = [figure_facts(plan) for plan in site.plans if plan.state not in _GOOD]
        damaged = {plan.name: said for plan in site.plans if (said := site.studio.damage(plan))}
        for problem in site.problems:
            click.echo(problem, err=True)
    if as_json:
        click.echo(json.dumps({"missing": bad, "damaged": damaged}, indent=2))
    else:
        for figure in bad:
            click.echo(f"{figure['page']}: {figure['state']}")
        for page, said in damaged.items():
            click.echo(f"{page}: {said}")
    if bad or damaged:
        raise SystemExit(1)
