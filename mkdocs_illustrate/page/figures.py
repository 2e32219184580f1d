"""An outcome -> the HTML of its figure, as the settings want it, escaped.

A figure goes into its page once. What is not known by then stands in it as a token, in attributes
and text where other plugins carry it along; `fill` puts the real words in, `take_out` removes it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..characters import visible
from ..figure_settings import FigureSettings
from ..records import Asset, Outcome
from .labels import label_of

Address = Callable[[str], str]
"""The name of a file below the site's root -> its address as seen from a page."""

# Wide as the text of the common themes; below that, as wide as the screen.
SIZES = "(min-width: 76.25em) 44rem, 100vw"
_PLAIN = ("key", "alt_language", "alt", "width", "height", "state")
# Some themes (MkDocs' own) let `height` stand while they limit the width.
_FIT = "max-width:100%;height:auto"
_DRAWN, _DRAWING = ("svg",), ".svg"
_CHOICE = r"""\s(?:srcset|sizes)=(?:"[^"]*"|'[^']*'|[^\s>]+)"""
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
    caption: str = ""
    label: str = ""
    alt_language: str = ""
    """Where it is another one than the page's; the same of the label."""
    label_language: str = ""
    state: str = ""
    """`missing` marks a placeholder."""
    lightbox: bool = True
    later: bool = False
    """A further figure on its page: loaded when it comes near the screen."""


def figure_of(outcome: Outcome, look: FigureSettings, address: Address, *, language: str, later: bool) -> Figure:
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
        caption=outcome.caption if look.caption else "",
        alt_language=outcome.alt_language,
        label=label,
        label_language=label_language,
        state="missing" if outcome.placeholder else "",
        lightbox=look.lightbox,
        later=later,
    )


def expected_figure(addresses: Sequence[str], look: FigureSettings, *, later: bool) -> Figure:
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
        later=later,
    )


def pending(figure: Figure, mark: str) -> Figure:
    """The same figure with a token for each word that is not known yet; `mark` is its own."""
    return replace(
        figure,
        key=f"{mark}key",
        srcsets=tuple((kind, f"{mark}{kind}") for kind, _ in figure.srcsets),
        alt=f"{mark}alt",
        alt_language=f"{mark}lang",
        width=f"{mark}width",
        height=f"{mark}height",
        caption=f"{mark}words",
        label="",
        state=f"{mark}state",
    )


def _srcset(shown: Sequence[Asset], kind: str, address: Address) -> str:
    files = [asset for asset in shown if asset.format == kind]
    return ", ".join(f"{address(asset.name)} {asset.width}w" for asset in reversed(files))


def render(figure: Figure) -> str:
    """The figure as a block of HTML."""
    classes = "illustration" + (" illustration--placeholder" if figure.state else "")
    state = f' data-illustrate-state="{_escape(figure.state)}"' if figure.state else ""
    words = f"<figcaption>{_words(figure)}</figcaption>" if figure.caption or figure.label else ""
    return (
        f'<figure class="{classes}" data-illustrate="{_escape(figure.key)}"{state}'
        f" data-search-exclude>{_picture(figure)}{words}</figure>"
    )


def _words(figure: Figure) -> str:
    caption, label = _escape(figure.caption), _escape(figure.label)
    if label:
        label = f'<small class="illustration__label"{_spoken(figure.label_language)}>{label}</small>'
    return " ".join(part for part in (caption, label) if part)


def _spoken(language: str) -> str:
    return f' lang="{_escape(language)}"' if language else ""


def _picture(figure: Figure) -> str:
    """One image; with a `<picture>` around it where a browser has to choose, or two where a theme does."""
    *better, (_, srcset) = figure.srcsets or (("", ""),)
    sources = [(f' type="{_MIME[kind]}"', _sized(files)) for kind, files in better]
    if figure.dark and figure.toggled:
        return _image(figure, f"{figure.src}#only-light", "") + _image(figure, f"{figure.dark}#only-dark", "")
    if figure.dark:
        sources.append((' media="(prefers-color-scheme: dark)"', f' srcset="{_escape(figure.dark)}"'))
    image = _image(figure, figure.src, _sized(srcset))
    return f"<picture>{''.join(f'<source{a}{b}>' for a, b in sources)}{image}</picture>" if sources else image


def _sized(files: str) -> str:
    return f' srcset="{_escape(files)}" sizes="{SIZES}"' if files else ""


def _image(figure: Figure, src: str, files: str) -> str:
    lightbox = "" if figure.lightbox else ' class="off-glb"'
    loading = ' loading="lazy"' if figure.later or src.endswith("#only-dark") else ""
    return (
        f'<img{lightbox} src="{_escape(src)}"{files}'
        f' alt="{_escape(figure.alt)}"{_spoken(figure.alt_language)} width="{figure.width}" height="{figure.height}"'
        f'{loading} decoding="async" style="{_FIT}">'
    )


def fill(page: str, waiting: Figure, figure: Figure) -> str:
    """Put the real words where the tokens stand, and take out what is not said after all."""
    if not figure.state:
        page = _undo_placeholder(page, waiting)
    if not (figure.caption or figure.label):
        # `<figcaption class="a"> TOKEN </figcaption>`: other plugins may have given it attributes and white space
        page = re.sub(rf"<figcaption[^>]*>\s*{waiting.caption}\s*</figcaption>", "", page)
    if not figure.srcsets:
        page = _without_sizes(page, waiting)
    if not figure.alt_language:  # ` lang="TOKEN"`, or without quotes where a minifier took them
        page = re.sub(rf"\s+lang=([\"']?){waiting.alt_language}\1", "", page)
    tokens = {
        waiting.caption: _words(figure),
        _escape(waiting.src): _escape(figure.src),
        **({_escape(waiting.dark): _escape(figure.dark)} if waiting.dark else {}),
        **{token: _escape(dict(figure.srcsets).get(kind, "")) for kind, token in waiting.srcsets},
        **{getattr(waiting, name): _escape(getattr(figure, name)) for name in _PLAIN},
    }
    for token, text in tokens.items():
        page = page.replace(token, text)
    return page


def _without_sizes(page: str, waiting: Figure) -> str:
    """A drawing is one file: nothing is there to choose from."""
    for _, token in waiting.srcsets:
        page = re.sub(rf"<source [^>]*{token}[^>]*>", "", page)
        # ` srcset="TOKEN" sizes="…"`, wherever other plugins have put the two
        page = re.sub(rf"<img [^>]*{token}[^>]*>", lambda tag: re.sub(_CHOICE, "", tag[0]), page)
    return page


def _undo_placeholder(page: str, waiting: Figure) -> str:
    opening, end = _around(page, waiting, ">")
    tag = page[opening:end].replace(" illustration--placeholder", "")
    # ` data-illustrate-state="TOKEN"`, or without quotes where a minifier took them
    tag = re.sub(rf"\s+data-illustrate-state=([\"']?){waiting.state}\1", "", tag)
    return page[:opening] + tag + page[end:]


def put_in(page: str, offset: int, figure: str) -> str:
    """The page with a figure at that place, beginning on a line of its own."""
    line_starts = offset == 0 or page[offset - 1] == "\n"
    text = f"{figure}\n" if line_starts else f"\n{figure}"
    return page[:offset] + text + page[offset:]


def take_out(page: str, waiting: Figure) -> str:
    """The page as it was before `put_in`, however it was re-serialised meanwhile."""
    opening, end = _around(page, waiting, "</figure>")
    if opening == end:
        return page
    # One of the two line breaks came with the figure; which one, makes no difference.
    if page[end : end + 1] == "\n":
        end += 1
    elif page[max(opening - 1, 0) : opening] == "\n":
        opening -= 1
    return page[:opening] + page[end:]


def _around(page: str, waiting: Figure, last: str) -> tuple[int, int]:
    """From the figure's opening tag to behind `last`; twice the same place if the figure is gone."""
    start = page.find(waiting.key)
    opening = page.rfind("<figure", 0, max(start, 0))
    end = page.find(last, start)
    return (0, 0) if min(start, opening, end) < 0 else (opening, end + len(last))


def _escape(text: str) -> str:
    return html.escape(visible(text), quote=True)
