"""A figure's way into its page, through other plugins, and out again.

It goes in once. What is not known by then stands in it as a token, in attributes where other plugins carry it along:
`fill` puts the real words in, `take_out` removes it. The words below a picture come last (`captioned`), when searches,
feeds and exports have read the page: they are about the picture, and no text of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .figures import Figure, escaped, words_below
from .html_tokens import Kind, Token, tokens

_PLAIN = ("key", "alt_language", "alt", "width", "height", "ground", "state")
# ` srcset="…"`, ` sizes=…`, as a minifier leaves them too
_CHOICE = r"""\s(?:srcset|sizes)=(?:"[^"]*"|'[^']*'|[^\s>]+)"""


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
        ground=f"{mark}ground" if figure.srcsets else "",
        caption="",
        label="",
        state=f"{mark}state",
    )


def fill(page: str, waiting: Figure, figure: Figure) -> str:
    """Put the real words where the tokens stand, and take out what is not said after all."""
    if not figure.state:
        page = _undo_placeholder(page, waiting)
    if waiting.srcsets and not figure.srcsets:  # a drawing is one file: nothing is there to choose from
        page = by_one_file(page, waiting)
    if not figure.alt_language:  # ` lang="TOKEN"`, or without quotes where a minifier took them
        page = re.sub(rf"\s+lang=([\"']?){waiting.alt_language}\1", "", page)
    if not figure.ground and waiting.ground:  # `;background:TOKEN content-box`, with a space where others put one
        page = re.sub(rf";\s*background:\s*{waiting.ground} content-box", "", page)
    known = {
        escaped(waiting.src): escaped(figure.src),
        **({escaped(waiting.dark): escaped(figure.dark)} if waiting.dark else {}),
        **{token: escaped(dict(figure.srcsets).get(kind, "")) for kind, token in waiting.srcsets},
        **{getattr(waiting, name): escaped(getattr(figure, name)) for name in _PLAIN if getattr(waiting, name)},
    }
    for token, text in known.items():
        page = page.replace(token, text)
    return page


def captioned(page: str, figure: Figure) -> str:
    """The page with the words below its figure; untouched where they are there, or the figure is gone."""
    words, tags = words_below(figure), _tags_of(page, figure)
    if not words or not tags or any(tag.name == "figcaption" for tag in tags):
        return page
    before = tags[-1].start
    return f"{page[:before]}{words}{page[before:]}"


def by_one_file(page: str, figure: Figure) -> str:
    """The page where its figure names one file: for who moves a page elsewhere, and knows `src` alone."""
    for tag in reversed(_tags_of(page, figure)):
        if tag.name in {"source", "img"} and tag.kind is not Kind.END:
            text = re.sub(_CHOICE, "", page[tag.start : tag.end]) if tag.name == "img" else ""
            page = page[: tag.start] + text + page[tag.end :]
    return page


def _tags_of(page: str, figure: Figure) -> list[Token]:
    """The tags of a figure, its own among them; none if it is gone.

    An alternative text may hold anything, and others write it anew: only a browser's eyes see where a tag ends.
    """
    found: list[Token] = []
    for token in tokens(page) if figure.key in page else ():
        is_tag = token.kind not in {Kind.TEXT, Kind.COMMENT}
        if is_tag and (found or (token.name == "figure" and figure.key in page[token.start : token.end])):
            found.append(token)
            if token.name == "figure" and token.kind is Kind.END:
                return found
    return []


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


def put_in_all(page: str, spots: Sequence[int | None], figure: Callable[[int, str], str]) -> str:
    """The page with a figure at each spot, by its number and what stands above; the last first: so offsets hold."""
    places = [(spot, number) for number, spot in enumerate(spots, 1) if spot is not None]
    for spot, number in sorted(places, reverse=True):
        text = figure(number, page[:spot])
        page = put_in(page, spot, text) if text else page
    return page


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
