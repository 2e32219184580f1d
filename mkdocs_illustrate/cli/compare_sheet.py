"""The sheet of `compare`: one HTML file beside the pictures, for any browser and without a network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..errors import StoreError
from ..records import Recipe
from ..site.opened_site import OpenedSite
from ..studio.plans import FigurePlan
from .candidate_files import Shown, candidates_folder, put
from .tables import dollars

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }}
body {{ margin: 2rem; max-width: 110rem }}
h1 {{ font-size: 1.25rem; font-weight: 600 }}
main {{ display: grid; gap: 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)) }}
figure {{ margin: 0 }}
img {{ display: block; width: 100%; height: auto; border-radius: 4px }}
figcaption {{ margin-top: .5rem }}
code {{ font-size: .875rem }}
p {{ margin: 0; opacity: .75 }}
</style>
<h1>{title}</h1>
<main>
{figures}
</main>
</html>
"""
_FIGURE = """<figure>
<a href="{file}"><img src="{file}" alt="{alt}" width="{width}" height="{height}"></a>
<figcaption><strong>{name}</strong> {said}<p>{below}</p></figcaption>
</figure>"""


def write_sheet(site: OpenedSite, plan: FigurePlan, found: Sequence[Shown]) -> Path:
    """The picture of today first, where there is one, then the candidates; each with what it takes to pick it."""
    figures = [*_current(site, plan), *(_figure(plan, one) for one in found if one.file is not None)]
    text = _PAGE.format(title=escape(f"{plan.article.title} ({plan.name})"), figures="\n".join(figures))
    sheet = candidates_folder(site, plan) / "compare.html"
    put(site, sheet, text.encode("utf-8", "replace"))
    return sheet


def _current(site: OpenedSite, plan: FigurePlan) -> list[str]:
    try:
        recipe, picture = site.studio.choosing.current(plan)
    except StoreError:
        return []
    file = candidates_folder(site, plan) / f"now.{recipe.file.rpartition('.')[2]}"
    put(site, file, picture.data)
    return [_html(file, recipe, "The picture of today", "")]


def _figure(plan: FigurePlan, one: Shown) -> str:
    number, recipe = one.candidate.number, one.candidate.recipe
    pick = f"<code>mkdocs-illustrate pick {escape(plan.name)} {number}</code>"
    below = "it is shown now" if one.is_current else pick
    return _html(one.file or Path(), recipe, str(number), below)


def _html(file: Path, recipe: Recipe, name: str, below: str) -> str:
    by = " ".join(filter(None, (recipe.provider, recipe.model)))
    told = filter(None, (by, recipe.family or recipe.style, dollars(recipe.cost)))
    return _FIGURE.format(
        file=escape(file.name),
        alt=escape(recipe.alt),
        width=recipe.width,
        height=recipe.height,
        name=escape(name),
        said=escape(" · ".join(told)),
        below=below,
    )
