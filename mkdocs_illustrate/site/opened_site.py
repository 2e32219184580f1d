"""mkdocs.yml -> what every command needs, and the desk: the settings, the plans of all figures, a studio."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files, get_files

from ..errors import ConfigError, UnknownPage
from ..models.model_registry import check_models
from ..quoting import suggest
from ..records import PageSource
from ..settings import Settings, Where, where_are_we
from ..site_facts import SiteFacts
from ..studio.background import Background
from ..studio.bars import barred
from ..studio.plans import FigurePlan
from ..studio.signals import Signals
from ..studio.studio import Studio
from .sources import SitePages
from .theme_colours import facts_of, with_theme_colours
from .zensical import NAME, zensical_config

T = TypeVar("T")
Change = Callable[[Settings], Settings]


@dataclass(slots=True, kw_only=True)
class OpenedSite:
    """A site outside a build."""

    config: MkDocsConfig
    settings: Settings
    studio: Studio
    background: Background
    facts: SiteFacts
    builds: Where = field(default_factory=lambda: where_are_we("build"))
    """Where a build would run: what it may buy there."""
    plans: tuple[FigurePlan, ...] = field(default=(), init=False)
    _files: Files = field(default_factory=lambda: Files([]), init=False)
    problems: tuple[tuple[str, str], ...] = field(default=(), init=False)
    """What a build would warn about: a page, and what is wrong with its front matter."""

    @property
    def base(self) -> Path:
        """The folder of mkdocs.yml."""
        return _base(self.config)

    @property
    def offers(self) -> Path:
        """Where `plan` leaves what it listed, for `generate --plan`."""
        return self.base / self.settings.cache_dir / "plans"

    def read(self) -> None:
        """Plan all figures by what lies on the disk now; nothing is sent and nothing made."""
        self._files = get_files(self.config)
        pages = SitePages(self._files, self.config, self.settings.include, drafts=False)
        self.studio.begin(pages)
        plans: list[FigurePlan] = []
        problems: list[tuple[str, str]] = []
        for source in pages.sources():
            planned = self.studio.plan(source)
            plans += planned.figures
            problems += [(source.page, problem) for problem in planned.problems]
        self.plans, self.problems = tuple(plans), tuple(problems)

    def again(self, page: str) -> tuple[PageSource, tuple[FigurePlan, ...]] | None:
        """One page as it lies on the disk by now, and the plans of its figures; None if there is none any more."""
        file = self._files.get_file_from_path(page)
        if file is None:
            return None
        for source in SitePages(Files([file]), self.config, self.settings.include, drafts=False).sources():
            return source, self.studio.plan(source).figures
        return None

    def plan(self, name: str) -> FigurePlan:
        """A figure by its page, with `#2` behind it for a second one."""
        asked = name.removesuffix("#1")
        for plan in self.plans:
            if plan.name == asked:
                return plan
        raise UnknownPage(f"no figure is asked for on '{name}'{self._instead(name.partition('#')[0])}")

    def _instead(self, page: str) -> str:
        """What to do for a figure that is not there: flag its page, or wish for more; or which page may be meant."""
        flagged = {plan.page for plan in self.plans}
        if page in flagged:
            return "; `illustrate_with` in its front matter may be a list, one entry for each figure"
        if page in {file.src_uri for file in get_files(self.config).documentation_pages()}:
            return ": it has no flag; write `illustrate: true` into its front matter"
        return suggest(page, flagged)

    def chosen(self, names: Iterable[str]) -> tuple[FigurePlan, ...]:
        """The figures of these names, each once, in the order of the site; all where none is named."""
        asked = {self.plan(name).name for name in names}
        return tuple(plan for plan in self.plans if not asked or plan.name in asked)

    def left_by_builds(self, plan: FigurePlan) -> str:
        """Why a build here would not buy it; empty if it would, or has nothing to buy."""
        return barred(self.settings, self.builds, plan.state) if plan.wants_money else ""

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the studio's loop, and wait for it."""
        return self.background.submit(work).result()


@contextmanager
def open_site(
    config_file: str | None,
    *,
    buys: bool = False,
    force: bool = False,
    named: Iterable[str] = (),
    change: Change = lambda settings: settings,
    planned: bool = True,
) -> Iterator[OpenedSite]:
    """A site as mkdocs.yml describes it. Who `buys` does so by hand: `generate` and `generate_in` are about builds.

    `force` makes anew what is kept; what is pinned, only where it is `named`. One that is not `planned` yet has no
    figures until somebody lets it `read`.
    """
    by_hand = {"force": force, "named": {name.removesuffix("#1") for name in named}}
    with Signals():
        yield from _opened(_config(config_file), buys=buys, planned=planned, change=change, by_hand=by_hand)


def _opened(
    config: MkDocsConfig, *, buys: bool, planned: bool, change: Change, by_hand: Mapping[str, Any]
) -> Iterator[OpenedSite]:
    background = Background()
    settings = change(_settings(config))
    spared: Callable[[], set[Any]] = set
    try:
        site_facts = facts_of(config)
        studio = background.call(lambda: Studio(settings, _base(config), _where(buys=buys), site=site_facts, **by_hand))
        spared = studio.stop
        site = OpenedSite(config=config, settings=settings, studio=studio, background=background, facts=site_facts)
        if planned:
            site.read()
        yield site
    finally:
        background.close(studio.close() if spared is not set else None, spared=spared)


def _where(*, buys: bool) -> Where:
    where = where_are_we("build")
    return "command" if buys and where != "pull request" else where


def _base(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _config(config_file: str | None) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a listing is no place for a banner
    said = _Said()
    try:
        found = config_file or found_above(Path.cwd())
        if found is None:
            raise ConfigError("there is no mkdocs.yml here or above; name one with -f")
        return zensical_config(Path(found)) if Path(found).name == NAME else load_config(found)
    except MkDocsException as error:
        raise ConfigError("; ".join(said.errors) or " ".join(str(error).split())) from None
    finally:
        said.leave()


class _Said(logging.Handler):
    """MkDocs logs what is wrong, and then says that something is."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self._log = logging.getLogger("mkdocs.config")
        self._propagated, self._log.propagate = self._log.propagate, False
        self._log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.errors.append(" ".join(record.getMessage().split()))

    def leave(self) -> None:
        """Let MkDocs speak for itself again."""
        self._log.removeHandler(self)
        self._log.propagate = self._propagated


_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", NAME)


def found_above(folder: Path) -> str | None:
    """The configuration that a folder belongs to: its own, or the next one above it."""
    for place in (folder, *folder.parents):
        for name in _NAMES:
            if (place / name).is_file():
                return str(place / name)
    return None


def _settings(config: MkDocsConfig) -> Settings:
    plugin = config.plugins.get("illustrate")
    if plugin is None:
        raise ConfigError("mkdocs.yml does not list the plugin 'illustrate'")
    settings = with_theme_colours(plugin.config.settings, config)
    check_models(settings)
    return settings
