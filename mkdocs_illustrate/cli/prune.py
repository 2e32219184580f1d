"""`prune`: what no page needs any more is listed, and deleted by who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..site.opened_site import open_site
from ..studio.leftovers import Leftover, Leftovers
from .answer import Answer, StopError, answering, config_option, json_option
from .candidate_files import below
from .tables import table

_KINDS = {
    "orphan": "a recipe whose page is gone",
    "candidate": "made for it and not shown",
    "half-written": "left by a process that was killed",
    "sizes": "cut from a picture that is gone",
}
_BY_NAME = {"orphan", "candidate"}


@click.command()
@click.option("--yes", is_flag=True, help="Delete what is listed.")
@config_option
@json_option
def prune(config_file: str | None, *, yes: bool, as_json: bool) -> None:
    """List what no page needs any more, and how much it is; `--yes` deletes it.

    A page that another plugin makes during a build lies nowhere on the disk: read the list first, git has the rest.
    """
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        answer.warn(site)
        leftovers = site.studio.leftovers()
        found = list(leftovers.all(site.plans, site.studio.orphans()))
        for leftover in found if yes else ():
            _remove(leftovers, leftover)
        _show(answer, found, site.base, deleted=yes)


def _remove(leftovers: Leftovers, leftover: Leftover) -> None:
    try:
        leftovers.remove(leftover)
    except OSError as error:
        raise StopError("damaged", f"{error.filename} can't be deleted ({error.strerror})", leftover.name) from None


def _show(answer: Answer, found: Sequence[Leftover], base: Path, *, deleted: bool) -> None:
    size, files = sum(one.size for one in found), sum(one.count for one in found)
    answer.facts |= {
        "deleted": deleted,
        "leftovers": [_facts(one, base) for one in found],
        "total": {"files": files, "bytes": size},
    }
    if not found:
        answer.say("nothing to prune: pages need all that is there")
        return
    answer.say(table(("", "", "", "size"), list(_rows(found))))
    again = "" if deleted else "; `mkdocs-illustrate prune --yes` deletes them"
    answer.say(f"{files} files, {_bytes(size)}{', deleted' if deleted else again}")


def _rows(found: Sequence[Leftover]) -> Iterator[tuple[str, ...]]:
    """What people know by its page stands by itself, the rest together."""
    for kind, words in _KINDS.items():
        ones = [one for one in found if one.kind == kind]
        if kind in _BY_NAME:
            yield from ((kind, one.name, words, _bytes(one.size)) for one in ones)
        elif ones:
            yield kind, str(len(ones)), words, _bytes(sum(one.size for one in ones))


def _facts(leftover: Leftover, base: Path) -> dict[str, object]:
    files = [below(base, path) for path in leftover.files]
    return {
        "kind": leftover.kind,
        "name": leftover.name,
        "files": files,
        "bytes": leftover.size,
        "count": leftover.count,
    }


def _bytes(size: int) -> str:
    """A size as people say it."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.1f} KB"
