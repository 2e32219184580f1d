"""Wishes of pages that nobody can follow: a seed for a model that takes none, a note where no chat model is asked.

They cost nothing and stop nothing; a build says so in one line.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..models.protocols import ChatModel, ImageModel
from ..painter.paint import STYLES
from ..records import Wish
from .keys import takes_seed
from .report import pages_named


class UnheededWishes:
    """Those of one round over a site."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, str], list[str]] = {}

    def begin(self) -> None:
        """Forget the round before."""
        self._pages = {}

    def note(self, page: str, wish: Wish, image: ImageModel, chat: ChatModel, styles: Container[str]) -> None:
        """What a page asks for in vain, and why; `styles` are those that mkdocs.yml names."""
        found = _painter(wish, styles) if image.free else _model(wish, image, chat)
        for name, why in found if page else ():  # a bare wish is no page's
            pages = self._pages.setdefault((name, why), [])
            if page not in pages:
                pages.append(page)

    @property
    def lines(self) -> list[str]:
        """One, or none."""
        said = [f"'{name}' on {pages_named(pages)} ({why})" for (name, why), pages in self._pages.items()]
        return [f"what 'illustrate_with' asks for in vain: {'; '.join(said)}"] if said else []


def _painter(wish: Wish, styles: Container[str]) -> Iterator[tuple[str, str]]:
    if wish.style and wish.style not in STYLES and wish.style not in styles:
        yield "style", f"the built-in painter has no '{wish.style}', but {', '.join(STYLES[1:])}"
    if wish.note is not None:
        yield "note", "the built-in painter asks no chat model"


def _model(wish: Wish, image: ImageModel, chat: ChatModel) -> Iterator[tuple[str, str]]:
    model = f"{image.vendor} {image.model}"
    if wish.seed is not None and not takes_seed(image):
        yield "seed", f"{model} takes none"
    if wish.note is not None and (wish.prompt is not None or chat.free):
        yield "note", "no chat model is asked"
    if wish.motifs and (wish.prompt is not None or not chat.free):
        yield "motifs", f"they are for the built-in painter, and {model} gets a prompt"
