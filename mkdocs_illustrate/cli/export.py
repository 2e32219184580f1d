"""`export`: the pictures below docs_dir, and a list of them, for who builds the site without this plugin."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from ..errors import ConfigError
from ..figure_settings import PUBLISHED_IN
from ..files import leads_out, read, reason, sweep_empty, write
from ..page.article import read_article
from ..page.exported import MANIFEST, Exported, ExportedPage, exported_figure, read_exported
from ..page.head import cover
from ..page.substance import sketch
from ..records import Asset, Outcome
from ..shapes import MOST_BYTES
from ..site.opened_site import OpenedSite, open_site
from .answer import Answer, WrongError, answering, config_option, json_option
from .candidate_files import below


@click.command()
@click.option("--into", metavar="DIR", help="The folder of the sources, if it is not docs_dir.")
@config_option
@json_option
def export(config_file: str | None, *, into: str | None, as_json: bool) -> None:
    """Write the pictures of all pages below docs_dir, and a list of them for other builders; buys nothing.

    Zensical, Pelican and plain Markdown show them by the extension `mkdocs_illustrate.markdown`. What an earlier export
    wrote and no page shows any more is taken away.
    """
    never = functools.partial(replace, generate="never")
    with answering(as_json=as_json) as answer, open_site(config_file, change=never) as site:
        answer.warn(site)
        if not site.settings.portfolio:
            raise WrongError("`portfolio: null` keeps nothing, so there is no place for the list of pictures")
        outcomes = site.run(_outcomes(site))
        for outcome in outcomes:
            if not outcome.assets or outcome.placeholder:
                answer.problem("missing", outcome.reason or "it has no picture", outcome.page, aside=True)
        try:
            _write(answer, site, outcomes, (site.base / into) if into else Path(site.config.docs_dir))
        except OSError as error:
            raise WrongError(f"the pictures can't be written ({reason(error)}): {error.filename}") from None


def _write(answer: Answer, site: OpenedSite, outcomes: list[Outcome], root: Path) -> None:
    """The pictures first: what the list names is there."""
    manifest = site.base / str(site.settings.portfolio) / MANIFEST
    before = _before(manifest)
    assets = {asset.name: asset for outcome in outcomes for asset in outcome.assets}
    written = [name for name, asset in assets.items() if _copied(asset, root)]
    pages = dict(_pages(site, outcomes))
    facts = site.facts
    exported = Exported(figure=site.settings.figure, theme=facts.theme, switched=facts.is_switched, pages=pages)
    _renewed(manifest, exported.as_text().encode())
    removed = [name for name in sorted(before - assets.keys()) if _removed(root, name)]
    answer.facts |= {"manifest": below(site.base, manifest), "files": sorted(assets), "removed": removed}
    counted = f"{len(assets)} files, {len(written)} of them new, below {below(site.base, root)}"
    answer.say(f"{counted}, and {below(site.base, manifest)}: commit them; a cached build of Zensical needs --clean")


async def _outcomes(site: OpenedSite) -> list[Outcome]:
    return list(await asyncio.gather(*map(site.studio.carry_out, site.plans)))


def _pages(site: OpenedSite, outcomes: list[Outcome]) -> Iterator[tuple[str, ExportedPage]]:
    """Each page that shows a figure, with all of them."""
    listed: dict[str, list[tuple[Outcome, str, str | None]]] = {}
    for plan, outcome in zip(site.plans, outcomes, strict=True):
        if outcome.assets:
            placement = plan.wish.placement or site.settings.placement
            listed.setdefault(plan.page, []).append((outcome, placement, plan.wish.after))
    for page, found in listed.items():
        again = site.again(page)
        if again is not None:
            source = again[0]
            article = read_article(page, source.text, source.meta, source.language)
            stands = cover(found[0][0].assets) if site.settings.figure.social else None
            yield (
                page,
                ExportedPage(
                    title=article.title,
                    sketch=sketch(article.words),
                    language=article.language,
                    image=stands.name if stands else None,
                    figures=tuple(exported_figure(*one) for one in found),
                ),
            )


def _before(manifest: Path) -> set[str]:
    """What the export before has written; nothing where there was none, or where it can't be read any more."""
    try:
        return read_exported(manifest).files()
    except ConfigError:
        return set()


def _copied(asset: Asset, root: Path) -> bool:
    """Whether a file had to be written: one that is touched without need is built anew by whoever watches."""
    return _renewed(root / asset.name, read(asset.path, MOST_BYTES))


def _renewed(path: Path, data: bytes) -> bool:
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return False
    write(path, data)
    return True


def _removed(root: Path, name: str) -> bool:
    """Take a file away that an earlier export wrote: the list names it, and it lies where pictures do."""
    path = root / name
    if not name.startswith(f"{PUBLISHED_IN}/") or ".." in name or leads_out(path, root) or not path.is_file():
        return False
    path.unlink()
    sweep_empty(path.parent, root)
    return True
