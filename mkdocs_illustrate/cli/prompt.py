"""`prompt`: the brief of a figure, before its picture is bought: asked for, edited, or brought."""

from __future__ import annotations

from dataclasses import replace

import click

from ..errors import ConfigError, ModelError, NotAllowed, Refused
from ..models.styles import with_style
from ..records import Recipe, State
from ..site.opened_site import OpenedSite, open_site
from ..studio.brief_forms import brief_form, read_brief_form
from ..studio.plans import TO_BUY, FigurePlan
from ..studio.waiting_briefs import AskedBrief, OwnBrief
from .answer import Answer, Code, StopError, WrongError, answering, config_option, json_option
from .consent import agreed, yes_option
from .editor import edited
from .tables import dollars

_LONGEST = 2**20  # bytes of a file that may be a brief


@click.command()
@click.argument("page")
@click.option("--edit", is_flag=True, help="Open it in $VISUAL or $EDITOR.")
@click.option("--note", help='A hint to the chat model, which the recipe remembers; "" takes it out.')
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="Take a brief from a file, or from - : YAML or JSON with prompt, alt, caption. No chat model is asked.",
)
@click.option("--force", is_flag=True, help="Ask the chat model anew.")
@yes_option
@config_option
@json_option
def prompt(
    page: str,
    config_file: str | None,
    *,
    as_json: bool,
    edit: bool,
    note: str | None,
    source: str | None,
    force: bool,
    yes: bool,
) -> None:
    """Write the brief of PAGE into its recipe and show it; its picture is made from exactly that."""
    with answering(as_json=as_json) as answer:
        if source and (edit or note is not None or force):
            raise WrongError("--from brings a brief: it goes with neither --edit, --note nor --force")
        with open_site(config_file, buys=True) as site:
            plan = _figure(site, page)
            if source:
                recipe = site.studio.briefs.take(plan, _brought(source))
            else:
                recipe = _written(answer, site, plan, note, force=force, yes=yes, needed=not edit)
            if edit:
                recipe = _edited(answer, site, plan, recipe)
            _show(answer, site.studio.briefs.look_again(plan), recipe)


def _figure(site: OpenedSite, page: str) -> FigurePlan:
    plan = site.plan(page)
    if plan.wish.prompt is not None:
        raise WrongError(
            "the page's front matter gives the prompt (illustrate_with.prompt): change it there", page=page
        )
    if plan.trouble:
        raise StopError("damaged", plan.trouble, page)
    return plan


def _brought(source: str) -> OwnBrief:
    name = "the brief" if source == "-" else source
    with click.open_file(source, "rb") as file:
        data = file.read(_LONGEST + 1)
    try:
        if len(data) > _LONGEST:
            raise WrongError(f"{name} is no brief: it is longer than {_LONGEST >> 20} MiB")
        brief = read_brief_form(name, data.decode("utf-8-sig"))
    except (ConfigError, UnicodeDecodeError) as error:
        raise WrongError(str(error)) from None
    if brief is None:
        raise WrongError(f"{name} is empty")
    return brief


def _written(
    answer: Answer, site: OpenedSite, plan: FigurePlan, note: str | None, *, force: bool, yes: bool, needed: bool
) -> Recipe:
    """What is there, if it is good; else what the chat model writes. Not `needed`: nothing, where it can't be asked."""
    recipe = plan.recipe or Recipe()
    good = plan.wanted.prompt is not None or plan.state in {State.KEPT, State.PINNED}
    if recipe.prompt and good and note is None and not force:
        return recipe
    asked = site.studio.briefs.question(plan, recipe.note if note is None else note.strip())
    if force or not site.studio.briefs.is_written(asked):
        try:
            _may_ask(answer, site, asked, yes=yes)
        except StopError as error:
            if needed or error.code == "consent" or note is not None or force:
                raise
            return recipe
    try:
        return site.run(site.studio.briefs.write(asked, anew=force))
    except NotAllowed as error:
        raise StopError("budget", str(error), plan.name) from None
    except ModelError as error:
        code: Code = "refused" if isinstance(error, Refused) else "model_failed"
        raise StopError(code, error.named, plan.name) from None


def _may_ask(answer: Answer, site: OpenedSite, asked: AskedBrief, *, yes: bool) -> None:
    chat = asked.plan.chat
    if chat.free:
        return
    if barred := site.studio.briefs.barred():
        raise StopError("barred", f"the chat model is not asked: {barred}", asked.plan.name)
    try:
        chat.ready()
    except NotAllowed as error:
        raise StopError("no_key", f"{error}; or bring a brief by --from", asked.plan.name) from None
    what = f"ask {chat.vendor} {chat.model} for the brief of {asked.plan.name}"
    agreed(answer, what, _dollars(asked.price), yes=yes)


def _edited(answer: Answer, site: OpenedSite, plan: FigurePlan, recipe: Recipe) -> Recipe:
    """What the author made of it; what they left as it was is not theirs."""
    cure = f"mend it, and say mkdocs-illustrate prompt {plan.name} --from {{file}}"
    own = edited(brief_form(plan.name, recipe), lambda text: read_brief_form("the brief", text), cure=cure)
    if own is None:
        answer.say("nothing was changed")
        return recipe
    alt = None if own.alt == recipe.alt else own.alt
    caption = None if own.caption == recipe.caption else own.caption
    return site.studio.briefs.take(plan, replace(own, alt=alt, caption=caption, rest_stays=True))


def _show(answer: Answer, plan: FigurePlan, recipe: Recipe) -> None:
    words = {"prompt": recipe.prompt, "alt": recipe.alt, "caption": recipe.caption}
    answer.facts |= {"page": plan.name, "state": plan.state.value, "price": plan.price, **words}
    for name, text in words.items():
        answer.say(f"{name}: {text}")
    if recipe.prompt not in with_style(recipe.prompt, plan.wanted.manner.words, plan.image.prompt_limit):
        limit = plan.image.prompt_limit
        answer.say(f"{plan.image.model} takes {limit} characters, style included: the prompt's end is left out")
    if plan.state in TO_BUY:
        name = plan.name
        answer.say(f"{name}: {plan.state}; its picture, {_dollars(plan.price)}: mkdocs-illustrate generate {name}")
    else:
        answer.say(f"{plan.name}: {plan.state}")


def _dollars(price: float | None) -> str:
    return "at a price that is not known" if price is None else f"about {dollars(price)}"
