"""Where the lines go: a terminal has a width and colours, a pipe has neither."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

_ENDLESS = 100_000  # columns of a pipe: what reads it cuts lines by itself


def is_lively() -> bool:
    """Whether colours and lines that change are welcome."""
    dumb = os.environ.get("TERM", "") in {"dumb", "unknown"}
    return sys.stdout.isatty() and not dumb and not os.environ.get("NO_COLOR")


def bold(text: str) -> str:
    """A heading, where it can stand out."""
    return click.style(text, bold=True) if is_lively() else text


def console() -> Console:
    """Standard output, as rich draws on it."""
    from rich.console import Console  # noqa: PLC0415 - neither `--help` nor `--json` has a use for it

    return Console(
        file=sys.stdout,
        force_terminal=None if is_lively() else False,
        color_system="auto" if is_lively() else None,
        width=None if sys.stdout.isatty() else _ENDLESS,
        highlight=False,
        markup=False,
        emoji=False,
    )
