"""Commission + settings -> what is wanted, and its key. Pure: nothing is read, nothing is sent.

The key of a picture stands on its brief by reference: the brief's own key goes in where the prompt
will be. So it is known before the chat model is asked, and files have their final names from the
start. A prompt that somebody wrote by hand goes in as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..models.briefs import USUAL_LIMIT, question
from ..models.protocols import ChatModel, ImageModel, ImageRequest, Question
from ..models.styles import with_style
from ..records import Article, Commission, Order, Recipe, Wish
from ..settings import Settings
from ..shapes import Shape, parse_ratio, parse_size
from .keys import of_order, of_text

_SHORTEST = 120  # characters a prompt needs to say anything, whatever the style takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One picture as it would be asked for."""

    key: str
    brief_key: str
    """Of the question to the chat model; empty where the prompt is somebody's own."""
    prompt: str | None
    """Somebody's own prompt, from the page or from an edited recipe."""
    style: str | None
    shape: Shape | None
    """What the author asked for; what is published is cropped to its ratio."""
    asked: str | None
    """The same as the author wrote it."""
    seed: int | None
    facts: Mapping[str, Any]

    @property
    def ratio(self) -> float | None:
        """The ratio to crop to."""
        return self.shape.ratio if self.shape else None


def want(
    commission: Commission,
    recipe: Recipe | None,
    settings: Settings,
    chat: ChatModel,
    image: ImageModel,
) -> Wanted:
    """Work out what is wanted for a commission, in the light of the recipe that is there."""
    article, wish = commission.article, commission.wish
    chosen = settings.models.get(wish.model or "", settings.image)
    own = wish.prompt or edited_prompt(recipe)
    style = wish.style or settings.style
    facts = _facts(article, wish, style, own)
    brief_key = ""
    if own is None and not image.reads_articles:
        brief_key = of_order(chat.plan(ask(article, wish, settings, USUAL_LIMIT, facts)))
    asked = wish.size or wish.aspect_ratio or chosen.size or chosen.aspect_ratio
    seed = wish.seed if wish.seed is not None else chosen.seed
    wanted = Wanted(
        key="",
        brief_key=brief_key,
        prompt=own,
        style=style,
        shape=_shape(asked),
        asked=asked,
        seed=seed,
        facts=facts,
    )
    key = of_order(order(wanted, own or f"brief:{brief_key}", image))
    return Wanted(**{n: getattr(wanted, n) for n in Wanted.__slots__ if n != "key"}, key=key)


def order(wanted: Wanted, prompt: str, image: ImageModel) -> Order:
    """What the image model is sent for a prompt."""
    return image.plan(
        ImageRequest(
            prompt=with_style(prompt, wanted.style, image.prompt_limit),
            shape=wanted.shape,
            seed=wanted.seed,
            extra=wanted.facts if image.reads_articles else {},
        )
    )


def ask(article: Article, wish: Wish, settings: Settings, limit: int, facts: Mapping[str, Any]) -> Question:
    """The question to the chat model."""
    asked = question(article, wish.note, settings.chat.instructions, limit)
    return Question(messages=asked.messages, form=asked.form, facts=facts)


def limit_for(wanted: Wanted, image: ImageModel) -> int:
    """How long a prompt the chat model may write: what the image model takes, less the style."""
    if image.prompt_limit is None:
        return USUAL_LIMIT
    taken = len(with_style("", wanted.style, image.prompt_limit))
    return min(USUAL_LIMIT, max(image.prompt_limit - taken - 1, min(_SHORTEST, image.prompt_limit)))


def edited_prompt(recipe: Recipe | None) -> str | None:
    """The prompt of a recipe, if somebody changed it after it was written."""
    if recipe is None or not recipe.draft or not recipe.prompt.strip():
        return None
    return recipe.prompt if of_text(recipe.prompt) != recipe.draft else None


def _shape(asked: str | None) -> Shape | None:
    """A size or a ratio as numbers; None leaves it to the model's row."""
    if asked is None:
        return None
    return parse_ratio(asked) if ":" in asked else parse_size(asked)


def _facts(article: Article, wish: Wish, style: str | None, own: str | None) -> dict[str, Any]:
    """The article in its parts, for a writer or painter that reads it itself."""
    return {
        "title": own or article.title,
        "words": article.words,
        "lead": article.lead,
        "headings": list(article.headings),
        "tags": list(article.tags),
        "language": article.language,
        "style": style,
        "motifs": list(wish.motifs),
    }
