"""Pictures that go along with a request, in the vendor's own words: to start from, or to be like."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import CannotEdit, ConfigError
from ..pictures.edit_inputs import see_through
from ..records import Order
from ..references import Reference
from .input_records import Edits, Inputs, References
from .order_inputs import filled, named
from .protocols import ImageRequest
from .setup import Setup
from .templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What an order says of such pictures, and the pictures."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None
    said: str = ""
    """Behind the prompt."""
    count: int = 0
    """How many the vendor charges for."""
    inputs: tuple[bytes, ...] = ()
    references: tuple[Reference, ...] = ()
    first: Order | None = None


def given_pictures(setup: Setup, request: ImageRequest) -> Given:
    """How the model takes the pictures of a request. CannotEdit says that it takes none to start from."""
    if request.images:
        return _to_start_from(setup, request)
    return _to_be_like(setup, request) if request.references else Given()


def with_named_style(order: Order, name: str) -> Order:
    """The order as it is sent, once its style has been made."""
    if order.first is None:
        return order
    return replace(order, body=filled(order.body, {_mark(order.first): lambda: name}))


def _to_start_from(setup: Setup, request: ImageRequest) -> Given:
    edits = _edits(setup, request)
    inputs = _inputs(edits, request)
    coded = [fill(edits.each, named(image)) for image in inputs]
    count = len(request.images)
    masks = {edits.mask: coded[-1]} if request.mask is not None else {}
    fields = {**edits.fixed, **_places(edits, coded[:count]), **masks}
    return Given(fields=fields, path=edits.path, count=count, inputs=inputs)


def _edits(setup: Setup, request: ImageRequest) -> Edits:
    edits = setup.edits
    if edits is None:
        raise CannotEdit(f"{setup.vendor.name} {setup.model} makes no pictures out of others")
    if len(request.images) > edits.most:
        most = f"{edits.most} pictures" if edits.most > 1 else "one picture"
        raise CannotEdit(f"{setup.vendor.name} {setup.model} takes at most {most} to start from")
    if request.mask is not None and not edits.mask:
        raise CannotEdit(f"{setup.vendor.name} {setup.model} takes no mask")
    return edits


def _inputs(edits: Edits, request: ImageRequest) -> tuple[bytes, ...]:
    """The pictures of a request, and last its mask as this vendor reads one."""
    if request.mask is None:
        return request.images
    return *request.images, see_through(request.mask) if edits.redrawn == "transparent" else request.mask


def _to_be_like(setup: Setup, request: ImageRequest) -> Given:
    how, way = setup.references, setup.reference_inputs
    if how is None or way is None:
        return Given()
    pictures = request.references[: way.most]
    if how.bytes is not None and sum(len(picture.data) for picture in pictures) > how.bytes:
        text = f"{setup.vendor.name} takes {how.bytes / 1e6:g} MB of references at most; make them smaller, or fewer"
        raise ConfigError(text)
    coded = [fill(way.each, named(picture.data, picture.sha256)) for picture in pictures]
    sent = {**way.fixed, **_places(way, coded)}
    told = _strength(how, request)
    if how.kept is None:
        fields = {**sent, **told}
        return Given(fields=fields, path=way.path, said=how.said, count=len(pictures), references=pictures)
    first = Order(
        vendor=setup.vendor.name, path=way.path or setup.path, body=sent, price=how.kept.price, references=pictures
    )
    return Given(fields={how.kept.param: _mark(first), **told}, said=how.said, first=first)


def _strength(how: References, request: ImageRequest) -> dict[str, float]:
    if how.strength is None or request.strength is None:
        return {}
    return {how.strength.param: how.strength.value(request.strength)}


def _places(way: Inputs, coded: Sequence[Any]) -> dict[str, Any]:
    if way.more:
        names = [way.images, *(way.more.replace("{n}", str(n)) for n in range(2, len(coded) + 1))]
        return dict(zip(names, coded, strict=True))
    several = way.most > 1 or way.listed
    return {way.images: list(coded) if several else coded[0]}


def _mark(first: Order) -> str:
    """What stands for the name of a style until it is made: the same for the same pictures."""
    said = json.dumps([first.vendor, first.path, first.body], sort_keys=True, default=str)
    return f"<made by {hashlib.sha256(said.encode()).hexdigest()[:32]}>"
