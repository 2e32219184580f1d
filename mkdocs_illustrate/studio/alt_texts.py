"""Whether an alternative text says what can be seen: is it there, does it say something, is it of this picture?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from ..records import Recipe
from .approval import is_approved
from .keys import text_key
from .plans import FigurePlan

# "An AI-generated cover image for Futuristic Cities": what comes before the title says nothing either
_KIND = re.compile(
    r"^(?:(?:an?|the|ein|eine|une?|una?|uma?|um|een)\s+)?"
    r"(?:(?:ai|ki|ia|ai-generated|generated|featured?|hero|cover|header|title|blog|post|article|placeholder|stock)[\s-]+)*"
    r"(?:illustration|image|picture|photo|photograph|graphic|figure|drawing|cover|banner|thumbnail|header|placeholder"
    r"|bild|grafik|abbildung|foto|titelbild|imagen?|ilustración|ilustração|illustrazione|immagine|imagem|afbeelding"
    r"|illustratie)s?\b[\s:–—-]*"
    r"(?:(?:of|for|about|to|showing|zu|von|für|de|du|pour|para|per|di|van|voor|sobre|su)\b\s*)?"
    r"(?:(?:the|this|der|die|das|diesen?|l[ae]|el|il|het)\s+)?"
    r"(?:(?:article|blog post|post|page|section|artikel|seite|beitrag|página|pagina)\b[\s:–—-]*)?",
    re.IGNORECASE,
)
# `cities.png`, `IMG_2041`, `{{ page.title }}`, `TODO`
_NO_WORDS = re.compile(
    r"[\w.-]+\.(?:png|jpe?g|webp|avif|gif|svg)|(?:img|dsc|image|pic)[_-]?\d+|.*\{[{%].*"
    r"|todo\b.*|alt(?:ernative)? text|untitled|n/?a",
    re.IGNORECASE,
)
CARRIED = ("alt_for", "alt_kept")
"""In a recipe's `written`: the picture for which somebody wrote its alt, if that is another, and how it read then."""


def alt_fault(plan: FigurePlan) -> str:
    """What is wrong with a figure's alternative text; empty if nothing is. A drawing's is its painter's."""
    recipe = plan.recipe if plan.shows_old else None
    if plan.wish.alt == "" or (plan.wish.alt is None and recipe is None):
        return ""
    alt = plan.wish.alt if plan.wish.alt is not None else recipe.alt if recipe else ""
    if not alt.strip():
        return "it has no alternative text"
    if says_nothing(alt, plan.article.title):
        return "its alternative text would fit any picture of this page"
    if recipe is not None and plan.wish.alt is None and is_of_another(recipe):
        return "its alternative text was written for an earlier picture"
    return ""


def says_nothing(alt: str, title: str) -> bool:
    """Whether an alternative text is the page's title, a template around it, or no words at all."""
    if _NO_WORDS.fullmatch(alt.strip()):
        return True
    rest = _KIND.sub("", alt.strip(), count=1)
    return not _plain(rest) or _plain(title) in {_plain(alt), _plain(rest)}


def is_of_another(recipe: Recipe) -> bool:
    """Whether somebody wrote these words for an earlier picture, and nobody has looked at them since.

    Words that are edited again were looked at, and so were those under a picture that somebody approved.
    """
    first = recipe.written.get("alt_for")
    untouched = recipe.written.get("alt_kept") == text_key(recipe.alt)
    return bool(first) and first != identity(recipe) and untouched and not is_approved(recipe)


def carried(old: Recipe) -> Mapping[str, str]:
    """For which picture an alt was written that stays over another one, and how it read then."""
    untouched = old.written.get("alt_kept") == text_key(old.alt)
    first = old.written.get("alt_for", "") if untouched else ""
    return {"alt_for": first or identity(old), "alt_kept": text_key(old.alt)}


def identity(recipe: Recipe) -> str:
    """Which picture a recipe describes, by its bytes: one that is made anew may have the same key."""
    return recipe.sha256 or recipe.key


def _plain(text: str) -> str:
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
