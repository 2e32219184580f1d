"""`approve`: somebody looked at a picture and puts their name under it."""

from __future__ import annotations

import functools
from collections.abc import Callable

import click

from ..characters import visible
from ..dates import today
from ..records import Recipe, State
from ..site.opened_site import OpenedSite, open_site
from ..site.signer import own_name
from ..studio.approval import approved, unapproved
from ..studio.library import is_drawing
from ..studio.plans import FigurePlan
from .answer import Answer, WrongError, answering, config_option, json_option


@click.command()
@click.argument("pages", nargs=-1, metavar="PAGE…")
@click.option("--all", "everything", is_flag=True, help="Every picture that nobody has approved.")
@click.option("--by", help="Who approves; without it, git's user.name.")
@click.option("--undo", is_flag=True, help="Take the approval back.")
@config_option
@json_option
def approve(
    pages: tuple[str, ...], config_file: str | None, *, everything: bool, by: str | None, undo: bool, as_json: bool
) -> None:
    """Sign off the pictures of these pages, in their recipes; a new picture is unapproved."""
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        if bool(pages) == everything:
            raise WrongError("name the pages whose pictures are approved, or say --all")
        sign = unapproved if undo else _signature(by, site)
        answer.facts["figures"] = []
        chosen = [plan for plan in site.chosen(pages) if not everything or plan.is_approved is undo]
        for plan in chosen:
            if undo and not plan.is_approved:
                answer.say(f"{plan.name}: nobody had approved it")
            else:
                _sign(answer, site, plan, sign)
        if not chosen:
            answer.say(f"nothing to do: {'no picture is' if undo else 'all pictures are'} approved")


def _signature(by: str | None, site: OpenedSite) -> Callable[[Recipe], Recipe]:
    """Whose name is written, and under which day."""
    name = visible((by or "").strip()) or own_name(site.base)
    if not name:
        raise WrongError("who approves? say --by NAME, or set it: git config user.name NAME")
    return functools.partial(approved, by=name, date=today().isoformat())


def _sign(answer: Answer, site: OpenedSite, plan: FigurePlan, sign: Callable[[Recipe], Recipe]) -> None:
    drawn = plan.state is State.OFFLINE and not is_drawing(plan.recipe)
    if plan.trouble:
        answer.problem("damaged", plan.trouble, plan.name)
    elif drawn and plan.recipe is not None:
        text = "a drawing is shown, and its recipe is of another picture; `mkdocs-illustrate pick` one of them first"
        answer.problem("changed", text, plan.name)
    elif not (drawn or plan.has_old or is_drawing(plan.recipe)):
        text = f"there is no picture to approve; run `mkdocs-illustrate generate {plan.name}`"
        answer.problem("missing", text, plan.name)
    else:
        if drawn:
            site.studio.choosing.keep_drawing(plan)
        recipe = site.studio.change(plan, sign)
        answer.facts["figures"].append({"page": plan.name, "key": recipe.key, **recipe.approved})
        answer.say(f"{plan.name}: {_said(recipe)}")


def _said(recipe: Recipe) -> str:
    return "approved by {by}, {date}".format(**recipe.approved) if recipe.approved else "no longer approved"
