"""An outcome -> the HTML of its figure, as the settings want it, escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..characters import visible
from ..figure_settings import FigureSettings
from ..records import Asset, Outcome
from .columns import ANYWHERE
from .labels import label_of

Address = Callable[[str], str]
"""The name of a file below the site's root -> its address as seen from a page."""

Loading = Literal["", "first", "later"]
"""The largest thing that a reader sees first, or one that is only seen after scrolling."""

# Some themes (MkDocs' own) let `height` stand while they limit the width.
_FIT = "max-width:100%;height:auto"
_DRAWN, _DRAWING = ("svg",), ".svg"
_SCREEN, _MOST_ABOVE = 130, 20_000  # words on the first screen of a phone; characters that are looked at
_WIDE, _USUAL = 1536, 1.5
_BLANK = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'%3E"
    "%3Crect width='3' height='2' fill='%23888' fill-opacity='.2'/%3E%3C/svg%3E"
)
_MIME = {"webp": "image/webp", "avif": "image/avif", "jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """All that stands in a figure, as text: the real thing, or tokens for it."""

    key: str
    src: str
    """Address of the fallback picture, relative to the page."""
    srcsets: tuple[tuple[str, str], ...]
    """(format, srcset) in order of preference; the last one belongs to the `<img>`. None for a drawing."""
    dark: str = ""
    """Address of the same drawing by night, if there is one."""
    toggled: bool = False
    """The page has a switch for its scheme, and its theme shows what is meant for the one that is on."""
    alt: str
    width: str
    height: str
    ground: str = ""
    """The colour that stands there until it has come."""
    caption: str = ""
    label: str = ""
    alt_language: str = ""
    """Where it is another one than the page's; the same of the label."""
    label_language: str = ""
    state: str = ""
    """`missing` marks a placeholder."""
    lightbox: bool = True
    loading: Loading = ""
    sizes: str = ANYWHERE
    """How wide it will be, for browsers that choose a file."""


def loading_of(above: str, number: int) -> Loading:
    """How a figure is loaded that stands below some HTML: without scrolling it is the largest thing that one sees."""
    if number > 1:
        return "later"
    words = len(re.sub("<[^>]*>", " ", above).split()) if len(above) < _MOST_ABOVE else _SCREEN
    return "first" if words < _SCREEN else ""


def figure_of(
    outcome: Outcome, look: FigureSettings, address: Address, *, language: str, loading: Loading = ""
) -> Figure:
    """The figure of a picture that is there, on a page of that language."""
    label, label_language = label_of(look, by_model=outcome.by_model, credit=outcome.credit, language=language)
    shown = [asset for asset in outcome.assets if asset.use == "page"]
    kinds = tuple(dict.fromkeys(asset.format for asset in shown))
    widest = next(asset for asset in shown if asset.format == kinds[-1])
    dark = [asset for asset in outcome.assets if asset.use == "dark"]
    return Figure(
        key=outcome.key,
        src=address(widest.name),
        srcsets=() if kinds == _DRAWN else tuple((kind, _srcset(shown, kind, address)) for kind in kinds),
        dark=address(dark[0].name) if dark else "",
        alt=outcome.alt,
        width=str(widest.width),
        height=str(widest.height),
        ground=widest.ground,
        caption=outcome.caption if look.caption else "",
        alt_language=outcome.alt_language,
        label=label,
        label_language=label_language,
        state="missing" if outcome.placeholder else "",
        lightbox=look.lightbox,
        loading=loading,
    )


def expected_figure(addresses: Sequence[str], look: FigureSettings, *, loading: Loading = "") -> Figure:
    """The figure of a picture that is not there yet: nothing is known but its place."""
    src, *dark = addresses
    return Figure(
        key="",
        src=src,
        srcsets=() if src.endswith(_DRAWING) else tuple((kind, "") for kind in look.formats),
        dark="".join(dark),
        alt="",
        width="",
        height="",
        state="missing",
        lightbox=look.lightbox,
        loading=loading,
    )


def stand_in(key: str, ratio: float | None) -> Figure:
    """What a preview shows in the place of a drawing that is still being made: its shape."""
    height = round(_WIDE / (ratio or _USUAL))
    return Figure(
        key=key, src=_BLANK, srcsets=(), dark=_BLANK, alt="", width=str(_WIDE), height=str(height), state="missing"
    )


def _srcset(shown: Sequence[Asset], kind: str, address: Address) -> str:
    files = [asset for asset in shown if asset.format == kind]
    return ", ".join(f"{address(asset.name)} {asset.width}w" for asset in reversed(files))


def render(figure: Figure, *, words: bool = True) -> str:
    """The figure as a block of HTML, with the words below it or without."""
    classes = "illustration" + (" illustration--placeholder" if figure.state else "")
    state = f' data-illustrate-state="{escaped(figure.state)}"' if figure.state else ""
    return (
        f'<figure class="{classes}" data-illustrate="{escaped(figure.key)}"{state}'
        f" data-search-exclude>{_picture(figure)}{words_below(figure) if words else ''}</figure>"
    )


def words_below(figure: Figure) -> str:
    """Its caption and its label, each in an element of its own; nothing where neither is said."""
    caption, label = escaped(figure.caption), escaped(figure.label)
    if label:
        label = f'<small class="illustration__label"{_spoken(figure.label_language)}>{label}</small>'
    said = " ".join(part for part in (caption, label) if part)
    return f"<figcaption>{said}</figcaption>" if said else ""


def _spoken(language: str) -> str:
    return f' lang="{escaped(language)}"' if language else ""


def _picture(figure: Figure) -> str:
    """One image; with a `<picture>` around it where a browser has to choose, or two where a theme does."""
    *better, (_, srcset) = figure.srcsets or (("", ""),)
    sources = [(f' type="{_MIME[kind]}"', _sized(files, figure)) for kind, files in better]
    if figure.dark and figure.toggled:
        return _image(figure, f"{figure.src}#only-light", "") + _image(figure, f"{figure.dark}#only-dark", "")
    if figure.dark:
        sources.append((' media="(prefers-color-scheme: dark)"', f' srcset="{escaped(figure.dark)}"'))
    image = _image(figure, figure.src, _sized(srcset, figure))
    return f"<picture>{''.join(f'<source{a}{b}>' for a, b in sources)}{image}</picture>" if sources else image


def _sized(files: str, figure: Figure) -> str:
    """A browser that has laid the page out before it loads a picture knows better than we do."""
    sizes = f"auto, {figure.sizes}" if figure.loading == "later" else figure.sizes
    return f' srcset="{escaped(files)}" sizes="{sizes}"' if files else ""


def _image(figure: Figure, src: str, files: str) -> str:
    lightbox = "" if figure.lightbox else ' class="off-glb"'
    is_later = figure.loading == "later" or src.endswith("#only-dark")
    loading = ' loading="lazy"' if is_later else ' fetchpriority="high"' if figure.loading == "first" else ""
    return (
        f'<img{lightbox} src="{escaped(src)}"{files}'
        f' alt="{escaped(figure.alt)}"{_spoken(figure.alt_language)} width="{figure.width}" height="{figure.height}"'
        f'{loading} decoding="async" style="{_FIT}{escaped(_ground(figure))}">'
    )


def _ground(figure: Figure) -> str:
    """Behind the picture alone: some themes frame it with white."""
    return f";background:{figure.ground} content-box" if figure.ground else ""


def escaped(text: str) -> str:
    """As it stands in an attribute, or between two tags."""
    return html.escape(visible(text), quote=True)
