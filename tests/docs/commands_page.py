"""docs/commands.md: the reference of the commands, made from themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_illustrate.cli.main import COMMANDS, main

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
BEGIN, END = "<!-- commands -->", "<!-- /commands -->"
_EVERYWHERE = {"config_file", "as_json"}


def commands() -> str:
    """All commands, in Markdown."""
    return "\n\n".join(_command(name) for name in sorted(COMMANDS))


def _command(name: str) -> str:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    context = click.Context(command, info_name=f"mkdocs-illustrate {name}")
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    options = list(_options(command))
    table = ["", "| option | |", "| --- | --- |", *options] if options else []
    return "\n".join((f"## {name}", "", _text(command.help), "", "```console", usage, "```", *table))


def _text(told: str | None) -> str:
    """A help text as paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in (told or "").split("\n\n"))


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option) and option.name not in _EVERYWHERE:
            names = ", ".join((*option.opts, *option.secondary_opts))
            yield f"| `{names}{_value(option)}` | {_text(option.help)} |"


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    words = "/".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper()
    return f" {option.metavar or words}"


def renewed(text: str) -> str:
    """The page with the commands as they are."""
    pattern = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{commands()}\n{END}", text)
