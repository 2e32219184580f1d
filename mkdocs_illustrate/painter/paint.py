"""The built-in artist: reads an article, chooses what to draw, draws it, says what it drew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..records import Article
from .alternative_text import alternative_text
from .islands.props import props
from .kit.brand import HOUSE_HUE, Brand
from .kit.canvas import Canvas
from .kit.chance import Seed
from .kit.drawn import Drawn, join
from .kit.frame import Frame, frame_for
from .landscapes.scenes import scenes
from .mosaic.glyphs import glyphs
from .topics.avoiding import without
from .topics.choice import STYLES, Choice, Repertoire, choose
from .topics.conditions import condition_names, conditions_of
from .topics.find_concepts import find
from .topics.prompts import prompt, theme
from .topics.site_words import telling, without_name

__all__ = ["RECIPE", "STYLES", "Painting", "known_motifs", "paint", "pinned"]

_NONE: Mapping[str, str] = MappingProxyType({})
RECIPE: int = 5
"""Counted up whenever any drawing changes; part of the picture's key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Painting:
    """A finished drawing and the words that belong to it."""

    svg: str
    width: int
    height: int
    alt: str
    alt_language: str
    """The article's, or English."""
    prompt: str
    mode: str
    """landscape, isometric, abstract or mosaic."""


def paint(
    article: Article,
    *,
    style: str = "auto",
    motifs: tuple[str, ...] = (),
    avoid: tuple[str, ...] = (),
    scheme: str = "light",
    seed: int | None = None,
    ratio: float = 1.5,
    palette: tuple[str, ...] = (),
    site: tuple[str, ...] = (),
    own: Mapping[str, str] = _NONE,
) -> Painting:
    """Paint a picture for an article. Equal input gives equal bytes; nothing here can fail.

    `own` are motifs of the site's own by their names, as SVG that was cleaned.
    """
    root, choice = _root(article, seed), _choice(article, style, motifs, seed, avoid, site=site)
    frame = frame_for(ratio, flip=root.stream("flip").chance(0.5))
    canvas = Canvas(frame.width, frame.height, Brand.of(palette, of_things=choice.mode != "landscape"))
    emblem = next((name for name in motifs if name in own), "")
    if emblem:
        choice = replace(choice, mode="abstract", grave=False)
        drawn = _emblem(canvas, frame, root.child("own"), choice, scheme, name=emblem, svg=own[emblem])
    else:
        drawn = _draw(canvas, frame, root.child(choice.scene or choice.mode), choice, scheme)
    mood = "grave" if choice.grave else choice.concept.mood if choice.concept else "calm"
    alt, alt_language = alternative_text(drawn, "own" if emblem else choice.mode, article.language)
    return Painting(
        svg=canvas.svg(),
        width=frame.width,
        height=frame.height,
        mode=choice.mode,
        alt=alt,
        alt_language=alt_language,
        prompt=_prompt(article, drawn, choice, mood),
    )


def pinned(
    article: Article,
    *,
    style: str = "auto",
    motifs: tuple[str, ...] = (),
    avoid: tuple[str, ...] = (),
    seed: int | None = None,
    site: tuple[str, ...] = (),
) -> tuple[str, tuple[str, ...]]:
    """The manner and the motifs by which the same seed draws the same picture, whatever the words are by then."""
    choice = _choice(article, style, motifs, seed, avoid, site=site)
    names = [concept.name for concept in choice.concepts]
    shown = (*names, choice.scene) if choice.scene else (*choice.things, *names)
    said = choice.conditions
    return choice.mode, tuple(dict.fromkeys(filter(None, (*shown, said.hour, said.season, said.weather))))


def known_motifs() -> tuple[str, ...]:
    """Give every name that `motifs:` may hold, sorted: what is drawn, and hours, seasons, weather."""
    return tuple(sorted({*repertoire().motifs, *condition_names()}))


def repertoire() -> Repertoire:
    """Give what can be drawn, by name; nothing is loaded by this."""
    return Repertoire(scenes=scenes(), props=props(), glyphs=glyphs())


def _root(article: Article, seed: int | None) -> Seed:
    # The line feed keeps a page called "seed 7" from sharing its chance with `seed: 7`.
    return Seed(f"\n{article.title}" if seed is None else f"seed {seed}")


def _choice(
    article: Article,
    style: str,
    motifs: tuple[str, ...],
    seed: int | None,
    avoid: tuple[str, ...] = (),
    *,
    site: tuple[str, ...] = (),
) -> Choice:
    drawn = without(repertoire(), avoid, motifs, _noun)
    style = style if style in STYLES else "auto"  # a model's: what it means is not known here
    found = telling(find(without_name(article, site)), site)
    choice = choose(found, style, motifs, _root(article, seed).stream("choice"), drawn)
    return replace(choice, conditions=conditions_of(article, motifs))


def _noun(name: str) -> str:
    """What people call it, where a glyph of that name says so."""
    return glyphs()[name].noun if name in glyphs() else name


def _draw(canvas: Canvas, frame: Frame, seed: Seed, choice: Choice, scheme: str) -> Drawn:
    """Draw in the chosen manner; a process loads a manner when it first draws in it."""
    manner = {"landscape": _landscape, "isometric": _islands, "mosaic": _mosaic}.get(choice.mode, _abstract)
    return manner(canvas, frame, seed, choice, scheme)


def _landscape(canvas: Canvas, frame: Frame, seed: Seed, choice: Choice, scheme: str) -> Drawn:
    from .landscapes.draw_landscape import draw_landscape  # noqa: PLC0415

    return draw_landscape(
        canvas,
        frame,
        seed,
        choice.scene,
        concepts=choice.concepts,
        conditions=choice.conditions,
        scheme=scheme,
    )


def _islands(canvas: Canvas, frame: Frame, seed: Seed, choice: Choice, scheme: str) -> Drawn:
    from .islands.draw_islands import draw_islands  # noqa: PLC0415

    things = [props()[name] if name in props() else glyphs()[name] for name in choice.things]
    return draw_islands(canvas, frame, seed, things, hue=_hue(choice, canvas), scheme=scheme)


def _mosaic(canvas: Canvas, frame: Frame, seed: Seed, choice: Choice, scheme: str) -> Drawn:
    from .mosaic.draw_mosaic import draw_mosaic  # noqa: PLC0415

    icons = [glyphs()[name] for name in choice.things]
    return draw_mosaic(canvas, frame, seed, icons, hue=_hue(choice, canvas), scheme=scheme, muted=choice.grave)


def _abstract(canvas: Canvas, frame: Frame, seed: Seed, choice: Choice, scheme: str) -> Drawn:
    from .abstract.draw_abstract import draw_abstract  # noqa: PLC0415

    return draw_abstract(canvas, frame, seed, hue=_some_hue(choice, canvas), scheme=scheme, muted=choice.grave)


def _emblem(canvas: Canvas, frame: Frame, seed: Seed, choice: Choice, scheme: str, *, name: str, svg: str) -> Drawn:
    from .abstract.draw_emblem import draw_emblem  # noqa: PLC0415

    return draw_emblem(canvas, frame, seed, name=name, svg=svg, hue=_some_hue(choice, canvas), scheme=scheme)


def _some_hue(choice: Choice, canvas: Canvas) -> float:
    hue = _hue(choice, canvas)
    return HOUSE_HUE if hue is None else hue


def _hue(choice: Choice, canvas: Canvas) -> float | None:
    """What all else goes by: the topic's own hue, or, in a brand's colours, always the same."""
    if canvas.brand is not None:
        return HOUSE_HUE
    return choice.concept.hue if choice.concept is not None else None


def _prompt(article: Article, drawn: Drawn, choice: Choice, mood: str) -> str:
    """Ask for the article's theme with what the painter itself would show."""
    about = theme(article)
    if choice.mode in {"abstract", "mosaic"}:
        things = tuple(glyphs()[name].noun for name in choice.things)
        still = "a still, almost abstract composition"
        return prompt(about, still if choice.grave else join(things) or "one simple scene", (), mood)
    shown = f"{drawn.subject} {drawn.setting}".strip()
    return prompt(about, shown, drawn.details if choice.mode == "landscape" else (), mood)
