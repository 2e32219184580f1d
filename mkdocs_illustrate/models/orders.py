"""What is asked for -> the vendor's own words. Pure: the same question gives the same order."""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from ..errors import ConfigError
from ..records import Order
from .briefs import cut
from .given_pictures import given_pictures
from .input_records import Inputs
from .protocols import ImageRequest
from .setup import Setup
from .templates import body, places
from .vendor_records import Row

log = logging.getLogger("mkdocs.plugins.illustrate")


def image_order(setup: Setup, request: ImageRequest) -> Order:
    """The order for a picture: the row's words for what is asked; `options` beat them all."""
    problem = quality_problem(setup.row, setup.quality)
    if problem:
        raise ConfigError(problem)
    given = given_pictures(setup, request)
    fields = image_fields(setup, _saying(request, given.said, setup.row.prompt))
    fields = {**fields, **given.fields, **setup.options}
    _check_needs(setup, fields)
    price = price_of(setup, fields, given.count)
    path, fields = placed(setup, given.path or setup.path, fields)
    filled = body(setup.role.asks.body, {k: v for k, v in fields.items() if v is not None})
    return Order(
        vendor=setup.vendor.name,
        path=path,
        body=filled,
        price=price,
        inputs=given.inputs,
        references=given.references,
        first=given.first,
    )


def _saying(request: ImageRequest, said: str, limit: int | None) -> ImageRequest:
    """The request with some words behind its prompt, which is cut for them."""
    if not said:
        return request
    room = None if limit is None else max(limit - len(said) - 1, 0)
    return replace(request, prompt=f"{cut(request.prompt, room)} {said}")


def image_fields(setup: Setup, request: ImageRequest) -> dict[str, Any]:
    """What is asked for, by the names of the vendor, side by side."""
    row, asks = setup.row, setup.role.asks
    fields: dict[str, Any] = {}
    name = row.model or asks.model
    if name and setup.told:
        fields[name] = setup.told
    fields[asks.prompt] = _swapped(request.prompt, asks.swap)
    fields |= row.fixed
    fields |= setup.size_fields(request.shape)
    if setup.quality is not None:
        fields["quality"] = setup.quality
    if request.seed is not None:
        fields |= _seed_fields(setup, fields[asks.prompt], _folded(request.seed, row.seeds))
    return fields | dict(setup.options)


def price_of(setup: Setup, fields: Mapping[str, Any], given: int = 0) -> float | None:
    """What the list says of pictures of this quality and this level of size, with so many given along."""
    level = setup.row.size.also
    one = setup.row.price.estimate(fields.get("quality"), fields.get(level.param) if level else None, given=given)
    return None if one is None else one * pictures_asked(setup)


def _seed_fields(setup: Setup, prompt: str, seed: int) -> dict[str, Any]:
    """How the model is told the seed: as a parameter, behind the prompt, or not at all."""
    row = setup.row
    if row.seed:
        return {row.seed: seed}
    if row.seed_text:
        return {setup.role.asks.prompt: f"{prompt} {row.seed_text.replace('{seed}', str(seed))}"}
    say_no_seed(setup.vendor.title or setup.vendor.name, setup.model)
    return {}


@functools.cache  # a line for each model, not for each picture
def say_no_seed(vendor: str, model: str) -> None:
    """Tell the author that a wish goes unheard."""
    log.info("%s takes no seed for %s: the wished one is left out", vendor, model)


def quality_problem(row: Row, asked: str | None) -> str | None:
    """What a known model takes instead of the quality that was asked for."""
    if asked is None or not row.name or asked in row.quality:
        return None
    takes = f"it has {', '.join(row.quality)}" if row.quality else "it has no such setting"
    return f"quality '{asked}' is not offered by {row.name}; {takes}"


def _check_needs(setup: Setup, fields: Mapping[str, Any]) -> None:
    for name in setup.row.needs:
        if fields.get(name) is None:
            shown = "a house style with `references`, or " if setup.references else ""
            raise ConfigError(f"{setup.model} needs {shown}the option '{name}': options: {{{name}: …}}")


def drawing_asked(setup: Setup) -> bool:
    """Whether an SVG is what will come."""
    fields = {**setup.row.fixed, **setup.options}
    asks = setup.role.asks.drawing.items()
    return setup.row.draws or any(str(fields.get(n, "")).startswith(v) for n, v in asks)


def pictures_asked(setup: Setup) -> int:
    """How many pictures one order brings, by what `options` say."""
    asked = setup.options.get(setup.row.count or setup.role.asks.count)
    return asked if isinstance(asked, int) and asked > 0 else 1


def files_sent(setup: Setup) -> frozenset[str]:
    """The fields of a form that are files."""
    names = {name for way in _ways(setup) for name in way.names()}
    return frozenset(names | ({setup.edits.mask} if setup.edits else set()))


def sends_form(setup: Setup, order: Order) -> bool:
    """Whether an order goes as a form with files instead of as JSON."""
    usual = setup.row.sends or setup.role.asks.sends
    return next((way.sends for way in _ways(setup) if way.images in order.body), usual) == "form"


def _ways(setup: Setup) -> tuple[Inputs, ...]:
    """How pictures go along, to be like or to start from."""
    return tuple(way for way in (setup.reference_inputs, setup.edits) if way is not None)


def _swapped(prompt: str, swap: Mapping[str, str]) -> str:
    for old, new in swap.items():
        prompt = prompt.replace(old, new)
    return prompt


def _folded(seed: int, limits: tuple[int, int] | None) -> int:
    if limits is None:
        return seed
    low, high = limits
    return low + (seed - low) % (high - low + 1)


def placed(setup: Setup, path: str, fields: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The path with its places filled, and the fields that are left for the body."""
    left = dict(fields)
    for name in sorted(places(path)):
        value = setup.told if name == "model" else left.pop(name, None)
        if value is None:
            raise ConfigError(f"provider '{setup.vendor.name}' needs the option '{name}': options: {{{name}: …}}")
        # black-forest-labs/flux-dev, @cf/…/flux-1-schnell and owner/name:version stay as they are.
        path = path.replace(f"{{{name}}}", quote(str(value), safe="/@:"))
    return path, left
