"""`import`: a picture made elsewhere (Midjourney, a photo) goes into the portfolio."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ..characters import visible
from ..errors import BadAnswer, StoreError, UntoldSource
from ..pictures.provenance import SOURCES
from ..records import Recipe
from ..site.opened_site import OpenedSite, open_site
from ..studio.alt_texts import says_nothing
from ..studio.plans import FigurePlan
from ..studio.recipes import Origin
from .answer import Answer, StopError, WrongError, answering, config_option, json_option
from .consent import at_terminal


@click.command("import")
@click.argument("page")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--prompt", help="The prompt it was made with.")
@click.option("--alt", help="What can be seen on it.")
@click.option("--caption", help="The words below it, where captions are shown.")
@click.option("--credit", default="", help="Whose it is; shown with the picture.")
@click.option(
    "--source",
    type=click.Choice(list(SOURCES)),
    help="How it was made; asked for where the file does not say so itself.",
)
@config_option
@json_option
def import_(page: str, file: Path, config_file: str | None, *, as_json: bool, source: str | None, **said: str) -> None:
    """Take a picture made elsewhere for PAGE, instead of buying one. PAGE is named as `plan` prints it."""
    origin = Origin(source=SOURCES.get(source or ""), **said)
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        plan = site.plan(page)
        recipe = _brought(answer, site, plan, file, origin)
        if origin.alt is None and plan.wish.alt is None:
            recipe = _described(answer, site, plan, recipe)
        kept = Path(site.settings.portfolio or "", page).with_name(recipe.file).as_posix()
        size = f"{recipe.width}x{recipe.height}"
        kind = recipe.digital_source_type
        answer.facts |= {"page": page, "file": kept, "size": size, "digital_source_type": kind, "alt": recipe.alt}
        answer.say(f"{page}: {kept}, {size}, marked as {kind}; alt: {recipe.alt}")


def _brought(answer: Answer, site: OpenedSite, plan: FigurePlan, file: Path, origin: Origin) -> Recipe:
    """Into the portfolio; where nothing tells how it was made, somebody is asked."""
    try:
        return site.studio.bring(plan, file.read_bytes(), origin)
    except UntoldSource:
        source = _asked(answer, f"How was {file.name} made?", "--source", click.Choice(list(SOURCES)))
        return _brought(answer, site, plan, file, replace(origin, source=SOURCES[source]))
    except (BadAnswer, StoreError, OSError) as error:
        raise StopError("damaged", f"{file}: {error}", plan.name) from None


def _asked(answer: Answer, question: str, option: str, choice: click.Choice[str]) -> str:
    if not at_terminal(answer):
        raise WrongError(f"{question} Say {option} {', '.join(choice.choices[:-1])} or {choice.choices[-1]}")
    said: str = click.prompt(question, type=choice)
    return said


def _described(answer: Answer, site: OpenedSite, plan: FigurePlan, recipe: Recipe) -> Recipe:
    """A title says nothing about a picture: at a terminal its words are asked for, elsewhere a line says so."""
    if not says_nothing(recipe.alt, plan.article.title):
        return recipe
    alt = click.prompt("What can be seen on it", default="", show_default=False) if at_terminal(answer) else ""
    if alt:
        return site.studio.change(plan, lambda kept: replace(kept, alt=visible(alt)))
    text = f"its alternative text is '{recipe.alt}', which says nothing about it: say --alt, or mend it in its recipe"
    answer.problem("alt", text, plan.name, aside=True)
    return recipe
