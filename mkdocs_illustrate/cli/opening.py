"""mkdocs.yml -> what every command needs: the settings, the flagged pages, a studio."""

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
from ..flags import read_flagged
from ..models.model_registry import check_models
from ..page.commissions import read_commissions
from ..reading import suggest
from ..settings import Settings, where_are_we
from ..studio.background import Background
from ..studio.decisions import Decision
from ..studio.studio import Studio

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False),
    help="mkdocs.yml, if it is not in this folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A site as the command line sees it."""

    settings: Settings
    decisions: tuple[Decision, ...]
    problems: tuple[str, ...]
    studio: Studio

    def decision(self, name: str) -> Decision:
        """A figure by its page, with `#2` behind it for a second one."""
        page, _, number = name.partition("#")
        pages = {d.commission.article.page for d in self.decisions}
        for decision in self.decisions:
            commission = decision.commission
            if (commission.article.page, str(commission.number)) == (page, number or "1"):
                return decision
        raise WrongError(f"no figure is asked for on '{name}'{suggest(page, pages)}")


@contextmanager
def opened(config_file: str | None) -> Iterator[Opened]:
    """Read a site and decide about its figures; nothing is sent and nothing made."""
    config = _config(config_file)
    settings = _settings(config)
    background = Background()
    base = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    try:
        studio = background.call(Studio, settings, base, where_are_we("build"))
        decisions, problems = _decided(config, settings, studio, background)
        yield Opened(
            settings=settings,
            decisions=decisions,
            problems=problems,
            studio=studio,
        )
        background.close(studio.close())
    except ConfigError as error:
        raise WrongError(str(error)) from None
    finally:
        background.close()


class WrongError(click.ClickException):
    """A configuration or a name that can't be meant: one line, exit 2."""

    exit_code = 2


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


def _decided(
    config: MkDocsConfig, settings: Settings, studio: Studio, background: Background
) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """What a build would do for each figure, and what it would warn about."""
    decisions: list[Decision] = []
    problems: list[str] = []
    claims = studio.claims()
    for flagged in read_flagged(get_files(config), config, settings.include, drafts=False):
        asked = read_commissions(
            flagged.page,
            flagged.source,
            flagged.meta,
            included=flagged.included,
            language=flagged.language,
        )
        settled = [claims.settle(commission) for commission in asked.commissions]
        said = (*asked.problems, *(problem for problem, _ in settled if problem))
        problems += [f"{flagged.page}: {problem}" for problem in said]
        meant = (commission for _, commission in settled if commission is not None)
        decisions += [background.call(studio.decide, commission) for commission in meant]
    return tuple(decisions), tuple(problems)
