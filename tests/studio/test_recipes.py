"""Recipes: how a picture came to be, bought or brought, and the words of its figure."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PIL import Image

from mkdocs_illustrate.errors import BadAnswer, UntoldSource
from mkdocs_illustrate.page.substance import sketch
from mkdocs_illustrate.pictures.provenance import GENERATED, Marks, packet
from mkdocs_illustrate.records import Brief, Picture, Recipe, Wish
from mkdocs_illustrate.studio.alt_texts import is_of_another
from mkdocs_illustrate.studio.keys import text_key
from mkdocs_illustrate.studio.recipes import (
    Origin,
    added,
    bought_recipe,
    imported_recipe,
    made_by_model,
    picked_recipe,
    source_type,
    to_keep,
    words_of,
)
from mkdocs_illustrate.testing.pictures import drawing

from .small_site import SmallSite, painted

OLD = "0123456789abcdef" * 2
BRIEF = Brief(prompt="A boat at dusk", alt="A boat", caption="Evening", cost=0.001)


def today() -> str:
    """The date, as a recipe writes it."""
    return datetime.now(UTC).date().isoformat()


def heavy(size: tuple[int, int] = (640, 480), kind: str = "PNG") -> bytes:
    """A picture that no encoder makes small: noise."""
    noise = hashlib.shake_256(b"noise").digest(size[0] * size[1] * 3)
    buffer = io.BytesIO()
    Image.frombytes("RGB", size, noise).save(buffer, kind)
    return buffer.getvalue()


def test_a_bought_picture(small: SmallSite) -> None:
    """A recipe says all that the picture came from: words, models, keys, hashes, size, cost and day."""
    small.options["style"] = "ink"
    plan = small.plan(size="80x60")
    picture = painted(seed=12, cost=0.0412349, revised_prompt="A bigger boat")
    assert bought_recipe(plan, picture, BRIEF, {"steps": 3}) == Recipe(
        prompt="A boat at dusk",
        alt="A boat",
        caption="Evening",
        style="ink",
        provider="openai-compatible",
        model="artist",
        size="80x60",
        seed=12,
        options={"steps": 3},
        revised_prompt="A bigger boat",
        made=today(),
        cost=0.042235,
        width=64,
        height=48,
        digital_source_type="trainedAlgorithmicMedia",
        title="Harbour",
        article=text_key(plan.article.words),
        sketch=sketch(plan.article.words),
        setup=plan.wanted.setup,
        written={"alt": text_key("A boat"), "caption": text_key("Evening")},
        brief=plan.wanted.brief_key,
        draft=text_key("A boat at dusk"),
        key=plan.wanted.key,
    )


@pytest.mark.parametrize(
    ("asked", "came", "written"), [(5, None, 5), (5, 7, 7), (5, 0, 0), (None, None, None), (0, None, 0)]
)
def test_which_seed(small: SmallSite, asked: int | None, came: int | None, written: int | None) -> None:
    """The seed that the vendor says, else the one that was asked for; 0 is a seed."""
    plan = small.plan(**({} if asked is None else {"seed": asked}))
    assert bought_recipe(plan, painted(seed=came), BRIEF, {}).seed == written


@pytest.mark.parametrize(
    ("picture", "brief", "written"),
    [(None, None, None), (0.04, None, 0.04), (None, 0.001, 0.001), (0.1, 0.2, 0.3), (0.0, None, 0.0)],
)
def test_what_it_cost(small: SmallSite, picture: float | None, brief: float | None, written: float | None) -> None:
    """Picture and brief together, as far as anybody knows, without crumbs of a cent."""
    recipe = bought_recipe(small.plan(), painted(cost=picture), replace(BRIEF, cost=brief), {})
    assert recipe.cost == written


def test_words_of_the_page_first(small: SmallSite) -> None:
    """The page's alternative text and caption stand above the brief's; an empty one is one."""
    recipe = bought_recipe(small.plan(alt="", caption="Mine"), painted(), BRIEF, {})
    assert (recipe.alt, recipe.caption, recipe.prompt) == ("", "Mine", "A boat at dusk")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(), ("A", "C")),
        (Wish(alt=""), ("", "C")),
        (Wish(caption=""), ("A", "")),
        (Wish(alt="X", caption="Y"), ("X", "Y")),
    ],
)
def test_words_of_a_figure(wish: Wish, words: tuple[str, str]) -> None:
    """Each of the two by itself."""
    assert words_of(wish, "A", "C") == words


def test_the_draft_is_kept(small: SmallSite) -> None:
    """A prompt that was edited in the recipe stays known as edited; the page's own is its own draft."""
    small.lay_down({"recipe": {"key": OLD, "prompt": "By hand", "draft": "of the chat model"}}, small.plan())
    edited = small.plan()
    recipe = bought_recipe(edited, painted(), Brief(prompt="By hand", alt="A"), {})
    assert (recipe.draft, recipe.brief) == ("of the chat model", "")
    mine = small.plan(prompt="My boat")
    assert bought_recipe(mine, painted(), Brief(prompt="My boat", alt="A"), {}).draft == text_key("My boat")


def test_a_second_purchase_has_a_draft_of_its_own(small: SmallSite) -> None:
    """A brief that was written anew is a new draft, whatever the recipe before said."""
    small.lay_down({"recipe": {"key": OLD, "prompt": "A boat", "draft": text_key("A boat")}}, small.plan())
    recipe = bought_recipe(small.plan(), painted(), BRIEF, {})
    assert recipe.draft == text_key("A boat at dusk")


def test_an_imported_picture(small: SmallSite) -> None:
    """A picture made elsewhere: its own hash for a key, the title for words, and no brief of ours."""
    plan, data = small.plan(), painted("elsewhere", (80, 60)).data
    recipe, picture, ending = imported_recipe(plan, BRIEF, data, Origin(credit="Ü. Nobody", source="digitalCreation"))
    assert (picture.data, ending) == (data, "png")
    assert recipe == Recipe(
        alt="Harbour",
        written={"alt": text_key("Harbour"), "caption": text_key("")},
        provider="manual",
        made=today(),
        width=80,
        height=60,
        origin="imported",
        digital_source_type="digitalCreation",
        credit="Ü. Nobody",
        title="Harbour",
        article=text_key(plan.article.words),
        sketch=sketch(plan.article.words),
        setup=plan.wanted.setup,
        draft=text_key(""),
        key=hashlib.sha256(data).hexdigest(),
    )


def test_an_imported_picture_of_our_brief(small: SmallSite) -> None:
    """Where people make the pictures, the brief that they were given describes them."""
    small.options["image"] = {"provider": "manual"}
    plan = small.plan()
    recipe, _, _ = imported_recipe(plan, BRIEF, painted().data, Origin(source=GENERATED))
    assert (recipe.prompt, recipe.alt, recipe.caption) == ("A boat at dusk", "A boat", "Evening")
    assert recipe.credit == ""
    assert (recipe.brief, recipe.draft) == (plan.wanted.brief_key, text_key("A boat at dusk"))
    other, _, _ = imported_recipe(plan, BRIEF, painted().data, Origin(prompt="Another"))
    assert (other.prompt, other.alt, other.brief, other.draft) == ("Another", "Harbour", "", text_key("Another"))


def test_words_of_an_imported_picture(small: SmallSite) -> None:
    """The page's words first, then those of the person who brings it, then the brief's; empty ones are words."""
    small.options["image"] = {"provider": "manual"}

    def words(said: Origin, **wishes: str) -> tuple[str, str]:
        recipe, _, _ = imported_recipe(small.plan(**wishes), BRIEF, painted().data, replace(said, source=GENERATED))
        return recipe.alt, recipe.caption

    assert words(Origin()) == ("A boat", "Evening")
    assert words(Origin(alt="", caption="")) == ("", "")
    assert words(Origin(alt="Theirs", caption="C")) == ("Theirs", "C")
    assert words(Origin(alt="Theirs", caption="C"), alt="Page", caption="P") == ("Page", "P")


def taken(marks: Mapping[int, Any]) -> bytes:
    """A picture with notes in its EXIF."""
    buffer, exif = io.BytesIO(), Image.Exif()
    for tag, value in marks.items():
        exif[tag] = value
    Image.new("RGB", (64, 48), "red").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def marked(kind: str) -> bytes:
    """A picture that says what it is."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(buffer, "WEBP", xmp=packet(Marks(source_type=kind)))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "said", "kind"),
    [
        (painted().data, Origin(source="digitalCapture"), "digitalCapture"),
        (painted().data, Origin(prompt="A boat"), "trainedAlgorithmicMedia"),
        (taken({0x0110: "X100"}), Origin(), "digitalCapture"),
        (taken({0x8769: {0x829A: 0.01}}), Origin(), "digitalCapture"),
        (taken({0x0110: "X100"}), Origin(prompt="A boat"), "digitalCapture"),
        (marked("digitalCreation"), Origin(), "digitalCreation"),
        (marked("digitalCreation"), Origin(source="digitalCapture"), "digitalCapture"),
    ],
)
def test_what_kind_of_picture(small: SmallSite, data: bytes, said: Origin, kind: str) -> None:
    """What the person says, else what the file says of itself, else that it had a prompt."""
    recipe, _, _ = imported_recipe(small.plan(), BRIEF, data, said)
    assert recipe.digital_source_type == kind


@pytest.mark.parametrize("data", [painted().data, taken({0x0131: "An editor", 0x0110: " "})])
def test_nobody_guesses_what_a_picture_is(small: SmallSite, data: bytes) -> None:
    """Where nothing tells how a picture was made, it is not called a model's."""
    with pytest.raises(UntoldSource):
        imported_recipe(small.plan(), BRIEF, data, Origin())


def test_words_of_an_earlier_picture_stay_known_over_a_pick(small: SmallSite) -> None:
    """An alt that was carried to a picked candidate is named; picked back, its own picture has it as it was."""
    mine = {"key": OLD, "sha256": "1" * 64, "alt": "Mine", "written": {"alt": text_key("Theirs")}}
    small.lay_down({"recipe": mine}, small.plan())
    plan = small.plan()
    assert plan.recipe is not None
    plan = replace(plan, recipe=replace(plan.recipe, sha256="1" * 64))
    other = Recipe(key="2" * 32, sha256="2" * 64, alt="A crane", written={"alt": text_key("A crane")})
    picked = picked_recipe(plan, other)
    assert (picked.alt, is_of_another(picked)) == ("Mine", True)
    assert is_of_another(replace(picked, alt="Mended")) is False
    further = picked_recipe(replace(plan, recipe=picked), replace(other, key="3" * 32, sha256="3" * 64))
    assert (further.written["alt_for"], is_of_another(further)) == ("1" * 64, True)
    back = picked_recipe(replace(plan, recipe=picked), plan.recipe)
    assert (back.alt, is_of_another(back)) == ("Mine", False)


def test_own_words_stay_with_a_picture_from_elsewhere(small: SmallSite) -> None:
    """An alt that somebody wrote into the recipe stays over an imported picture, unless another comes with it."""
    before = {"key": OLD, "alt": "Mine", "written": {"alt": text_key("Theirs")}}
    small.lay_down({"recipe": before}, small.plan())
    kept, _, _ = imported_recipe(small.plan(), BRIEF, painted().data, Origin(source=GENERATED))
    said, _, _ = imported_recipe(small.plan(), BRIEF, painted().data, Origin(source=GENERATED, alt="New"))
    assert (kept.alt, is_of_another(kept)) == ("Mine", True)
    assert (said.alt, is_of_another(said)) == ("New", False)


def test_a_drawing_may_be_brought(small: SmallSite) -> None:
    """An SVG is a picture too; something else is not, in one line."""
    recipe, picture, ending = imported_recipe(
        small.plan(), BRIEF, drawing("x", (80, 60)), Origin(source="digitalCreation")
    )
    assert (recipe.width, recipe.height) == (picture.width, picture.height) != (80, 60)  # drawings can be large
    assert (picture.media_type, ending) == ("image/svg+xml", "svg")
    with pytest.raises(BadAnswer, match="the answer holds no picture"):
        imported_recipe(small.plan(), BRIEF, b"", Origin())


def test_a_heavy_picture_gets_light() -> None:
    """A picture of more than half a megabyte is kept as a WebP of the same size, and no longer under its old hash."""
    data = heavy()
    assert len(data) > 500_000
    picture, ending = to_keep(Picture(data=data, media_type="image/png", width=640, height=480, seed=3, sha256="x"))
    assert (ending, picture.media_type, picture.seed, picture.sha256) == ("webp", "image/webp", 3, "")
    with Image.open(io.BytesIO(picture.data)) as image:
        assert (image.format, image.size) == ("WEBP", (640, 480))


@pytest.mark.parametrize(("more", "kind"), [(0, "image/png"), (1, "image/webp")])
def test_how_heavy_is_heavy(more: int, kind: str) -> None:
    """Half a megabyte to the byte is kept as it came."""
    data = painted().data
    padded = data + bytes(500_000 + more - len(data))
    kept, ending = to_keep(Picture(data=padded, media_type="image/png", width=64, height=48))
    assert (kept.media_type, ending) == (kind, kind.removeprefix("image/"))
    assert (kept.data == padded) is not more


@pytest.mark.parametrize(
    ("media_type", "ending"),
    [("image/png", "png"), ("image/jpeg", "jpg"), ("image/webp", "webp"), ("image/svg+xml", "svg")],
)
def test_endings(media_type: str, ending: str) -> None:
    """A file ends as its type does."""
    picture = Picture(data=b"x", media_type=media_type, width=1, height=1)
    assert to_keep(picture) == (picture, ending)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("digitalCapture", "digitalCapture"),
        ("abcd", "abcd"),
        ("abc", "trainedAlgorithmicMedia"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "trainedAlgorithmicMedia"),
        ("<script>", "trainedAlgorithmicMedia"),
        ("digitalCapture ", "trainedAlgorithmicMedia"),
        ("", "trainedAlgorithmicMedia"),
    ],
)
def test_a_source_type_that_people_wrote(said: str, kind: str) -> None:
    """What can be no IPTC word counts as made by a model: better a label too many."""
    assert source_type(Recipe(digital_source_type=said)) == kind


def test_what_a_model_made() -> None:
    """Made by a model, or in part: the word says `trained` somewhere."""
    kinds: dict[str, Any] = {
        "trainedAlgorithmicMedia": True,
        "compositeWithTrainedAlgorithmicMedia": True,
        "algorithmicMedia": False,
        "digitalCapture": False,
    }
    assert {kind: made_by_model(kind) for kind in kinds} == kinds


def test_costs_together() -> None:
    """What is known is added; where nothing is known, nothing is."""
    assert (added(), added(None, None)) == (None, None)
    assert (added(0.0, None), added(1.0, None, 2.0)) == (0.0, 3.0)
