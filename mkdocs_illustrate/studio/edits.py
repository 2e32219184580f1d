"""A picture that is made of others, and what its recipe says of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..records import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a picture is made of that starts from others."""

    prompt: str
    """What shall be different."""
    source: Recipe
    """Of the picture that is changed."""
    images: tuple[bytes, ...] = field(repr=False)
    """That picture, then further ones to look at."""
    mask: bytes | None = field(default=None, repr=False)
    """Where it is redrawn: grey levels, and white is redrawn."""
    digital_source_type: str = "trainedAlgorithmicMedia"
    """Of what comes of it."""


def edited(made: Recipe, edit: Edit) -> Recipe:
    """A changed picture is of what it was of: what is made after it is made from the same prompt, not of the change."""
    source = edit.source
    return replace(
        made,
        prompt=source.prompt,
        brief=source.brief,
        draft=source.draft,
        note=source.note,
        alt=source.alt,
        caption=source.caption,
        written=source.written,
        style=source.style,
        size=source.size,
        origin="edited",
        edits=(*source.edits, edit.prompt),
        digital_source_type=edit.digital_source_type,
        credit=source.credit,
        pin=source.pin or source.origin == "imported",  # what a person brought stays, also changed
    )
