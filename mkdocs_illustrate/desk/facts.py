"""What is known about a picture, in words and digits for people."""

from __future__ import annotations

from .. import quoting
from ..figure_settings import FigureSettings
from ..page.labels import label_of
from ..pictures.provenance import DRAWN
from ..records import Recipe, State
from ..studio.approval import is_approved
from ..studio.library import is_drawing
from ..studio.plans import FigurePlan
from ..studio.recipes import made_by_model, source_type


def facts(plan: FigurePlan) -> list[tuple[str, str]]:
    """What is known about a picture, for people."""
    recipe = plan.recipe if plan.recipe and plan.has_old else None
    here = _made_facts(recipe) if recipe else [("Model", _model(plan)), ("Price", dollars(plan.price))]
    here += [("Marked as", marks(plan)), ("State", plan.state.value), ("Approved", signature(plan))]
    return [(name, text) for name, text in here if text]


def _made_facts(recipe: Recipe) -> list[tuple[str, str]]:
    return [
        ("Model", f"{recipe.provider} {recipe.model}".strip()),
        ("Made", recipe.made),
        ("Price", dollars(recipe.cost)),
        ("Size", f"{recipe.width} × {recipe.height}" if recipe.width else ""),
        ("Style", recipe.style or ""),
        ("Seed", "" if recipe.seed is None else str(recipe.seed)),
        ("Credit", recipe.credit),
    ]


def _model(plan: FigurePlan) -> str:
    return "built-in painter" if is_painted(plan) else f"{plan.image.vendor} {plan.image.model}"


def signature(plan: FigurePlan) -> str:
    """Who approved a picture, and when; empty if nobody did."""
    said = plan.recipe.approved if plan.recipe and is_approved(plan.recipe) else {}
    return ", ".join(str(said[name]) for name in ("by", "date") if said.get(name))


def marks(plan: FigurePlan) -> str:
    """The digital source type that the published files carry."""
    if is_painted(plan):
        return DRAWN
    return plan.recipe.digital_source_type if plan.recipe and plan.has_old else ""


def label(plan: FigurePlan, look: FigureSettings) -> str:
    """What will stand below the picture, apart from its caption."""
    recipe = plan.recipe if plan.recipe and plan.has_old else None
    by_model = recipe is not None and made_by_model(source_type(recipe))
    credit = recipe.credit if recipe else ""
    return label_of(look, by_model=by_model, credit=credit, language=plan.article.language)[0]


def dollars(amount: float | None) -> str:
    """A price for people."""
    if amount is None:
        return "not known"
    return quoting.dollars(amount) if amount else "free"


def is_painted(plan: FigurePlan) -> bool:
    """Whether the built-in painter draws it, by itself or as somebody chose."""
    return plan.state is State.OFFLINE or is_drawing(plan.recipe)
