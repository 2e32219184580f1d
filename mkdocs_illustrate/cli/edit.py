"""`edit`: the picture that is there, changed by a model."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import BadAnswer, CannotEdit, StoreError
from ..site.opened_site import OpenedSite, open_site
from ..studio.editing import Change, Given
from ..studio.plans import FigurePlan
from .answer import Answer, StopError, WrongError, answering, config_option, json_option
from .candidate_files import say_candidates, shown
from .candidate_orders import candidates_by_figure, made
from .consent import yes_option

_A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("page")
@click.option("--prompt", required=True, help="What shall be different.")
@click.option(
    "--mask", type=_A_FILE, help="A picture as large as the one that is there: what is white in it is redrawn."
)
@click.option("--with", "others", type=_A_FILE, multiple=True, help="A further picture to look at; may be said again.")
@click.option("--model", help="A name under `models:`, instead of the figure's own model.")
@click.option("--force", is_flag=True, help="Ask anew for what was asked before.")
@yes_option
@config_option
@json_option
def edit(
    page: str,
    config_file: str | None,
    *,
    as_json: bool,
    prompt: str,
    mask: Path | None,
    others: tuple[Path, ...],
    model: str | None,
    force: bool,
    yes: bool,
) -> None:
    """Change the picture of PAGE: what comes of it is a candidate. The picture that is there stays until one is picked.

    The same command finds what it made before and pays nothing.
    """
    with answering(as_json=as_json) as answer, open_site(config_file, buys=True, force=force) as site:
        if not prompt.strip():
            raise WrongError("--prompt says nothing")
        change = Change(
            prompt=prompt.strip(),
            mask=Given(str(mask), mask.read_bytes()) if mask else None,
            others=[Given(str(other), other.read_bytes()) for other in others],
            model=model,
        )
        plan = site.plan(page)
        asked = _planned(answer, site, plan, change)
        found = candidates_by_figure(made(answer, site, [asked], yes=yes)).get(plan.name)
        if found:
            say_candidates(answer, site, plan, shown(site, plan, found))


def _planned(answer: Answer, site: OpenedSite, plan: FigurePlan, change: Change) -> FigurePlan:
    try:
        asked, said = site.studio.editing.plan(plan, change)
    except CannotEdit as error:
        raise WrongError(str(error), page=plan.name) from None
    except StoreError as error:
        raise StopError("missing", str(error), plan.name) from None
    except BadAnswer as error:
        raise WrongError(str(error)) from None
    if said:
        answer.say(said)
    return asked
