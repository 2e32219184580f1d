"""`compare`: the same figure in several styles, or by several models, side by side."""

from __future__ import annotations

from typing import get_args

import click

from ..quoting import suggest
from ..site.opened_site import OpenedSite, open_site
from ..studio.impossible_wishes import unknown_model
from ..studio.plans import FigurePlan
from ..style_settings import Family
from .answer import WrongError, answering, config_option, json_option
from .candidate_files import below, say_candidates, shown
from .candidate_orders import candidates_by_figure, made
from .compare_sheet import write_sheet
from .consent import yes_option


@click.command()
@click.argument("page")
@click.option(
    "--style", "styles", multiple=True, help="A house style: a preset's name, or free text. As often as you like."
)
@click.option("--model", "models", multiple=True, help="A name under `models:` in mkdocs.yml. As often as you like.")
@click.option("--force", is_flag=True, help="Make anew also those that were made before.")
@yes_option
@config_option
@json_option
def compare(
    page: str,
    config_file: str | None,
    *,
    styles: tuple[str, ...],
    models: tuple[str, ...],
    force: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Make one candidate of PAGE for each style and each model, and a sheet that shows them side by side."""
    with answering(as_json=as_json) as answer, open_site(config_file, buys=True, force=force) as site:
        plan = site.plan(page)
        done = made(answer, site, _variants(site, plan, styles, models), yes=yes)
        found = shown(site, plan, candidates_by_figure(done).get(plan.name, []))
        say_candidates(answer, site, plan, found)
        if found:
            sheet = write_sheet(site, plan, found)
            answer.facts["sheet"] = below(site.base, sheet)
            answer.say(f"side by side: {below(site.base, sheet)}")


def _variants(site: OpenedSite, plan: FigurePlan, styles: tuple[str, ...], models: tuple[str, ...]) -> list[FigurePlan]:
    if not styles and not models:
        raise WrongError("nothing to compare: --style A --style B, or --model C", page=plan.page)
    for model in models:
        if model not in site.settings.models:
            raise WrongError(f"--model {unknown_model(model, site.settings)}")
    of_styles = [_in_style(site, plan, style) for style in styles]
    return [*of_styles, *(site.studio.making.variant(plan, model=model) for model in models)]


def _in_style(site: OpenedSite, plan: FigurePlan, style: str) -> FigurePlan:
    """The same in another style; a model reads any words, the painter draws only in manners that it knows."""
    variant = site.studio.making.variant(plan, style=style)
    known = (*get_args(Family), *site.settings.styles)
    if variant.image.free and style not in known:
        raise WrongError(f"--style '{style}' is unknown to the built-in painter{suggest(style, known)}")
    return variant
