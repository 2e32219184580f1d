"""The words for a drawing: what is in it and nothing else, in the language of its page where the painter has it.

English has sentences. Elsewhere things are named one after the other, as nouns.tsv has them: no grammar is tried.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .kit.drawn import Drawn, join

_FLAT = {"isometric": "Isometric illustration of ", "landscape": "Flat illustration of "}
_ON_ONE_PLATE = "on one plate"
_BEGINNINGS = {
    "de": "Illustration",
    "fr": "Illustration",
    "es": "Ilustración",
    "pt": "Ilustração",
    "it": "Illustrazione",
    "nl": "Illustratie",
}
_NOUNS = Path(__file__).with_name("nouns.tsv")


def alternative_text(drawn: Drawn, mode: str, language: str) -> tuple[str, str]:
    """The text, and its language: that of the page, or English."""
    code = language.lower()[:2]
    if mode == "own":  # its author gave it a name in his language
        return f"{_BEGINNINGS.get(code, 'Illustration')}: {drawn.subject}", language
    text = _named(drawn, code) if code in _BEGINNINGS else ""
    return (text, language) if text else (_sentence(drawn, mode), "en")


def _sentence(drawn: Drawn, mode: str) -> str:
    if mode == "abstract":
        return f"{' '.join(filter(None, ('Abstract composition', drawn.setting)))}: {drawn.subject}"
    if mode == "mosaic":
        icons = f", with icons of {join(drawn.details)}" if drawn.details[1:] else ""
        icon = f", with an icon of {drawn.details[0]}" if len(drawn.details) == 1 else ""
        return f"Abstract mosaic of {drawn.subject}{icons or icon}"
    if mode == "isometric":
        return f"{_FLAT[mode]}{drawn.subject}{_company(drawn)}"
    setting = f" {drawn.setting}" if drawn.setting else ""
    details = f", {join(drawn.details)}" if drawn.details else ""
    return f"{_FLAT[mode]}{drawn.subject}{setting}{details}"


def _company(drawn: Drawn) -> str:
    """What stands beside the main thing, and how."""
    if drawn.setting == _ON_ONE_PLATE:
        return f" beside {join(drawn.details)} {drawn.setting}"
    paths = f", joined by dotted paths to {join(drawn.details)}" if drawn.details else ""
    return f" {drawn.setting}{paths}"


def _named(drawn: Drawn, code: str) -> str:
    """Names in a language, one after the other; empty where the main thing has none."""
    subject = noun(drawn.subject, code)
    parts = (subject, *(noun(detail, code) for detail in drawn.details), *_setting(drawn.setting, code))
    return f"{_BEGINNINGS[code]}: {', '.join(filter(None, parts))}" if subject else ""


def noun(phrase: str, code: str) -> str:
    """What a phrase is called; of `a cyclist on a park lane`, what `a cyclist` is. Empty where nobody has said."""
    names = _names(code)
    while phrase and phrase not in names:
        phrase = phrase.rpartition(" ")[0]
    return names.get(phrase, "")


def _setting(said: str, code: str) -> list[str]:
    # `at night in winter` -> `at night`, `in winter`; what a thing stands on is not worth naming
    hour, within, season = said.partition(" in ")
    return [_names(code).get(part, "") for part in (hour, f"in {season}" if within else "")]


@cache
def _names(code: str) -> dict[str, str]:
    head, *rows = (line.split("\t") for line in _NOUNS.read_text("utf-8").splitlines())
    column = head.index(code)
    return {row[0]: row[column] for row in rows}
