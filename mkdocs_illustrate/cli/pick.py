"""`pick`: a candidate becomes the picture. Free, and undone by picking the one that it replaced."""

from __future__ import annotations

import click

from ..errors import StoreError
from ..site.opened_site import open_site
from .answer import StopError, answering, config_option, json_option


@click.command()
@click.argument("page")
@click.argument("number", type=click.IntRange(min=1))
@config_option
@json_option
def pick(page: str, number: int, config_file: str | None, *, as_json: bool) -> None:
    """Let candidate NUMBER of PAGE be its picture, for free; the one that it replaces becomes a candidate."""
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        plan = site.plan(page)
        before = {candidate.number for candidate in site.studio.candidates(plan)}
        was = site.studio.choosing.number_of_current(plan)
        try:
            recipe = site.studio.pick(plan, number)
        except StoreError as error:
            raise StopError("damaged", str(error), page) from None
        new = [candidate.number for candidate in site.studio.candidates(plan) if candidate.number not in before]
        undo = new[-1] if new else was
        answer.facts |= {"page": plan.name, "number": number, "replaced": undo, "alt": recipe.alt}
        answer.facts["file"] = recipe.file or None
        answer.say(f"{plan.name}: candidate {number} is the picture now; alt: {recipe.alt}")
        if undo is not None and undo != number:
            answer.say(f"mkdocs-illustrate pick {plan.name} {undo} takes it back")
