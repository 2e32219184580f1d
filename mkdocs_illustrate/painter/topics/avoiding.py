"""What a house style wants shown nowhere is taken out of what can be drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from .choice import Repertoire

_ARTICLES = ("a ", "an ", "the ", "stacks of ", "stacked ")


def without(
    repertoire: Repertoire, avoid: Collection[str], wished: Collection[str], noun_of: Callable[[str], str]
) -> Repertoire:
    """The same without what is avoided, be it named as it is here or as people say: `bulb`, `light bulbs`.

    What a page itself wishes for stays.
    """
    if not avoid:
        return repertoire
    words = {form for text in avoid for form in _forms(text)}
    names = {*repertoire.scenes, *repertoire.props, *repertoire.glyphs} - set(wished)
    gone = {name for name in names if words & {_plain(name), _plain(noun_of(name))}}
    return replace(
        repertoire,
        scenes=[name for name in repertoire.scenes if name not in gone],
        props=[name for name in repertoire.props if name not in gone],
        glyphs=[name for name in repertoire.glyphs if name not in gone],
    )


def _forms(text: str) -> set[str]:
    """What is meant by a word or two: all of them, and the last, which says what it is."""
    plain = _plain(text)
    return {plain, plain.rpartition(" ")[2]}


def _plain(text: str) -> str:
    """`A light bulb`, `light-bulbs`: light bulb."""
    words = text.lower().replace("-", " ").replace("_", " ").strip()
    for article in _ARTICLES:
        words = words.removeprefix(article)
    return " ".join(_singular(word) for word in words.split())


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word.removesuffix("s")
