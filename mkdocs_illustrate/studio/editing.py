"""Editing: a picture that is there is changed by a model, and what comes of it is a candidate."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ..errors import BadAnswer, CannotEdit, ConfigError, StoreError
from ..models.editors import editors
from ..models.protocols import ImageModel
from ..models.styles import Manner
from ..pictures.edit_inputs import mask_of, start_picture
from ..pictures.provenance import COMPOSITE, GENERATED, read_source_type
from ..quoting import suggest
from ..records import Picture, Recipe
from ..shapes import Shape
from .edits import Edit
from .keys import Wanted, order_key, picture_order
from .library import Library, as_pictured
from .planning import Planning
from .plans import FigurePlan
from .recipes import source_type

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was read, and what people call it."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What somebody wants to be different, and what they give to it."""

    prompt: str
    mask: Given | None = None
    others: Sequence[Given] = ()
    model: str | None = None
    """A name under `models:`; None is the figure's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """Changes the pictures of one site."""

    planning: Planning
    library: Library

    def plan(self, plan: FigurePlan, change: Change) -> tuple[FigurePlan, str]:
        """The purchase that a change is, and what has to be said about it. Nothing is sent.

        CannotEdit names models that can, StoreError says that there is no picture, BadAnswer that a file is none.
        """
        source, picture = self._there(plan)
        image = self._model(plan, change.model)
        start = start_picture(picture.data)
        others = [_taken(other, start_picture) for other in change.others]
        shape = Shape(start.width, start.height)
        mask, had = (None, shape) if change.mask is None else _taken(change.mask, lambda data: mask_of(data, shape))
        edit = Edit(
            prompt=change.prompt,
            source=source,
            images=(start.data, *(other.data for other in others)),
            mask=mask,
            digital_source_type=_kind(source, change.others),
        )
        keys = (source.key or source.sha256, *(hashlib.sha256(other.data).hexdigest() for other in change.others))
        wanted = self._wanted(replace(plan.wanted, shape=shape, edit=edit, made_from=keys), image)
        wish = replace(plan.wish, model=change.model or plan.wish.model)
        asked = self.planning.further(replace(plan, recipe=source, image=image, wish=wish), wanted)
        return asked, "" if had == shape else f"the mask is {had}, the picture {shape}: it was scaled"

    def _there(self, plan: FigurePlan) -> tuple[Recipe, Picture]:
        if plan.trouble:
            raise StoreError(plan.trouble)
        if plan.recipe is None or not plan.has_old:
            raise StoreError("there is no picture in the portfolio to start from")
        return as_pictured(plan.recipe), self.library.kept_picture(*plan.kept_as, plan.recipe)

    def _model(self, plan: FigurePlan, name: str | None) -> ImageModel:
        models = self.planning.settings.models
        if name is not None and name not in models:
            raise ConfigError(f"'{name}' is no name under 'models:'{suggest(name, models)}")
        return plan.image if name is None else self.planning.image(name)

    def _wanted(self, wanted: Wanted, image: ImageModel) -> Wanted:
        """The order: the change alone, without the house style, which the picture has already."""
        if wanted.edit is None:
            return wanted
        changed = replace(wanted, prompt=wanted.edit.prompt, brief_key="", style=None, manner=Manner())
        try:
            order = picture_order(changed, wanted.edit.prompt, image)
        except CannotEdit as error:
            raise CannotEdit(f"{error}; {self._instead(changed)}") from None
        return replace(changed, key=order_key(order), price=order.price)

    def _instead(self, wanted: Wanted) -> str:
        """Who could do it: the site's other models first."""
        own = [name for name in self.planning.settings.models if self._can(wanted, self.planning.image(name))]
        named = f"of mkdocs.yml's models these can: {', '.join(own)} (--model)" if own else ""
        masks = wanted.edit is not None and wanted.edit.mask is not None
        return named or f"these can: {', '.join(editors(masks=masks))}"

    def _can(self, wanted: Wanted, image: ImageModel) -> bool:
        try:
            picture_order(wanted, wanted.prompt or "", image)
        except ConfigError:
            return False
        return True


def _taken(given: Given, take: Callable[[bytes], T]) -> T:
    try:
        return take(given.data)
    except BadAnswer as error:
        raise BadAnswer(f"{given.name}: {error}") from None


def _kind(source: Recipe, others: Sequence[Given]) -> str:
    """What a model changes is its own only if a model made all that it started from."""
    kinds = {source_type(source), *(read_source_type(other.data) for other in others)}
    return GENERATED if kinds == {GENERATED} else COMPOSITE
