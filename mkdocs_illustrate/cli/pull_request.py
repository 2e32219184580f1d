"""What a pull request changes, as Markdown for a comment: old beside new, prices, the rest folded.

Page names, alts and reasons come from strangers: they stand escaped inside HTML, in `<code>`, where they are neither
Markdown nor a mention of somebody.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape

from ..characters import visible
from ..errors import StoreError
from ..files import read
from ..records import Recipe
from ..site.git_changes import GitChanges
from ..site.opened_site import OpenedSite
from ..store.portfolio import Portfolio
from ..store.recipe_files import read_recipe
from ..studio.offers import Offer
from ..studio.plans import FigurePlan
from .tables import cost_of, dollars

MARK = "<!-- mkdocs-illustrate -->"
"""By which a workflow finds its comment again, to write it anew in its place."""
_MOST = 40  # figures that are shown: a comment has 65,536 characters
_LISTED = 150
_MOST_TEXT = 2**22  # bytes of a recipe
_CONFIGS = (".yml", ".yaml", ".toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One figure that is another than it was."""

    page: str
    what: str
    before: Recipe | None = None
    now: Recipe | None = None
    old_picture: str = ""
    new_picture: str = ""
    note: str = ""


def pull_request(site: OpenedSite, plans: Sequence[FigurePlan], base: str | None) -> str:
    """The comment; empty where nothing changed."""
    git = GitChanges.since(site.base, base)
    # What may not be bought in this run, as in any for a pull request, is what somebody else would buy.
    plans = [replace(plan, barred=plan.cause == "damaged") for plan in plans]
    changed = [*_kept(site, plans, git), *_to_make(site, plans, git)]
    if not changed:
        return ""
    named = {one.page for one in changed}
    rest = [plan for plan in plans if plan.name not in named]
    shown = "\n".join(_row(git, one) for one in changed[:_MOST])
    more = f"\n\n{len(changed) - _MOST} more changed." if len(changed) > _MOST else ""
    offer = Offer.of(plan for plan in plans if plan.name in named)
    price = f", {offer.pictures} to make for {cost_of(offer)}" if offer.items else ""
    head = f"{MARK}\n### Illustrations: {len(changed)} changed{price}\n"
    table = f"<table>\n<tr><th>page</th><th>before</th><th>now</th></tr>\n{shown}\n</table>{more}"
    return "\n".join((head, table, *_folded(rest)))


def _kept(site: OpenedSite, plans: Sequence[FigurePlan], git: GitChanges) -> Iterator[Changed]:
    """Figures whose recipe or picture is another."""
    folder = site.settings.portfolio
    if folder is None:
        return
    portfolio = Portfolio(site.base / folder)
    names = {portfolio.path(p.page, p.number).relative_to(site.base).as_posix(): p.name for p in plans}
    touched = {posixpath.splitext(path)[0] for path in git.paths if path.startswith(f"{folder}/")}
    for stem in sorted(touched):
        path = f"{stem}.yml"
        before, now = _recipe(path, git.old(path)), _recipe(path, _bytes(site, path))
        if before is None and now is None:
            continue
        yield Changed(
            page=names.get(path, f"{stem.removeprefix(f'{folder}/')}.md"),
            what=_what(before, now),
            before=before,
            now=now,
            old_picture=_beside(path, before),
            new_picture=_beside(path, now),
        )


def _recipe(path: str, data: bytes | None) -> Recipe | None:
    try:
        return None if data is None else read_recipe(path, data.decode())
    except (StoreError, UnicodeDecodeError):
        return None


def _bytes(site: OpenedSite, path: str) -> bytes | None:
    with suppress(OSError):
        return read(site.base / path, _MOST_TEXT)
    return None


def _beside(path: str, recipe: Recipe | None) -> str:
    name = recipe.file if recipe else ""
    return posixpath.join(posixpath.dirname(path), name) if name and "/" not in name else ""


def _what(before: Recipe | None, now: Recipe | None) -> str:
    if before is None or now is None:
        return "gone" if now is None else "new"
    if before.sha256 != now.sha256 or before.file != now.file:
        return "another picture"
    return "another alt or caption" if (before.alt, before.caption) != (now.alt, now.caption) else "the same picture"


def _to_make(site: OpenedSite, plans: Sequence[FigurePlan], git: GitChanges) -> Iterator[Changed]:
    """Figures that want another picture since this change."""
    docs = _below(site, site.config.docs_dir)
    config = any("/" not in path and path.endswith(_CONFIGS) for path in git.paths)
    for plan in plans:
        if plan.wants_money and (config or posixpath.join(docs, plan.page) in git.paths):
            note = f"{plan.provider_and_model}, {dollars(plan.price)}"
            yield Changed(page=plan.name, what=f"{plan.state.value}: to make", note=note)


def _below(site: OpenedSite, folder: str) -> str:
    return posixpath.relpath(folder.replace("\\", "/"), site.base.as_posix())


def _row(git: GitChanges, one: Changed) -> str:
    told = [f"<b>{escape(one.what)}</b>", f"<code>{_text(one.page)}</code>", _made(one.now or one.before)]
    told += [f"<code>{_text(one.note)}</code>" if one.note else "", _alts(one)]
    cells = (
        "<br>".join(filter(None, told)),
        _picture(git, one.old_picture, one.before, old=True),
        _picture(git, one.new_picture, one.now, old=False),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _made(recipe: Recipe | None) -> str:
    if recipe is None:
        return ""
    price = f", {dollars(recipe.cost)}" if recipe.cost is not None else ""
    return f"<code>{_text(f'{recipe.provider} {recipe.model}'.strip() or recipe.origin)}</code>{price}"


def _alts(one: Changed) -> str:
    alts = dict.fromkeys(recipe.alt for recipe in (one.before, one.now) if recipe)
    return "<br>".join(f"alt: <code>{_text(alt)}</code>" for alt in alts)


def _picture(git: GitChanges, path: str, recipe: Recipe | None, *, old: bool) -> str:
    if recipe is None or not path:
        return ""
    address = git.address(path, old=old)
    if not address:
        return "not committed yet" if path in git.uncommitted else f"<code>{_text(path)}</code>"
    return f'<a href="{_text(address)}"><img src="{_text(address)}" width="320" alt="{_text(recipe.alt)}"></a>'


def _folded(plans: Sequence[FigurePlan]) -> Iterator[str]:
    if not plans:
        return
    yield f"\n<details><summary>{len(plans)} others</summary>\n\n<table>"
    for plan in plans[:_LISTED]:
        price = dollars(plan.price) if plan.wants_money else ""
        yield f"<tr><td><code>{_text(plan.name)}</code></td><td>{plan.state.value}</td><td>{price}</td></tr>"
    yield "</table>\n</details>"


def _text(words: str) -> str:
    """Words of others inside HTML: one line, no markup."""
    return escape(visible(words), quote=True).replace("`", "&#96;")
