"""A site of a few words for tests in this process: plans and outcomes without MkDocs."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import yaml

from mkdocs_illustrate.records import Brief, Outcome, PageSource, Picture, Recipe
from mkdocs_illustrate.settings import Settings, Where, read_settings
from mkdocs_illustrate.store.ledger import Ledger
from mkdocs_illustrate.studio.bought import Bought
from mkdocs_illustrate.studio.library import Library
from mkdocs_illustrate.studio.plans import FigurePlan, PagePlan
from mkdocs_illustrate.studio.purchases import Purchases
from mkdocs_illustrate.studio.studio import Studio
from mkdocs_illustrate.studio.workers import Workers
from mkdocs_illustrate.testing.pictures import picture

T = TypeVar("T")

NOBODY = "http://127.0.0.1:9/v1"
"""An address at which nobody answers: plans send nothing."""
TEXT = "# Harbour\n\nBoats come home in the evening.\n"
SMALL = (64, 48)


def own_server(url: str = NOBODY) -> dict[str, Any]:
    """Settings with both models on a server of one's own, which needs no key; its pictures are small."""
    both = {"provider": "openai-compatible", "base_url": url}
    image = {**both, "model": "artist", "size": "64x48"}
    return {"chat": {**both, "model": "writer"}, "image": image, "figure": {"widths": [64]}}


def painted(words: str = "a boat", size: tuple[int, int] = SMALL, **more: Any) -> Picture:
    """A checked picture."""
    return Picture(data=picture(words, size), media_type="image/png", width=size[0], height=size[1], **more)


@dataclass(slots=True)
class SmallSite:
    """A folder, settings, and what a build would do with them."""

    base: Path
    options: dict[str, Any] = field(default_factory=own_server)
    where: Where = "build"
    force: bool = False

    @property
    def settings(self) -> Settings:
        """What stands in mkdocs.yml."""
        return read_settings(self.options)

    @property
    def cache(self) -> Path:
        """The cache folder."""
        return self.base / self.settings.cache_dir

    @property
    def ledger(self) -> Ledger:
        """What was paid."""
        return Ledger(self.cache)

    def set(self, role: str, **more: Any) -> None:
        """Change some settings below one heading."""
        self.options[role] = {**self.options.get(role, {}), **more}

    def studio(self) -> Studio:
        """As a build opens it."""
        return Studio(self.settings, self.base, self.where, force=self.force)

    def library(self) -> Library:
        """As the studio opens it."""
        kept = self.settings.portfolio
        return Library(self.base / kept if kept else None, self.cache)

    def page_plan(self, page: str = "a.md", text: str = TEXT, *, included: bool = False, **meta: Any) -> PagePlan:
        """What would be done for a page."""
        return self.studio().plan(self.source(page, text, included=included, **meta))

    @staticmethod
    def source(page: str = "a.md", text: str = TEXT, *, included: bool = False, **meta: Any) -> PageSource:
        """A page with front matter."""
        return PageSource(page=page, text=text, meta=meta, included=included)

    def plan(self, page: str = "a.md", text: str = TEXT, **wishes: Any) -> FigurePlan:
        """What would be done for the one figure of a page."""
        planned = self.page_plan(page, text, illustrate=True, illustrate_with=wishes)
        assert not planned.problems
        (figure,) = planned.figures
        return figure

    def outcome(self, page: str = "a.md", text: str = TEXT, **wishes: Any) -> Outcome:
        """What becomes of it."""

        async def build() -> Outcome:
            studio = self.studio()
            source = self.source(page, text, illustrate=True, illustrate_with=wishes)
            (figure,) = studio.plan(source).figures
            outcome = await studio.carry_out(figure)
            await studio.close()
            return outcome

        return asyncio.run(build())

    def buy(self, *plans: FigurePlan, purchases: Purchases | None = None) -> list[Bought | BaseException]:
        """Buy what some plans ask for, all at once."""
        till = purchases or self.purchases()

        async def run() -> list[Bought | BaseException]:
            bought = await asyncio.gather(*(till.buy(plan) for plan in plans), return_exceptions=True)
            for plan in plans:
                await plan.image.close()
                await plan.chat.close()
            return bought

        return asyncio.run(run())

    def purchases(self) -> Purchases:
        """A till over this site's own folders."""
        folder = self.base / self.settings.portfolio if self.settings.portfolio else None
        return Purchases(self.settings, self.cache, self.library(), folder, Workers(), force=self.force)

    def lay_down(self, disk: Mapping[str, Any], plan: FigurePlan) -> None:
        """Put a recipe, a picture, a cached picture, brief or refusal where a build looks for them."""
        library = self.library()
        if "recipe" in disk:
            said = {name: plan.wanted.key if value == "WANTED" else value for name, value in disk["recipe"].items()}
            if said.get("brief") == "ASKED":
                said["brief"] = plan.wanted.brief_key
            recipe = Recipe(**{"prompt": "A boat", "alt": "Old words", "width": 64, "height": 48} | said)
            library.keep(plan.page, plan.number, recipe, painted("old"), "png", old=None)
        if "cached" in disk:
            library.put_picture(plan.wanted.key, painted(disk["cached"]))
        if "brief" in disk:
            library.put_brief(plan.wanted.brief_key, Brief(prompt=disk["brief"], alt="In the cache", caption="C"))
        if "refused" in disk:
            library.put_refusal(plan.wanted.key, disk["refused"])
        library.close()
        for name, text in disk.get("files", {}).items():
            path = self.base / "illustrations" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        for name in disk.get("gone", ()):
            (self.base / "illustrations" / name).unlink()

    def draw_ahead(self, page: str = "a.md", text: str = TEXT, **wishes: Any) -> str:
        """Put a drawing into the cache where a painter's own would be, which takes a second and a process; its key."""
        size = {"size": self.options["image"].get("size")}
        painter = replace(self, options={**self.options, "image": size})
        key = painter.plan(page, text, **wishes).key
        self.library().put_picture(key, painted("drawn", alt="Drawn"))
        return key

    def recipe(self, name: str = "a.yml") -> dict[str, Any]:
        """A recipe as it is written."""
        return dict(yaml.safe_load((self.base / "illustrations" / name).read_text("utf-8")))


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run something asynchronous to its end."""
    return asyncio.run(work)


def open_files(folder: Path) -> list[str]:
    """The files below a folder that this process has open."""
    links = []
    for number in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            links.append(str(number.readlink()))
    return [link for link in links if link.startswith(str(folder))]
