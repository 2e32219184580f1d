"""The words for what a picture shows; its alt text is made of nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The words for what really is in the picture: the alt text is made of nothing else."""

    subject: str
    """A noun phrase: `a city skyline`."""
    details: tuple[str, ...] = ()
    """Further noun phrases, most telling first: `a train crossing a viaduct`. At most three."""
    setting: str = ""
    """When or where: `at dusk`, `in autumn`."""


def join(words: tuple[str, ...]) -> str:
    """Join nouns as in speech: `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""
