"""Which recipe goes with which new page: planning alone, without MkDocs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest

from mkdocs_illustrate.records import PageSource, Recipe, State
from mkdocs_illustrate.studio.keys import text_key
from mkdocs_illustrate.studio.plans import FigurePlan
from mkdocs_illustrate.studio.recipes import bought_recipe
from mkdocs_illustrate.studio.studio import Studio

from .small_site import SmallSite, painted, run

WORDS = "Boats come home in the evening with their nets full, and gulls follow them over the grey water of the bay."
TEXT = f"# Harbour\n\n{WORDS}\n"
NEARLY = TEXT.replace("evening", "morning").replace("grey", "green")


@dataclass
class Pages:
    """The pages of a site that lie on no disk."""

    found: list[PageSource]
    asked: list[str] = field(default_factory=list)
    read: int = 0

    def is_page(self, name: str) -> bool:
        """Whether there is such a page."""
        self.asked.append(name)
        return f"{name}.md" in {source.page for source in self.found}

    def sources(self) -> Iterable[PageSource]:
        """All of them."""
        self.read += 1
        return self.found


@pytest.fixture
def kept(small: SmallSite) -> SmallSite:
    """A site whose page `old.md` is gone, and has left its recipe."""
    keep(small, "old.md", TEXT)
    return small


def keep(small: SmallSite, page: str, text: str, **more: object) -> None:
    """A recipe and its picture, as a purchase leaves them."""
    plan, library = small.plan(page, text), small.library()
    brief = small.purchases().words.known_brief(plan)
    recipe = bought_recipe(plan, painted(), replace(brief, prompt="A boat"), {})
    library.keep(page, 1, replace(recipe, **more), painted(), "png", old=None)
    library.close()


def planned(small: SmallSite, **texts: str) -> tuple[Studio, Pages, dict[str, FigurePlan]]:
    """The plans of some pages, in their order."""
    pages = Pages([small.source(f"{name}.md", text, illustrate=True) for name, text in texts.items()])
    studio = small.studio()
    studio.begin(pages)
    return studio, pages, {source.page[:-3]: studio.plan(source).figures[0] for source in pages.found}


def test_the_best_match_wins(kept: SmallSite) -> None:
    """A page that is nearly the same, and comes first, does not get what is another one's; each recipe goes once."""
    studio, _, plans = planned(kept, a=NEARLY, b=TEXT, c=TEXT)
    assert {name: plan.lies_at for name, plan in plans.items()} == {"a": "", "b": "old", "c": ""}
    assert (plans["b"].state, plans["b"].buy, plans["b"].kept_as) == (State.KEPT, False, ("old.md", 1))
    assert studio.orphans() == []


def test_the_second_best_is_good_enough(kept: SmallSite) -> None:
    """Alone it would do."""
    _, _, plans = planned(kept, a=NEARLY)
    assert plans["a"].lies_at == "old"


def test_a_name_that_stays(kept: SmallSite) -> None:
    """Of pages with the very same words the one that kept its file's name is meant."""
    keep(kept, "deep/other.md", TEXT)
    _, _, plans = planned(kept, **{"new/other": TEXT, "new/old": TEXT})
    assert {name: plan.lies_at for name, plan in plans.items()} == {"new/other": "deep/other", "new/old": "old"}


def test_another_title_needs_nearly_the_same_words(kept: SmallSite) -> None:
    """A new title alone takes the picture along, and is the recipe's then; with other words it is a new page."""
    retitled = TEXT.replace("Harbour", "Port")
    _, _, plans = planned(kept, a=retitled)
    assert plans["a"].state is State.KEPT
    assert plans["a"].recipe is not None
    assert plans["a"].recipe.title == "Port"
    studio, _, plans = planned(kept, a=NEARLY.replace("Harbour", "Port"))
    assert plans["a"].lies_at == ""
    assert studio.orphans() == ["old"]


def test_a_page_that_is_split(kept: SmallSite) -> None:
    """The half that keeps most of the words keeps the picture; of two equal halves none does."""
    words = WORDS.split()
    most, rest = (" ".join(part) for part in (words[:-4], words[-4:]))
    _, _, plans = planned(kept, a=f"# The bay\n\n{rest}\n", b=f"# Harbour\n\n{most}\n")
    assert {name: plan.lies_at for name, plan in plans.items()} == {"a": "", "b": "old"}
    one, other = (" ".join(part) for part in (words[:10], words[10:]))
    _, _, plans = planned(kept, a=f"# Harbour\n\n{one}\n", b=f"# Harbour\n\n{other}\n")
    assert {plan.lies_at for plan in plans.values()} == {""}


def test_a_recipe_without_a_sketch(kept: SmallSite) -> None:
    """What an old version wrote is known by the hash of its words."""
    keep(kept, "old.md", TEXT, sketch="", title="")
    _, _, plans = planned(kept, a=TEXT, b=NEARLY)
    assert {name: plan.lies_at for name, plan in plans.items()} == {"a": "old", "b": ""}


def test_a_changed_style_goes_along(kept: SmallSite) -> None:
    """What asks for a new picture asks for it in the new place, too; until then the old one is shown."""
    kept.options["style"] = "watercolour"
    _, _, plans = planned(kept, a=TEXT)
    assert (plans["a"].state, plans["a"].lies_at, plans["a"].has_old) == (State.CHANGED, "old", True)


def test_a_page_that_is_there_keeps_its_own(kept: SmallSite) -> None:
    """Nothing is taken from a page, nor from the second figure of one."""
    keep(kept, "two.2.md", TEXT)
    _, pages, plans = planned(kept, old="# Nothing\n", two="# No\n", copy=TEXT)
    assert plans["copy"].lies_at == ""
    assert pages.is_page("old")


def test_where_every_page_has_its_recipe(kept: SmallSite) -> None:
    """Nobody looks for orphans, and pages are read once."""
    _, pages, plans = planned(kept, old=TEXT)
    assert (plans["old"].state, pages.asked, pages.read) == (State.KEPT, [], 0)


def test_a_page_that_is_flagged_late(kept: SmallSite) -> None:
    """A page that no list of sources names takes along what is left."""
    studio, _, _ = planned(kept, a="# Other\n")
    late = studio.plan(kept.source("b.md", TEXT, illustrate=True)).figures[0]
    again = studio.plan(kept.source("c.md", TEXT, illustrate=True)).figures[0]
    assert (late.lies_at, again.lies_at) == ("old", "")


@pytest.mark.parametrize(("where", "moved"), [("build", True), ("command", True), ("serve", False), ("ci", False)])
def test_where_it_is_moved(kept: SmallSite, where: str, *, moved: bool) -> None:
    """A preview moves nothing: an editor that saves takes a page away for a moment."""
    kept.where = where  # type: ignore[assignment]
    studio, _, plans = planned(kept, a=TEXT)

    async def shown() -> tuple[str, str]:
        outcome = studio.at_once(plans["a"]) or await studio.carry_out(plans["a"])
        await studio.close()
        assert outcome.assets
        return outcome.moved_from, outcome.lies_at

    assert run(shown()) == (("old", "") if moved else ("", "old"))
    assert (kept.library().kept("old.md", 1) == kept.library().kept("none.md", 1)) is moved


def test_a_recipe_that_is_mended(kept: SmallSite) -> None:
    """Who mends the recipe of a page that has moved takes it along; what others wrote meanwhile stays."""
    studio, _, plans = planned(kept, a=TEXT)
    library = kept.library()
    library.change("old.md", 1, lambda recipe: replace(recipe, caption="Meanwhile"))
    studio.change(plans["a"], lambda recipe: replace(recipe, alt="Mended"))
    run(studio.close())
    found = library.kept("a.md", 1).recipe or Recipe()
    assert (found.alt, found.caption, found.article) == ("Mended", "Meanwhile", text_key(plans["a"].article.words))
    assert library.kept("old.md", 1).recipe is None
