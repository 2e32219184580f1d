"""Drawings of the built-in painter that somebody chose: a recipe with seed, motifs and family, and no file.

It is drawn from these in every build, whatever the article says by then. Nine others are offered for each figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..pictures.provenance import DRAWN
from ..records import Picture, Recipe
from ..settings import ImageSettings
from .keys import Wanted, picture_order, value_key
from .library import is_drawing

if TYPE_CHECKING:
    from ..models.protocols import ImageModel
    from ..records import Order
    from .plans import FigurePlan

_PAINTER = ImageSettings()
_FAMILIES = ("", "", "", "", "", "landscape", "isometric", "abstract", "mosaic")
"""One for each candidate; where none is named, the one that suits the article."""
OFFERED = len(_FAMILIES)
_CHOSEN = {"family", "avoid"}  # of a house style: a pick goes before it


def still_drawn(recipe: Recipe, wanted: Wanted, *, pin: bool) -> bool:
    """Whether a chosen drawing stands: until its author asks for something else. His article may say what it likes."""
    return pin or recipe.pin or recipe.setup in {"", wanted.setup}


def drawn_as(wanted: Wanted, recipe: Recipe) -> Wanted:
    """What is wanted where a recipe says what is drawn: nothing of it hangs on the article."""
    silent = {"title": recipe.prompt, "words": "", "lead": "", "headings": [], "tags": []}
    shown = {"style": recipe.family or None, "motifs": list(recipe.motifs)}
    facts = {name: fact for name, fact in wanted.facts.items() if name not in _CHOSEN}
    return replace(wanted, facts={**facts, **silent, **shown}, seed=recipe.seed)


def drawing_order(wanted: Wanted, recipe: Recipe | None, painter: ImageModel) -> Order:
    """What the painter is told: by a recipe that says what is drawn, else by what is wanted."""
    return picture_order(drawn_as(wanted, recipe) if is_drawing(recipe) else wanted, "", painter)


def drawing_orders(plan: FigurePlan, schemes: Sequence[str], painter: ImageModel) -> list[Order]:
    """The same for each scheme of a pair; where there is one scheme, the painter is set up for it."""
    order = drawing_order(plan.wanted, plan.recipe, painter)
    day = {name: value for name, value in order.body.items() if name != "scheme"}
    bodies = [{**day, "scheme": scheme} if scheme != "light" else day for scheme in schemes]
    return [order] if len(schemes) == 1 else [replace(order, body=body) for body in bodies]


def offered(plan: FigurePlan, seed: int | None) -> tuple[Recipe, ...]:
    """What the painter could draw as well; the first is what it draws of itself, by this seed."""
    seeds = (seed, *(_seed(plan, number) for number in range(2, OFFERED + 1)))
    return tuple(drawing_recipe(plan, family, seed) for family, seed in zip(_FAMILIES, seeds, strict=True))


def drawing_recipe(plan: FigurePlan, family: str, seed: int | None) -> Recipe:
    """The recipe of a drawing for a figure, in a manner or in the one that suits."""
    from ..painter.paint import STYLES, pinned  # noqa: PLC0415 - only who chooses needs the painter here

    wanted, title = plan.wanted, plan.wish.prompt or plan.article.title
    facts = wanted.facts
    asked = facts.get("family") or facts["style"]
    style = asked if asked in STYLES[1:] else family or STYLES[0]
    article = replace(plan.article, title=title)
    own, avoid = wanted.site.get("own", {}), tuple(facts.get("avoid", ()))
    words, wished = tuple(wanted.site.get("site", ())), plan.wish.motifs
    drawn, motifs = pinned(article, style=style, motifs=wished, avoid=avoid, seed=seed, site=words)
    motifs = (*(name for name in wished if name in own), *motifs)
    chance = title if seed is None else ""  # the words by which the painter goes where there is no seed
    return Recipe(
        prompt=chance,
        provider=_PAINTER.provider,
        model="built-in",
        style=wanted.style,
        size=wanted.asked,
        seed=seed,
        motifs=motifs,
        family=drawn,
        cost=0.0,
        digital_source_type=DRAWN,
        key=value_key(["drawing", drawn, motifs, chance, seed]),
    )


def _seed(plan: FigurePlan, number: int) -> int:
    """Its own for each figure of a site: two pages about one matter get no nine pictures in common."""
    return int(value_key(["drawing", plan.page, plan.number, number])[:8], 16) >> 1


def draw_now(order: Order) -> Picture:
    """Draw on this thread."""
    from ..models.dialects.offline import drawing  # noqa: PLC0415 - see above

    return drawing(order)
