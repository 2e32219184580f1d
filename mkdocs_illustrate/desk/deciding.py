"""Decisions: written into the recipe at once, and taken back from the journal. The recipe on the disk wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..errors import IllustrateError
from ..records import Recipe, State
from ..studio.alt_texts import identity
from ..studio.library import is_drawing
from ..studio.plans import FigurePlan
from .decisions import Decision, decision, recipe_hash
from .desk import Desk, title
from .journal import Entry

_FIRST = 1  # candidate: what the painter draws of itself
_MEANWHILE = "was changed meanwhile, on the disk or at another desk. Nothing was written; this is how it is now."


class ChangedMeanwhile(Exception):
    """Somebody else wrote into the recipe since the page was shown."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a decision."""

    text: str
    figure: str = ""
    """The one that it was about."""
    stays: bool = False
    conflict: bool = False


class Deciding:
    """The decisions of one desk; all of it is done on the desk's own thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._studio = desk.site.studio
        self._refused: set[tuple[str, str]] = set()

    def decide(self, name: str, what: str, seen: str, values: Mapping[str, str]) -> Said:
        """What a button means, unless somebody else wrote into the recipe meanwhile. KeyError: there is no such one."""
        plan = self._desk.again(name)
        if what == "pick":
            return self._guarded(plan, seen, lambda: self._pick(plan, _number(values)))
        if what == "reject":
            following = self._following(plan)
            if following is not None or plan.image.free:
                return self._guarded(plan, seen, lambda: self._pick(plan, following))
        made = decision(what, plan, self._desk.by, values)
        if made is None:
            raise KeyError(what)
        return self._guarded(plan, seen, lambda: self._write(plan, made))

    def _guarded(self, plan: FigurePlan, seen: str, work: Callable[[], Said]) -> Said:
        """Do it, if the recipe still is what somebody has seen; or say why not."""
        try:
            said = work() if self._desk.seen(plan) == seen else self.conflict(plan)
        except ChangedMeanwhile:
            said = self.conflict(plan)
        except (IllustrateError, OSError) as error:
            said = Said(f"Nothing was written: {error}", plan.name, stays=True, conflict=True)
        self._desk.again(plan.name)
        return said

    def conflict(self, plan: FigurePlan) -> Said:
        """What is said where somebody else was faster."""
        return Said(f"{title(plan)} {_MEANWHILE}", plan.name, stays=True, conflict=True)

    def hang(self, name: str, number: int, seen: str) -> Said:
        """Show a picture that was made for a figure; it waits as a candidate where somebody decided meanwhile."""
        plan = self._desk.again(name)
        if self._desk.seen(plan) != seen:
            return Said(f"Made, and kept as candidate {number}: {title(plan)}", name)
        said = self._guarded(plan, seen, lambda: self._pick(plan, number))
        return said if said.conflict else replace(said, text=f"Made anew: {title(plan)}")

    def _write(self, plan: FigurePlan, made: Decision) -> Said:
        text, before = f"{made.said}: {title(plan)}", self._studio.choosing.recipe(plan) or Recipe()
        self._keep(plan)
        seen = self._desk.seen(plan)

        def noted(recipe: Recipe) -> Recipe:
            if recipe_hash(recipe) != seen:
                raise ChangedMeanwhile
            changed = made.change(recipe)
            if changed != before:  # before it is written, the journal has it as it was
                self._note(plan, text, before, changed)
            return changed

        self._studio.change(plan, noted)
        return Said(text, plan.name, stays=made.stays)

    def _keep(self, plan: FigurePlan) -> None:
        """What is decided about has a recipe: of a picture that waits in the cache, of a drawing that nobody picked."""
        if plan.state is State.CACHED:
            self._desk.site.run(self._studio.carry_out(plan))
        elif plan.state is State.OFFLINE and not is_drawing(plan.recipe):
            self._studio.pick(plan, _FIRST)

    def _pick(self, plan: FigurePlan, number: int | None) -> Said:
        if number is None:
            return Said(f"There is no further candidate: {title(plan)}", plan.name, stays=True)
        before = self._studio.choosing.recipe(plan) or Recipe()
        picked = self._studio.pick(plan, number)
        text = f"Candidate {number} taken: {title(plan)}"
        self._note(plan, text, before, picked)
        return Said(text, plan.name, stays=True)

    def _following(self, plan: FigurePlan) -> int | None:
        """The next candidate that nobody said no to at this desk."""
        candidates = self._studio.candidates(plan)
        first = candidates[0].recipe if plan.state is State.OFFLINE and candidates else None
        self._refused.add((plan.name, identity(plan.recipe or first or Recipe())))
        for candidate in candidates:
            if (plan.name, identity(candidate.recipe)) not in self._refused:
                return candidate.number
        return None

    def _note(self, plan: FigurePlan, what: str, before: Recipe, after: Recipe) -> None:
        self._desk.journal.note(Entry(figure=plan.name, what=what, before=before, after=recipe_hash(after)))

    def undo(self) -> Said:
        """Take back the last decision that still holds."""
        entry = self._desk.journal.last()
        if entry is None:
            return Said("There is nothing to take back.")
        self._desk.journal.took_back(entry)
        try:
            plan = self._desk.again(entry.figure)
        except KeyError:
            return Said(f"There is no figure {entry.figure} any more.", conflict=True)
        if self._desk.seen(plan) != entry.after:
            text = f"Not taken back, as its recipe was changed since. {entry.what}"
            return Said(text, plan.name, stays=True, conflict=True)
        self._refused = {(name, shown) for name, shown in self._refused if name != plan.name}
        taken_back = Said(f"Taken back. {entry.what}", plan.name, stays=True)
        return self._guarded(plan, entry.after, lambda: self._restored(plan, entry.before, taken_back))

    def _restored(self, plan: FigurePlan, before: Recipe, said: Said) -> Said:
        self._studio.choosing.restore(plan, before)
        return said


def _number(values: Mapping[str, str]) -> int:
    text = values.get("number", "")
    return int(text) if text.isdecimal() and len(text) < 6 else 0
