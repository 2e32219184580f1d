"""What an author can say of how figures look: `figure:` in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from .options import Limit, Switch, between, different, option

PUBLISHED_IN = "assets/illustrations"
"""Where the files of all figures lie, below the root of the site."""
_WIDTHS = "a list of different widths in pixels, each from 16 to 8192"
_FORMATS = different("a list of different formats")
_SCHEMES = different("a list of `light` and `dark`, or one of them")
_LABEL = Limit("text, false, or null", lambda value: value is not True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSettings:
    """How a figure looks in the page."""

    caption: Switch = option(False, "Show the caption under the picture.")
    label: str | Literal[False] | None = option(
        None,
        'null is "AI-generated illustration" for model pictures and none for built-in ones; '
        "false is none; or your text.",
        check=_LABEL,
    )
    lightbox: Switch = option(True, "false adds the class `off-glb`.")
    formats: tuple[Literal["webp", "avif", "jpeg"], ...] = option(
        ("webp",), "Several make a `<picture>`; the last is the fallback.", check=_FORMATS
    )
    widths: tuple[Annotated[int, between(16, 8192, _WIDTHS)], ...] = option(
        (480, 768, 1080, 1536), "Widths of the files; a picture is never enlarged.", check=different(_WIDTHS)
    )
    drawings: Literal["svg", "pixels"] = option(
        "svg", "How the built-in painter's pictures are published: as they are, or in `formats` and `widths`."
    )
    schemes: tuple[Literal["light", "dark"], ...] = option(
        ("light",), "`[light, dark]`: the painter draws a pair that follows the reader's scheme.", check=_SCHEMES
    )
    excerpt: Literal["figure", "none"] = option("figure", "Whether a blog's lists of posts show the figures of theirs.")
    social: Switch = option(True, "og:image and page.meta.image where the page has none.")
    credit: Switch | Literal["model"] = option(
        True, "Marks (XMP) in every published file: what made it, when, whose it is; `model` names the model too."
    )
