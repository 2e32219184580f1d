"""The hall: a commission goes in, an outcome comes out.

    key -> portfolio -> cache -> brief -> picture -> cache, portfolio -> files of the page

Doors decide nothing: they hand over commissions, and put outcomes where they belong.
"""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import ConfigError, ModelError, NotAllowed, StoreError
from ..models.model_registry import Registry
from ..models.protocols import ChatModel, ImageModel, ImageRequest, NoJournal, Question
from ..pictures.provenance import DRAWN
from ..reading import suggest
from ..records import Commission, Order, Outcome, Picture, Recipe, State
from ..settings import ImageSettings, Settings, Where
from ..shapes import Shape
from ..store.portfolio import Portfolio
from .archive import Archive
from .claims import Claims
from .decisions import Decision, Desk
from .imports import Origin, brought
from .keys import of_order
from .naming import stem
from .prints import Prints
from .purchases import Bought, Purchases
from .recipes import made_by_model, source_type, to_keep, words_of, write_recipe
from .shelf import Shelf
from .wanted import order

FAILED = State.FAILED

log = logging.getLogger("mkdocs.plugins.illustrate")


class Studio:
    """Makes the figures of one site, in one event loop; only `decide` is called from outside."""

    def __init__(self, settings: Settings, base: Path, where: Where, *, force: bool = False) -> None:
        folder = base / settings.cache_dir
        self._settings = settings
        portfolio = Portfolio(base / settings.portfolio) if settings.portfolio else None
        self._shelf = Shelf(folder)
        self._archive = Archive(portfolio, self._shelf)
        self._prints = Prints(settings.figure, folder / "sizes")
        self._registry = Registry(settings.timeout, settings.concurrency, base)
        self._painter = self._registry.image(ImageSettings())
        self._chat = self._registry.chat(settings.chat)
        self._images = {
            name: self._registry.image(image) for name, image in {"": settings.image, **settings.models}.items()
        }
        _try_out(self._chat.vendor, lambda: self._chat.plan(Question(messages=(("user", ""),))))
        for image in self._images.values():
            _try_out(image.vendor, functools.partial(image.plan, ImageRequest(prompt="")))
        self.purchases = Purchases(settings, folder, self._shelf, force=force)
        self._desk = Desk(
            settings=settings,
            where=where,
            portfolio=portfolio,
            shelf=self._shelf,
            chat=self._chat,
            image=self._image,
            force=force,
        )

    def _image(self, name: str | None) -> ImageModel:
        """The site's image model, or the one of `models:` that a page chose."""
        if name and name not in self._settings.models:
            raise ConfigError(f"model '{name}' is unknown{suggest(name, self._settings.models)}")
        return self._images[name or ""]

    def decide(self, commission: Commission) -> Decision:
        """What is to be done for a commission. Reads the disk, sends nothing."""
        return self._desk.decide(commission)

    async def carry_out(self, decision: Decision) -> Outcome:
        """Do it. What a user or a vendor can cause comes back as an outcome, not as an error."""
        try:
            return await self._tried(decision)
        except OSError as error:
            return decision.without_buying(f"no file can be written ({error})", FAILED).outcome()
        except Exception as error:
            # One page's surprise shall not hide what became of the others.
            log.debug("%s", decision.commission.article.page, exc_info=True)
            said = " ".join(f"{type(error).__name__}: {error}".split())[:120]
            reason = f"an error of this plugin's own ({said}); please report it"
            return decision.without_buying(reason, FAILED).outcome()

    async def _tried(self, decision: Decision) -> Outcome:
        try:
            return await self._made(decision)
        except NotAllowed as error:
            decision = decision.without_buying(str(error))
        except StoreError as error:
            decision = decision.without_buying(str(error), FAILED)
        except ModelError as error:
            reason = f"{error.vendor}: {error}" if error.vendor else str(error)
            decision = decision.without_buying(reason, FAILED)
        return await self._instead(decision)

    async def _made(self, decision: Decision) -> Outcome:
        if decision.buy:
            return await self._kept(decision, await self.purchases.buy(decision))
        if decision.state is State.OFFLINE:
            return await self._drawn(decision)
        if decision.state is State.CACHED:
            return await self._kept(decision, self._cached(decision))
        return await self._instead(decision)

    def _cached(self, decision: Decision) -> Bought:
        """A picture that was bought before, and the words that asked for it."""
        picture = self._shelf.picture(decision.wanted.key)
        if picture is None:
            raise StoreError("the cached picture can't be read any more")
        return Bought(picture=picture, brief=self.purchases.known_brief(decision), made=False)

    async def _kept(self, decision: Decision, bought: Bought) -> Outcome:
        """Into the portfolio at once, then into the page."""
        commission = decision.commission
        recipe = write_recipe(decision, bought, dict(self._options(commission)))
        picture = bought.picture
        if self._archive.open and not decision.trouble:
            try:
                picture, ending = await self._prints.work(lambda: to_keep(picture))
                recipe = self._archive.keep(decision, recipe, picture, ending)
            except StoreError as error:  # shown all the same: it is paid, and in the cache
                decision = replace(decision, trouble=str(error))
        decision = replace(
            decision,
            key=decision.wanted.key,
            state=State.MADE if bought.made else State.CACHED,
            recipe=recipe,
        )
        return await self._shown(decision, recipe, picture)

    def _options(self, commission: Commission) -> dict[str, object]:
        settings = self._settings.models.get(commission.wish.model or "", self._settings.image)
        return settings.options

    async def _instead(self, decision: Decision) -> Outcome:
        """The old picture where there is one, else what `on_missing` says."""
        settings, recipe = self._settings, decision.recipe
        if recipe is not None and decision.has_old:
            try:
                picture = await self._prints.work(lambda: self._archive.picture(decision, recipe))
                return await self._shown(decision, recipe, picture)
            except StoreError as error:
                decision = replace(decision, state=FAILED, reason=str(error), has_old=False)
        if settings.on_missing == "placeholder" and not settings.frozen:
            return replace(await self._drawn(decision), placeholder=True)
        return decision.outcome()

    async def _shown(self, decision: Decision, recipe: Recipe, picture: Picture) -> Outcome:
        """The files and words of a picture that has a recipe."""
        commission, kind = decision.commission, source_type(recipe)
        alt, caption = words_of(commission.wish, recipe.alt, recipe.caption)
        name = stem(commission.article.page, commission.number, decision.key)
        shape = Shape(picture.width, picture.height)
        ratio = None if recipe.origin == "imported" else decision.wanted.ratio
        files = await self._prints.of(picture.data, shape, ratio, name, kind)
        return replace(
            decision.outcome(),
            assets=files,
            alt=alt,
            caption=caption,
            by_model=made_by_model(kind),
            credit=recipe.credit,
        )

    async def _drawn(self, decision: Decision) -> Outcome:
        """A built-in drawing: made once on a machine, kept in the cache only."""
        sent = order(decision.wanted, "", self._painter)
        key, commission = of_order(sent), decision.commission
        picture = self._shelf.picture(key)
        if picture is None:
            picture = await self._painter.run(sent, NoJournal())
            self._shelf.put_picture(key, picture)
        alt, caption = words_of(commission.wish, picture.alt, picture.caption)
        name = stem(commission.article.page, commission.number, key)
        shape = Shape(picture.width, picture.height)
        files = await self._prints.of(picture.data, shape, decision.wanted.ratio, name, DRAWN)
        return replace(decision.outcome(), key=key, assets=files, alt=alt, caption=caption)

    def bring(self, decision: Decision, data: bytes, said: Origin) -> Recipe:
        """Keep a picture that was made elsewhere; BadAnswer says why it is none."""
        if not self._settings.portfolio:
            raise ConfigError("option 'portfolio': there is none to keep the picture in")
        if decision.trouble:  # what can't be read may well be paid for
            raise StoreError(decision.trouble)
        brief = self.purchases.known_brief(decision)
        recipe, picture, ending = brought(decision, brief, data, said)
        return self._archive.keep(decision, recipe, picture, ending)

    def damage(self, decision: Decision) -> str:
        """What is wrong with a kept picture, as a build would find; empty if nothing is."""
        if decision.trouble or decision.recipe is None or not decision.shows_old:
            return decision.trouble
        try:
            self._archive.picture(decision, decision.recipe)
        except StoreError as error:
            return str(error)
        return ""

    def claims(self) -> Claims:
        """For the commissions of one build."""
        return Claims(self._settings.models, self._archive.path)

    def troubles(self) -> list[str]:
        """What is wrong with the folders of this machine."""
        return [trouble for trouble in (self._shelf.trouble, self._prints.trouble) if trouble]

    def stop(self) -> set[asyncio.Task[Any]]:
        """Let nothing further be sent; what may be charged already is worth waiting for."""
        self._registry.stop()
        under_way = self.purchases.under_way()
        if under_way:
            log.info("waiting for calls that may be charged already (%d)", len(under_way))
        return under_way

    async def close(self) -> None:
        """Let go of everything."""
        models: list[ChatModel | ImageModel] = [self._chat, self._painter, *self._images.values()]
        for model in models:
            await model.close()
        self._prints.close()
        self._shelf.close()


def _try_out(vendor: str, plan: Callable[[], Order]) -> None:
    """Whether a model can be asked at all, as it is set up: a ConfigError says what is missing."""
    try:
        plan()
    except ConfigError as error:
        raise ConfigError(f"{vendor}: {error}") from None
