"""Candidates as people and programs see them: a list, and the pictures as files that any viewer opens."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError
from ..files import leads_out, reason, write
from ..pictures.decoding import EXTENSIONS
from ..site.opened_site import OpenedSite
from ..store.portfolio import place_of
from ..studio.candidate_list import Candidate
from ..studio.plans import FigurePlan
from .answer import Answer
from .tables import dollars, table

_HEAD = ("number", "model", "style", "seed", "price", "made from", "")
_KEY = 8  # digits of a key that people are shown


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate, and the file that shows it; None where its picture is gone."""

    candidate: Candidate
    file: Path | None = None
    sha256: str = ""
    is_current: bool = False


def candidates_folder(site: OpenedSite, plan: FigurePlan) -> Path:
    """Where the files of a figure's candidates lie: below the cache, never in git."""
    return site.base / site.settings.cache_dir / "candidates" / place_of(plan.page, plan.number)


def shown(site: OpenedSite, plan: FigurePlan, candidates: Sequence[Candidate]) -> list[Shown]:
    """Write the pictures of candidates where people can open them."""
    return [_shown(site, plan, candidate) for candidate in candidates]


def _shown(site: OpenedSite, plan: FigurePlan, candidate: Candidate) -> Shown:
    try:
        picture = site.studio.choosing.picture_of(plan, candidate)
    except StoreError:
        return Shown(candidate, sha256=candidate.sha256)
    file = candidates_folder(site, plan) / f"{candidate.number}.{EXTENSIONS[picture.media_type]}"
    put(site, file, picture.data)
    sha256 = hashlib.sha256(picture.data).hexdigest()
    return Shown(candidate, file, sha256, is_current=site.studio.choosing.is_current(plan, candidate))


def put(site: OpenedSite, file: Path, data: bytes) -> None:
    """Write a file for people; a cache folder may hold links that lead anywhere."""
    if leads_out(file, site.base / site.settings.cache_dir):
        raise StoreError(f"{file.parent} is behind a link, and links are not followed")
    try:
        if not file.is_file() or file.is_symlink() or file.read_bytes() != data:
            write(file, data)
    except OSError as error:
        raise StoreError(f"{file} can't be written ({reason(error)})") from None


def say_candidates(answer: Answer, site: OpenedSite, plan: FigurePlan, found: Sequence[Shown]) -> None:
    """The list, and what to type."""
    answer.facts |= {"page": plan.name, "candidates": [candidate_facts(site, one) for one in found]}
    say_rows(answer, site, plan, found)


def say_rows(answer: Answer, site: OpenedSite, plan: FigurePlan, found: Sequence[Shown]) -> None:
    """The list for people."""
    for one in found:
        if one.file is None:
            lost = f"candidate {one.candidate.number}: its picture is no longer in the cache"
            answer.problem("missing", lost, plan.name, aside=True)
    if found:
        answer.say(table(_HEAD, [_row(site, one) for one in found]))
        answer.say(f"mkdocs-illustrate pick {plan.name} NUMBER takes one, for free")
    else:
        answer.say(f"{plan.name} has no candidates: mkdocs-illustrate generate {plan.name} --candidates 3 makes some")


def candidate_facts(site: OpenedSite, one: Shown) -> dict[str, object]:
    """A candidate as `--json` shows it."""
    candidate, recipe = one.candidate, one.candidate.recipe
    return {
        "number": candidate.number,
        "file": one.file and below(site.base, one.file),
        "sha256": one.sha256,
        "provider": recipe.provider,
        "model": recipe.model,
        "style": recipe.style,
        "family": recipe.family or None,
        "seed": recipe.seed,
        "price": candidate.price,
        "made_from": list(recipe.made_from),
        "current": one.is_current,
    }


def below(base: Path, file: Path) -> str:
    """A file as it is called from the project's folder."""
    return file.relative_to(base).as_posix() if file.is_relative_to(base) else file.as_posix()


def _row(site: OpenedSite, one: Shown) -> tuple[object, ...]:
    candidate, recipe = one.candidate, one.candidate.recipe
    place = below(site.base, one.file) if one.file else ""
    return (
        candidate.number,
        f"{recipe.provider} {recipe.model}".strip(),
        recipe.family or recipe.style or "",
        "" if recipe.seed is None else recipe.seed,
        dollars(candidate.price),
        ", ".join(key[:_KEY] for key in recipe.made_from),
        ", ".join(filter(None, (place, "shown now" if one.is_current else ""))),
    )
