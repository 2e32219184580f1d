"""What a button makes of a recipe. Pure: a recipe as it is -> the recipe as it is to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..characters import visible, whole
from ..dates import today
from ..records import Recipe, State
from ..store.recipe_files import recipe_facts
from ..studio.approval import approved, rejected, unapproved
from ..studio.keys import text_key, value_key
from ..studio.plans import FigurePlan
from ..studio.recipes import made_for

Change = Callable[[Recipe], Recipe]
_LONGEST = 4000  # characters of an alternative text or a caption, and of a prompt


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a recipe, and what is said about it."""

    said: str
    change: Change
    stays: bool = False
    """The figure stands there still: nothing was said about the picture itself."""


def recipe_hash(recipe: Recipe | None) -> str:
    """What a page knows a recipe by; comments and order of its lines are nobody's decision."""
    return value_key(recipe_facts(recipe or Recipe()))


def decision(what: str, plan: FigurePlan, by: str, values: Mapping[str, str]) -> Decision | None:
    """What a button means; None if there is no such button."""
    day = today().isoformat()
    if what == "approve":
        return Decision("Approved", lambda recipe: approved(_fitting(plan, recipe), by, day))
    if what == "reject":
        return Decision("Marked to be made anew", lambda recipe: rejected(recipe, by, day))
    if what == "reopen":
        return Decision("Open again", unapproved, stays=True)
    if what == "words":
        return Decision("Saved", lambda recipe: _reworded(recipe, values), stays=True)
    return None


def _fitting(plan: FigurePlan, recipe: Recipe) -> Recipe:
    """Who approves a picture for an article that has moved on says that it fits this one."""
    return made_for(plan, recipe) if plan.state is State.CHANGED else recipe


def _reworded(recipe: Recipe, values: Mapping[str, str]) -> Recipe:
    alt, caption = (visible(values.get(name, getattr(recipe, name)).strip()) for name in ("alt", "caption"))
    recipe = replace(recipe, alt=alt[:_LONGEST], caption=caption[:_LONGEST])
    prompt = whole(" ".join(values.get("prompt", recipe.prompt).split()))[:_LONGEST]
    if prompt == " ".join(recipe.prompt.split()):
        return recipe
    return replace(recipe, prompt=prompt, draft=recipe.draft or text_key(recipe.prompt))
