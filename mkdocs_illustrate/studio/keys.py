"""What is wanted for a figure, and the keys of it. Pure: nothing is read from the disk, nothing is sent.

A key is the hash of what a model would be sent. Concurrency, time-outs, addresses, paths and versions of packages are
not sent, so they are in no key. The key of a picture stands on its brief by reference: the brief's own key goes in
where the prompt will be. So it is known before the chat model is asked, and files have their final names from the
start. A prompt that somebody wrote by hand goes in as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..models.briefs import USUAL_LIMIT, question
from ..models.protocols import ChatModel, ImageModel, ImageRequest, Question, most_references
from ..models.styles import Manner, with_style
from ..page.figure_articles import other_seed
from ..records import Article, Order, Recipe, Wish
from ..settings import ImageSettings, Settings
from ..shapes import Shape, parse_ratio, parse_size
from .article_facts import article_facts
from .edits import Edit

_DIGITS = 32  # hex; enough that two pictures never share a key, short enough for a file name
# YAML in `options:` may hold dates and the like: their text is what is sent.
_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
_SHORTEST = 120  # characters a prompt needs to say anything, whatever the style takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One picture as it would be asked for."""

    key: str = ""
    """Of the order to the image model."""
    setup: str = ""
    """The same without the article's words."""
    brief_key: str
    """Of the question to the chat model; empty where the prompt is somebody's own."""
    note: str = ""
    """The hints in that question: the page's, and the recipe's."""
    prompt: str | None
    """The prompt where it is known already: from the page, from an edited recipe, or of a brief that waits."""
    style: str | None
    """What an author calls it."""
    manner: Manner = field(default_factory=Manner)
    """What that comes to."""
    shape: Shape | None
    """What the author asked for; what is published is cropped to its ratio."""
    asked: str | None
    """The same as the author wrote it."""
    seed: int | None
    seed_by_chance: bool = False
    """Nobody wished for it: it only makes another picture than one before it on its page."""
    repeat: int = 0
    """How many those are that are about the same words."""
    price: float | None = None
    """US dollars for its picture; None where nobody knows."""
    made_from: tuple[str, ...] = ()
    """Keys of the pictures that it starts from."""
    brief_price: float | None = None
    """The same for its brief, if the chat model is asked for one."""
    edit: Edit | None = None
    """What it starts from, if it is another picture that is changed."""
    site: Mapping[str, Any] = field(default_factory=dict)
    """What a painter hears of the site; no picture that is bought has it in its key."""
    first: Order | None = None  # a style that its vendor makes once, before all pictures that name it
    style_to_make: tuple[str, float | None] = ("", 0.0)  # its key and its price, where it has no name yet
    facts: Mapping[str, Any]
    """The article in its parts, for a writer or painter that reads it itself."""

    @property
    def is_briefed(self) -> bool:
        """A brief of the chat model waits, and is sent as it stands."""
        return bool(self.prompt and self.brief_key)

    @property
    def ratio(self) -> float | None:
        """The ratio to crop to."""
        return self.shape.ratio if self.shape else None


def want(
    article: Article,
    wish: Wish,
    recipe: Recipe | None,
    settings: Settings,
    *,
    chat: ChatModel,
    image: ImageModel,
    manner: Manner,
    site: Mapping[str, Any],
) -> Wanted:
    """Work out what is wanted for a figure, in the light of the recipe that is there."""
    chosen = image_settings(settings, wish)
    own = wish.prompt or edited_prompt(recipe)
    note = "\n".join(filter(None, (wish.note, recipe.note if recipe else "")))
    facts = article_facts(article, wish, manner, own)
    brief_key, brief_price = "", None
    if own is None and not image.reads_articles:
        asking = chat.plan(brief_question(article, note, settings, None, facts))
        brief_key, brief_price = order_key(asking), asking.price
    asked = wish.size or wish.aspect_ratio or chosen.size or chosen.aspect_ratio
    wanted = Wanted(
        brief_key=brief_key,
        note=note,
        brief_price=brief_price,
        prompt=own,
        style=style_of(wish, settings),
        manner=manner,
        shape=_shape(asked),
        asked=asked,
        seed=seed_of(article, wish, settings),
        seed_by_chance=_is_by_chance(article, wish),
        repeat=article.repeat,
        site=site,
        facts=facts,
    )
    prompt = own or f"brief:{brief_key}"
    order = picture_order(wanted, prompt, image)
    key = told_apart(order_key(order), wanted, prompt, image)
    return replace(wanted, key=key, price=order.price, first=order.first)


def another_sample(wanted: Wanted, image: ImageModel, number: int) -> Wanted:
    """The same asked for once more: with another seed where the model takes one, else the same order by another key.

    The same number is the same sample, in each run: what was bought once is found.
    """
    salt = value_key(["sample", number, wanted.key])
    again = replace(wanted, seed=int(salt[:8], 16) >> 1) if takes_seed(image) else wanted
    one, other = (picture_order(w, w.prompt or f"brief:{w.brief_key}", image) for w in (wanted, again))
    return replace(again, key=salt if one.body == other.body else order_key(other))


def style_key(first: Order) -> str:
    """The key of a style that a vendor makes: of what it is made of, whoever asks for it."""
    return value_key(["style", order_key(replace(first, first=None))])


def setup_key(wanted: Wanted, image: ImageModel) -> str:
    """The key of what is wanted for an article that says nothing; a painter that draws better by now is no other."""
    return value_key([wanted.facts, wanted.seed, wanted.asked]) if image.reads_articles else wanted.key


def without_words(article: Article) -> Article:
    """An article that says nothing: what is asked for it is what is asked for any."""
    return Article(page="", title="", words="", language=article.language, repeat=article.repeat)


def style_of(wish: Wish, settings: Settings) -> str | None:
    """The style that a figure is made in, as its author calls it."""
    return wish.style or settings.style


def image_settings(settings: Settings, wish: Wish) -> ImageSettings:
    """The site's image model, or the one of `models:` that a page chose."""
    return settings.models.get(wish.model or "", settings.image)


def seed_of(article: Article, wish: Wish, settings: Settings) -> int | None:
    """The seed that a figure is made with: its own, the site's, or one that tells it from those before it."""
    seed = image_settings(settings, wish).seed if wish.seed is None else wish.seed
    return other_seed(seed, article.repeat) if _is_by_chance(article, wish) else seed


def _is_by_chance(article: Article, wish: Wish) -> bool:
    return bool(article.repeat) and wish.seed is None


def picture_order(wanted: Wanted, prompt: str, image: ImageModel) -> Order:
    """What the image model is sent for a prompt."""
    return image.plan(
        ImageRequest(
            prompt=with_style(prompt, wanted.manner.words, image.prompt_limit),
            shape=wanted.shape,
            seed=sent_seed(wanted, image),
            extra={**wanted.site, **wanted.facts} if image.reads_articles else {},
            images=wanted.edit.images if wanted.edit else (),
            mask=wanted.edit.mask if wanted.edit else None,
            references=wanted.manner.references[: most_references(image)],
            strength=wanted.manner.strength,
        )
    )


def sent_seed(wanted: Wanted, image: ImageModel) -> int | None:
    """The seed that a model is told: of one that nobody wished for, a model that takes none hears nothing."""
    return None if wanted.seed_by_chance and not takes_seed(image) else wanted.seed


def takes_seed(image: ImageModel) -> bool:
    """Whether another seed makes another picture; a dialect of somebody else's need not know the question."""
    return bool(getattr(image, "takes_seed", False))


def told_apart(key: str, wanted: Wanted, prompt: str, image: ImageModel) -> str:
    """The key of a figure that no seed makes another: the very same order is given once more for it."""
    if not wanted.repeat or key != order_key(picture_order(replace(wanted, seed=None), prompt, image)):
        return key
    return value_key([key, wanted.repeat])


def brief_question(
    article: Article, note: str, settings: Settings, limit: int | None, facts: Mapping[str, Any]
) -> Question:
    """The question to the chat model; without a limit, as keys count it."""
    asked = question(article, note or None, settings.chat.instructions, limit, facts.get("avoid", ()))
    return Question(messages=asked.messages, form=asked.form, facts=facts)


def prompt_limit(wanted: Wanted, image: ImageModel) -> int:
    """How long a prompt the chat model may write: what the image model takes, less the style."""
    if image.prompt_limit is None:
        return USUAL_LIMIT
    taken = len(with_style("", wanted.manner.words, image.prompt_limit))
    return min(USUAL_LIMIT, max(image.prompt_limit - taken - 1, min(_SHORTEST, image.prompt_limit)))


def edited_prompt(recipe: Recipe | None) -> str | None:
    """The prompt of a recipe, if somebody changed it after it was written."""
    if recipe is None or not recipe.draft or not recipe.prompt.strip():
        return None
    return recipe.prompt if text_key(recipe.prompt) != recipe.draft else None


def value_key(value: Any) -> str:
    """The hash of a plain value, the same on every machine and in every run."""
    return hashlib.sha256(_ENCODER.encode(value).encode()).hexdigest()[:_DIGITS]


def order_key(order: Order) -> str:
    """The key of what an order brings."""
    return value_key({"vendor": order.vendor, "path": order.path, "body": order.body})


def text_key(text: str) -> str:
    """The hash of some words."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def _shape(asked: str | None) -> Shape | None:
    """A size or a ratio as numbers; None leaves it to the model's row."""
    if asked is None:
        return None
    return parse_ratio(asked) if ":" in asked else parse_size(asked)
