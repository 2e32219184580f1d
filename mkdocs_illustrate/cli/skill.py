"""`skill`: instructions for coding agents, one file in the open form that they look for."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from ..files import write
from .answer import WrongError, answering, json_option

_PLACE = ".agents/skills"
_NAME = Path("mkdocs-illustrate", "SKILL.md")


@click.group()
def skill() -> None:
    """Instructions for coding agents: how to illustrate a site, and not to buy without a person's yes."""


@skill.command()
@json_option
def show(*, as_json: bool) -> None:
    """Print them."""
    with answering(as_json=as_json) as answer:
        answer.facts["text"] = _text()
        answer.say(_text().rstrip())


@skill.command()
@click.argument("folder", metavar="[DIR]", default=_PLACE, type=click.Path(file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Also over a file that somebody changed.")
@json_option
def install(folder: Path, *, force: bool, as_json: bool) -> None:
    """Write them below DIR, the folder in which your agent looks for skills (.agents/skills)."""
    with answering(as_json=as_json) as answer:
        path = folder / _NAME
        try:
            if path.exists() and not force and path.read_bytes() != _text().encode():
                raise WrongError(f"{path.as_posix()} is there and says something else: look at it, or say --force")
            write(path, _text().encode())
        except OSError as error:
            raise WrongError(f"{path.as_posix()} can't be written ({error.strerror})") from None
        answer.facts["file"] = path.as_posix()
        answer.say(f"{path.as_posix()}: commit it with your site")


def _text() -> str:
    return files(__package__).joinpath("SKILL.md").read_text("utf-8")
