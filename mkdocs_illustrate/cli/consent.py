"""Money is spent by people: at a terminal they are asked, anywhere else they have said so before."""

from __future__ import annotations

import sys

import click

from .answer import Answer, StopError

yes_option = click.option("--yes", is_flag=True, help="Buy without being asked.")
NOBODY_AGREED = 3
_NOTHING = "nothing was bought"


def agreed(answer: Answer, what: str, cost: str, *, yes: bool, otherwise: str = "say --yes") -> None:
    """Go on only with somebody's yes: "make 3 pictures", "about $0.12"; StopError says what to type."""
    if yes:
        return
    if not at_terminal(answer):
        raise no_consent(f"{_NOTHING}: to {what} ({cost}), {otherwise}")
    try:
        said = click.confirm(f"{what[:1].upper()}{what[1:]}, {cost}?")
    except click.Abort:  # Ctrl-D
        click.echo()
        said = False
    except SystemExit:  # Ctrl-C
        click.echo(f"\n{_NOTHING}", err=True)
        raise
    if not said:
        raise no_consent(_NOTHING)


def at_terminal(answer: Answer) -> bool:
    """Whether somebody sits there who can be asked."""
    return not answer.as_json and sys.stdin.isatty() and sys.stdout.isatty()


def no_consent(text: str) -> StopError:
    """Nobody agreed: exit 3."""
    return StopError("consent", text, status=NOBODY_AGREED)
