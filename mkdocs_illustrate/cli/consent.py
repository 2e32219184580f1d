"""Money is spent by people: at a terminal they are asked, anywhere else they have said so before."""

from __future__ import annotations

import sys

import click

from .answer import Answer, StopError

yes_option = click.option("--yes", is_flag=True, help="Buy without being asked.")
_NOBODY_AGREED = 3


def agreed(answer: Answer, what: str, cost: str, *, yes: bool) -> None:
    """Go on only with somebody's yes: "make 3 pictures", "about $0.12"; StopError says what to type."""
    if yes:
        return
    if not at_terminal(answer):
        raise no_consent(f"nothing was bought: to {what} ({cost}), say --yes")
    if not click.confirm(f"{what[:1].upper()}{what[1:]}, {cost}?"):
        raise no_consent("nothing was bought")


def at_terminal(answer: Answer) -> bool:
    """Whether somebody sits there who can be asked."""
    return not answer.as_json and sys.stdin.isatty() and sys.stdout.isatty()


def no_consent(text: str) -> StopError:
    """Nobody agreed: exit 3."""
    return StopError("consent", text, status=_NOBODY_AGREED)
