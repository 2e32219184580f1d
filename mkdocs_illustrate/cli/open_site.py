"""mkdocs.yml -> what every command needs: the settings, the plans of all figures, a studio."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files

from ..errors import ConfigError
from ..models.model_registry import check_models
from ..quoting import suggest
from ..settings import Settings, where_are_we
from ..site.sources import page_sources
from ..studio.background import Background
from ..studio.planning import FigurePlan
from ..studio.signals import Signals
from ..studio.studio import Studio

config_option = click.option(
    "-f", "--config-file", type=click.Path(exists=True, dir_okay=False), help="mkdocs.yml, if it is not in this folder."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class WrongError(click.ClickException):
    """A configuration or a name that can't be meant: one line, exit 2."""

    exit_code = 2


class FailedError(click.ClickException):
    """Something that is missing, or did not work: one line, exit 1."""

    exit_code = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSite:
    """A site as the command line sees it."""

    settings: Settings
    plans: tuple[FigurePlan, ...]
    problems: tuple[str, ...]
    studio: Studio

    def plan(self, name: str) -> FigurePlan:
        """A figure by its page, with `#2` behind it for a second one."""
        asked = name.removesuffix("#1")
        for plan in self.plans:
            if plan.name == asked:
                return plan
        pages = {plan.page for plan in self.plans}
        raise WrongError(f"no figure is asked for on '{name}'{suggest(name.partition('#')[0], pages)}")


@contextmanager
def open_site(config_file: str | None) -> Iterator[OpenedSite]:
    """Read a site and plan its figures; nothing is sent and nothing made."""
    with Signals():
        yield from _opened(_config(config_file))


def _opened(config: MkDocsConfig) -> Iterator[OpenedSite]:
    background = Background()
    try:
        settings = _settings(config)
        base = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        studio = background.call(Studio, settings, base, where_are_we("build"))
        plans, problems = _planned(config, settings, studio)
        yield OpenedSite(settings=settings, plans=plans, problems=problems, studio=studio)
        background.close(studio.close())
    except ConfigError as error:
        raise WrongError(str(error)) from None
    finally:
        background.close()


def _config(config_file: str | None) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a listing is no place for a banner
    try:
        return load_config(config_file)
    except MkDocsException as error:
        raise WrongError(" ".join(str(error).split())) from None


def _settings(config: MkDocsConfig) -> Settings:
    plugin = config.plugins.get("illustrate")
    if plugin is None:
        raise WrongError("mkdocs.yml does not list the plugin 'illustrate'")
    settings: Settings = plugin.config.settings
    check_models(settings)
    return settings


def _planned(
    config: MkDocsConfig, settings: Settings, studio: Studio
) -> tuple[tuple[FigurePlan, ...], tuple[str, ...]]:
    """What a build would do for each figure, and what it would warn about."""
    plans: list[FigurePlan] = []
    problems: list[str] = []
    for source in page_sources(get_files(config), config, settings.include, drafts=False):
        planned = studio.plan(source)
        plans += planned.figures
        problems += [f"{source.page}: {problem}" for problem in planned.problems]
    return tuple(plans), tuple(problems)
