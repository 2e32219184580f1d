"""What a command says: lines for people, or one JSON object for programs; and how it ends.

Exit 0: done. 1: something is missing or failed. 2: wrong usage or configuration. 3: nothing was bought, because nobody
agreed to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from ..errors import Code as Code  # noqa: PLC0414 - commands take it from here
from ..errors import ConfigError, IllustrateError
from ..studio.report import pages_named

if TYPE_CHECKING:
    from ..site.opened_site import OpenedSite

SCHEMA_VERSION = 1
_WRONG = 2

config_option = click.option(
    "-f", "--config-file", type=click.Path(exists=True, dir_okay=False), help="mkdocs.yml, if it is not here or above."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object, and nothing else.")


class StopError(Exception):
    """A command can't go on: one line, a code for programs, an exit code for shells."""

    def __init__(self, code: Code, text: str, page: str | None = None, *, status: int = 1) -> None:
        super().__init__(text)
        self.code: Code = code
        self.page = page
        self.status = status


class WrongError(StopError):
    """What was asked for can't be meant: exit 2."""

    def __init__(self, text: str, code: Code = "usage", page: str | None = None) -> None:
        super().__init__(code, text, page, status=_WRONG)


@dataclass(slots=True)
class Answer:
    """What one command has to say so far."""

    as_json: bool
    finds: bool = False
    """Problems are what the command was asked for, not what keeps it from that."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What it gives to programs, besides its problems."""
    problems: list[dict[str, str | None]] = field(default_factory=list)
    status: int = 0

    def say(self, line: str = "") -> None:
        """A line for people."""
        if not self.as_json:
            click.echo(line)

    def problem(self, code: Code, text: str, page: str | None = None, *, status: int = 1, aside: bool = False) -> None:
        """Something that is not as it should be, with its cure; one said `aside` is no reason to fail."""
        self.problems.append({"code": code, "page": page, "text": text})
        self.status = max(self.status, 0 if aside else status)
        if not self.as_json:
            line = f"{page}: {text}" if page else text
            wrong = status == _WRONG
            click.echo(f"Error: {line}" if wrong else line, err=aside or wrong or not self.finds)

    def troubled(self, code: Code, text: str, pages: Sequence[str]) -> None:
        """The same for several pages: one line for people, one problem a page for programs."""
        if not self.as_json:
            click.echo(f"{pages_named(pages)}: {text}", err=not self.finds)
        self.problems += [{"code": code, "page": page, "text": text} for page in pages]
        self.status = max(self.status, 1)

    def warn(self, site: OpenedSite) -> None:
        """What a build of this site would warn about."""
        for page, problem in site.problems:
            self.problem("front_matter", problem, page, aside=True)

    def print(self) -> None:
        """The one object."""
        if self.as_json:
            whole = {"schema_version": SCHEMA_VERSION, **self.facts, "problems": self.problems}
            click.echo(json.dumps(whole, indent=2, ensure_ascii=False))


@contextmanager
def answering(*, as_json: bool, finds: bool = False) -> Iterator[Answer]:
    """One answer of one command; whatever a user or a vendor can cause becomes a line and an exit code."""
    answer = Answer(as_json, finds)
    try:
        yield answer
    except StopError as error:
        answer.problem(error.code, str(error), error.page, status=error.status)
    except ConfigError as error:
        answer.problem(error.code, str(error), status=_WRONG)
    except IllustrateError as error:
        answer.problem(error.code, str(error))
    except SystemExit as ended:  # by a signal: what was done until then is told all the same
        answer.status = ended.code if isinstance(ended.code, int) else 1
    answer.print()
    if answer.status:
        raise SystemExit(answer.status)
