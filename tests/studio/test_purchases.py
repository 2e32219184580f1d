"""Purchases: each picture is paid once, and what is paid is on disk before anything else happens to it."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from dataclasses import replace
from typing import Any

import pytest

from mkdocs_illustrate.errors import (
    BadAnswer,
    ModelError,
    NotAccepted,
    NotAllowed,
    Refused,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from mkdocs_illustrate.records import Brief
from mkdocs_illustrate.store.incoming import Incoming
from mkdocs_illustrate.studio.bought import Bought
from mkdocs_illustrate.studio.locks import Locked
from mkdocs_illustrate.studio.purchases import Purchases
from mkdocs_illustrate.testing.answers import FORBIDDEN, Reply
from mkdocs_illustrate.testing.pictures import drawing
from mkdocs_illustrate.testing.server import ModelServer

from .small_site import TEXT, SmallSite, painted, run

OLD = "0123456789abcdef" * 2
EDITED = {"key": OLD, "brief": "other", "prompt": "By hand", "draft": "other"}
COST = {"usage": {"cost": 0.04}}
DAMAGED = base64.b64encode(painted().data[:100] + bytes(400)).decode()


def one(found: list[Bought | BaseException]) -> Bought:
    """The only purchase, which went well."""
    (bought,) = found
    assert isinstance(bought, Bought), bought
    return bought


def wrong(found: list[Bought | BaseException]) -> Exception:
    """The only purchase, which did not."""
    (error,) = found
    assert isinstance(error, Exception)
    return error


def events(site: SmallSite, key: str) -> list[str]:
    """What the ledger noted of a key, in order."""
    return [line["event"] for line in site.ledger.lines(key)]


def has_room(till: Purchases, pictures: int = 1) -> None:
    """NotAllowed, if the budget is used up."""
    till.budget.take(0.0, pictures)
    till.budget.give_back(0.0, pictures)


def asked(server: ModelServer) -> tuple[int, int]:
    """How many questions and orders came."""
    return server.count("/chat/completions"), server.count("/images/generations")


def test_a_purchase(served: SmallSite, server: ModelServer) -> None:
    """A brief, then its picture; both are in the cache, and the ledger tells the story in order."""
    server.state["more"] = COST
    plan = served.plan()
    till = served.purchases()
    bought = one(served.buy(plan, purchases=till))
    assert bought.made
    assert asked(server) == (1, 1)
    assert server.asked("/images/generations")[0].body["prompt"] == bought.brief.prompt
    library = served.library()
    kept = library.picture(plan.key)
    assert kept is not None
    assert (kept.width, kept.height, kept.media_type) == (64, 48, "image/png")
    assert library.brief(plan.wanted.brief_key) == bought.brief
    assert events(served, plan.key) == ["intent", "done"]
    intent, done = served.ledger.lines(plan.key)
    facts = {"vendor": "openai-compatible", "model": "artist"}
    assert (dict(intent) | facts, dict(done) | facts) == (intent, done)
    assert (done["cost"], intent["sent"], "estimate" in intent) == (0.04, done["sent"], False)
    assert till.budget.spent == pytest.approx(0.04)


def test_words_are_noted_too(served: SmallSite, server: ModelServer) -> None:
    """What a brief cost is in the ledger under the brief's key, and counts."""
    server.routes["/chat/completions"] = with_cost(server, 0.02)
    plan, till = served.plan(), served.purchases()
    assert one(served.buy(plan, purchases=till)).brief.cost == 0.02
    (line,) = served.ledger.lines(plan.wanted.brief_key)
    assert (line["event"], line["vendor"], line["cost"]) == ("brief", "openai-compatible", 0.02)
    assert till.budget.spent == pytest.approx(0.02)
    assert till.budget.unpriced == {"openai-compatible artist"}


def with_cost(server: ModelServer, dollars: float) -> Any:
    """The usual chat, whose answers say what they cost."""
    usual = server.routes["/chat/completions"]

    def chat(call: Any, running: ModelServer) -> Reply:
        said = usual(call, running).said
        return Reply.json(said | {"usage": said["usage"] | {"cost": dollars}})

    return chat


def test_an_estimate_is_noted_before(served: SmallSite, server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the price list knows the price, the intent names it, and the real cost takes its place."""
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    served.set("image", provider="openai", model=None, size="1024x1024", quality="low")
    server.state["more"] = COST
    plan, till = served.plan(), served.purchases()
    one(served.buy(plan, purchases=till))
    intent = next(iter(served.ledger.lines(plan.key)))
    assert intent["estimate"] == 0.0059
    assert till.budget.spent == pytest.approx(0.04)
    assert till.budget.unpriced == {"openai-compatible writer"}


def test_two_of_one_key_buy_once(served: SmallSite, server: ModelServer) -> None:
    """Two pages that want the same picture share one purchase, and only one of them made it."""
    first, second = served.plan("a.md"), served.plan("b.md")
    assert first.key == second.key
    bought = served.buy(first, second)
    assert [b.made for b in bought if isinstance(b, Bought)] == [True, False]
    assert asked(server) == (1, 1)


def test_two_of_one_brief_ask_once(served: SmallSite, server: ModelServer) -> None:
    """Two pictures of the same text share one brief."""
    first, second = served.plan("a.md"), served.plan("a.md", seed=7)
    served.buy(first, second)
    assert asked(server) == (1, 2)


def test_one_after_the_other(served: SmallSite, server: ModelServer) -> None:
    """What was bought a moment ago is found, though force is set: once a run is enough."""
    served.force = True
    served.lay_down({"cached": "an old one"}, served.plan())
    till = served.purchases()
    bought = one(served.buy(served.plan("a.md"), purchases=till))
    assert bought.made
    again = one(served.buy(served.plan("b.md"), purchases=till))
    assert (again.made, again.brief) == (False, bought.brief)
    assert asked(server) == (1, 1)


def test_another_build_was_quicker(served: SmallSite, server: ModelServer) -> None:
    """A picture that another build bought while we waited for its lock is taken from the cache."""
    plan, till = served.plan(), served.purchases()

    async def play() -> Bought:
        async with Locked(served.cache / "locks" / f"{plan.key}.lock"):
            buying = asyncio.create_task(till.buy(plan))
            await asyncio.sleep(0.02)
            assert not buying.done()
            served.lay_down({"cached": "theirs", "brief": "Their boat"}, plan)
        return await buying

    bought = run(play())
    assert (bought.made, served.library().picture(plan.key)) == (False, painted("theirs"))
    assert bought.brief.prompt == "Their boat"
    assert asked(server) == (0, 0)
    assert till.budget.spent == 0.0


def test_another_build_left_a_broken_one(served: SmallSite, server: ModelServer) -> None:
    """A picture that is found broken under the lock is put aside, and bought once."""
    plan, till = served.plan(prompt="A boat"), served.purchases()
    broken = replace(painted(), data=painted().data[:-60] + bytes(60))
    library = served.library()
    library.put_picture(plan.key, broken)
    bought = one(served.buy(plan, purchases=till))
    assert (bought.made, asked(server)) == (True, (0, 1))
    there = served.library().picture(plan.key)
    assert there is not None
    assert there.data != broken.data
    assert not one(served.buy(plan)).made


def test_words_that_are_there_are_not_asked_for(served: SmallSite, server: ModelServer) -> None:
    """A brief in the cache, in the recipe or by the author costs nothing, in this order from the last to the first."""
    plan = served.plan()
    served.lay_down({"brief": "A boat in the cache"}, plan)
    assert one(served.buy(plan)).brief.prompt == "A boat in the cache"
    served.force = True
    served.lay_down({"recipe": {"key": OLD, "brief": "ASKED", "prompt": "A kept boat", "caption": "Kept"}}, plan)
    kept = one(served.buy(served.plan())).brief
    assert kept == Brief(prompt="A kept boat", alt="Old words", caption="Kept")
    mine = one(served.buy(served.plan(prompt="My boat"))).brief
    assert mine == Brief(prompt="My boat", alt="Harbour", caption="Harbour")
    assert asked(server) == (0, 3)


def test_an_edited_prompt_keeps_its_words(served: SmallSite, server: ModelServer) -> None:
    """A prompt edited in the recipe is drawn with the recipe's alternative text and caption."""
    served.lay_down({"recipe": {**EDITED, "caption": "Kept"}}, served.plan())
    bought = one(served.buy(served.plan()))
    assert bought.brief == Brief(prompt="By hand", alt="Old words", caption="Kept")
    assert asked(server) == (0, 1)


def test_words_of_an_earlier_text_are_asked_for_anew(served: SmallSite, server: ModelServer) -> None:
    """A recipe of another text does not lend its words, nor does one that has none."""
    served.lay_down({"recipe": {"key": OLD, "brief": "other"}}, served.plan())
    assert one(served.buy(served.plan())).brief.prompt.startswith("A wide view")
    other = TEXT + "\nMore.\n"
    served.lay_down({"recipe": {"key": OLD, "brief": "ASKED", "prompt": ""}}, served.plan(text=other))
    one(served.buy(served.plan(text=other)))
    assert asked(server) == (2, 2)


def test_words_of_a_cached_picture(served: SmallSite) -> None:
    """A picture in the cache has the words that asked for it, or the title where nobody knows them."""
    plan, words = served.plan(), served.purchases().words
    assert words.known_brief(plan) == Brief(prompt="", alt="Harbour", caption="Harbour")
    served.lay_down({"brief": "A boat"}, plan)
    assert words.known_brief(plan).prompt == "A boat"


def test_a_refusal_is_remembered(served: SmallSite, server: ModelServer) -> None:
    """What a vendor refused is in the cache in its words; the next build does not ask."""
    plan, till = served.plan(prompt=FORBIDDEN), served.purchases()
    error = wrong(served.buy(plan, purchases=till))
    assert isinstance(error, Refused)
    assert error.vendor == "openai-compatible"
    assert served.library().refusal(plan.key) == str(error) != ""
    assert events(served, plan.key) == ["intent", "free", "failed"]
    assert served.plan(prompt=FORBIDDEN).reason == str(error)
    has_room(till, 20)  # the whole budget is there again
    assert asked(server) == (0, 1)


def test_a_picture_that_may_not_be_shown(
    served: SmallSite, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that came with a warning, or a drawing that could act, is not asked for again."""
    server.state["flags"] = {"has_nsfw_concepts": [True]}
    plan = served.plan(prompt=FORBIDDEN)
    assert isinstance(wrong(served.buy(plan)), Refused)
    assert served.library().refusal(plan.key)
    server.state["drawing"] = drawing("x").replace(b"<circle", b"<script")
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    svg = {"model": "gpt-image-2.6-flare", "options": {"output_format": "svg"}}
    served.set("image", provider="openai", size=None, **svg)
    plan = served.plan(prompt="A boat")
    error = wrong(served.buy(plan))
    assert isinstance(error, NotAccepted)
    assert served.library().refusal(plan.key) == str(error)


def refuse_once(server: ModelServer) -> None:
    """The first order for a picture is refused."""
    server.fail("/images/generations", 400, {"error": {"message": "no", "code": "moderation_blocked"}})


def test_a_softer_prompt(served: SmallSite, server: ModelServer) -> None:
    """Where it is wished, a refused prompt is put differently once; the new words are kept and their cost is added."""
    served.set("image", soften=True)
    refuse_once(server)
    server.routes["/chat/completions"] = with_cost(server, 0.02)
    plan, till = served.plan(), served.purchases()
    bought = one(served.buy(plan, purchases=till))
    first, second = (call.body["prompt"] for call in server.asked("/images/generations"))
    assert first != second == bought.brief.prompt
    assert bought.brief.alt.startswith("People at work")
    assert bought.brief.cost == pytest.approx(0.04)
    assert served.library().brief(plan.wanted.brief_key) == bought.brief
    assert served.library().refusal(plan.key) == ""
    assert [line["event"] for line in served.ledger.lines(plan.wanted.brief_key)] == ["brief", "softened"]
    assert events(served, plan.key) == ["intent", "free", "failed", "intent", "done"]
    assert till.budget.spent == pytest.approx(0.04)


@pytest.mark.parametrize("soften", [True, False])
@pytest.mark.parametrize("whose", ["the chat model's", "the author's", "the built-in writer's"])
def test_which_prompts_are_softened(served: SmallSite, server: ModelServer, whose: str, *, soften: bool) -> None:
    """Only a chat model's words are put differently, and only where that is wished."""
    served.set("image", soften=soften)
    if whose == "the built-in writer's":
        served.options["chat"] = {}
    refuse_once(server)
    plan = served.plan(**({"prompt": "A boat"} if whose == "the author's" else {}))
    (came,) = served.buy(plan)
    again = soften and whose == "the chat model's"
    assert isinstance(came, Bought if again else Refused)
    assert server.count("/images/generations") == 1 + again


def test_a_rewriting_that_fails(served: SmallSite, server: ModelServer) -> None:
    """Where the rewriting fails, the refusal stays the reason, and what was paid for words still counts."""
    served.set("image", soften=True)
    refuse_once(server)
    plan = served.plan()
    served.lay_down({"brief": "A boat"}, plan)
    server.fail("/chat/completions", 400, {"error": {"message": "broken"}})
    error = wrong(served.buy(plan))
    assert isinstance(error, Refused)
    assert "broken" not in str(error)
    assert served.library().brief(plan.wanted.brief_key) == Brief(prompt="A boat", alt="In the cache", caption="C")


def test_a_softer_prompt_that_is_refused(served: SmallSite, server: ModelServer) -> None:
    """A prompt is put differently once and not twice; the second refusal is remembered."""
    served.set("image", soften=True)
    server.fail("/images/generations", 400, {"error": {"message": "no", "code": "moderation_blocked"}}, times=2)
    plan = served.plan()
    assert isinstance(wrong(served.buy(plan)), Refused)
    assert server.count("/images/generations") == 2
    assert served.library().refusal(plan.key)


FAULTS: dict[str, tuple[dict[str, Any], type[ModelError], str, bool]] = {
    "a wrong key": ({"status": 401}, Unauthorised, "failed", True),
    "overloaded": ({"status": 503, "times": 99}, UnknownOutcome, "unknown", False),
    "cut off": ({"cut": True, "times": 99}, UnknownOutcome, "unknown", False),
    "no picture": ({"status": 200, "body": {"data": [{"b64_json": "bm8="}]}, "times": 99}, BadAnswer, "failed", False),
    "a damaged picture": ({"status": 200, "body": {"data": [{"b64_json": DAMAGED}]}}, BadAnswer, "failed", False),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_purchase_that_fails(served: SmallSite, server: ModelServer, name: str) -> None:
    """The ledger says how it ended; the budget is given back only where surely nothing was charged."""
    fault, kind, event, given_back = FAULTS[name]
    server.fail("/images/generations", **fault)
    served.options["budget"] = {"pictures": 1}
    plan, till = served.plan(prompt="A boat"), served.purchases()
    error = wrong(served.buy(plan, purchases=till))
    assert isinstance(error, kind), error
    assert (error.vendor, error.maybe_charged) == ("openai-compatible", not given_back)
    assert events(served, plan.key) == ["intent", *(["free"] if given_back else []), event]
    assert list(served.ledger.lines(plan.key))[-1]["cause"] == str(error)
    assert served.library().refusal(plan.key) == ""
    if given_back:
        has_room(till)
    else:
        with pytest.raises(NotAllowed):
            has_room(till)


def test_nobody_is_there(small: SmallSite) -> None:
    """A server that can't be reached surely charged nothing."""
    small.options["budget"] = {"pictures": 1}
    plan, till = small.plan(prompt="A boat"), small.purchases()
    assert isinstance(wrong(small.buy(plan, purchases=till)), Unavailable)
    noted = events(small, plan.key)
    assert noted[-1] == "failed"
    assert noted[:-1] == ["intent", "free"] * (len(noted) // 2)
    has_room(till)


@pytest.mark.parametrize("fault", [{"status": 401}, {"status": 200, "body": {"choices": []}}])
def test_a_brief_that_fails(served: SmallSite, server: ModelServer, fault: dict[str, Any]) -> None:
    """Without words no picture is asked for, and its place in the budget is free again, charged words or not."""
    server.fail("/chat/completions", times=99, **fault)
    served.options["budget"] = {"pictures": 1}
    plan, till = served.plan(), served.purchases()
    error = wrong(served.buy(plan, purchases=till))
    assert isinstance(error, ModelError)
    assert error.vendor == "openai-compatible"
    has_room(till)
    assert events(served, plan.key) == []
    assert server.count("/images/generations") == 0


def test_the_budget_is_asked_first(served: SmallSite, server: ModelServer) -> None:
    """Where no further picture may be bought, not even words are."""
    served.options["budget"] = {"pictures": 1}
    found = served.buy(served.plan(), served.plan(seed=1))
    assert sorted(type(f).__name__ for f in found) == ["Bought", "OverBudget"]
    assert asked(server) == (1, 1)


def test_several_pictures_of_one_purchase(served: SmallSite) -> None:
    """All pictures that were paid are kept, counted against the budget, and the first is shown."""
    served.set("image", options={"n": 3})
    served.options["budget"] = {"pictures": 3}
    plan, till = served.plan(), served.purchases()
    assert one(served.buy(plan, purchases=till)).made
    library = served.library()
    found = [library.picture(plan.key), library.other(plan.key, 2), library.other(plan.key, 3)]
    assert len({p.data for p in found if p}) == 3
    assert library.other(plan.key, 4) is None
    with pytest.raises(NotAllowed):
        has_room(till)


def test_several_pictures_are_given_back_together(served: SmallSite, server: ModelServer) -> None:
    """A purchase of three that was not charged gives back three."""
    served.set("image", options={"n": 3})
    served.options["budget"] = {"pictures": 3}
    server.fail("/images/generations", 401)
    till = served.purchases()
    wrong(served.buy(served.plan(), purchases=till))
    has_room(till, 3)


def test_a_picture_made_by_hand(served: SmallSite, server: ModelServer) -> None:
    """Where people make the picture, the prompt is written and kept, and the ledger says that nobody was called."""
    served.options["image"] = {"provider": "manual"}
    plan, till = served.plan(), served.purchases()
    error = wrong(served.buy(plan, purchases=till))
    assert isinstance(error, NotAllowed)
    brief = served.library().brief(plan.wanted.brief_key)
    assert brief is not None
    assert str(error).endswith(brief.prompt)
    assert events(served, plan.key) == ["failed"]
    assert asked(server) == (1, 0)
    has_room(till, 20)


def test_an_earlier_run_was_cut_off(served: SmallSite, caplog: pytest.LogCaptureFixture) -> None:
    """A call that was begun and never ended may have been charged: the log says so, once."""
    caplog.set_level(logging.INFO, "mkdocs.plugins.illustrate")
    plan = served.plan(prompt="A boat")
    one(served.buy(plan))
    assert caplog.records == []
    other = served.plan("b.md", prompt="A tram")
    served.ledger.write("intent", other.key)
    one(served.buy(other))
    said = [r.getMessage() for r in caplog.records]
    assert said == ["b.md: an earlier run asked for this picture and was cut off; it may have been charged"]


def test_the_end_comes_before_the_answer(served: SmallSite, server: ModelServer) -> None:
    """While a call is under way it is worth waiting for; one that is cancelled leaves its outcome open."""
    server.seconds["/images/generations"] = 0.3
    plan, till = served.plan(prompt="A boat"), served.purchases()

    async def play() -> int:
        assert till.under_way.tasks() == set()
        buying = asyncio.create_task(till.buy(plan))
        while not server.calls:  # noqa: ASYNC110 - the server is on another thread
            await asyncio.sleep(0.005)
        (flight,) = till.under_way.tasks()
        flight.cancel()
        with pytest.raises(asyncio.CancelledError):
            await buying
        await plan.image.close()
        return len(till.under_way.tasks())

    assert run(play()) == 0
    assert events(served, plan.key) == ["intent", "unknown"]
    assert list(served.ledger.lines(plan.key))[-1]["cause"] == "the build ended before the answer came"


@pytest.mark.parametrize("fault", [{"status": 500}, {"reply": Reply.json({"images": [DAMAGED]})}, {"cut": True}])
def test_what_is_free_is_never_asked_in_vain(
    small: SmallSite, caplog: pytest.LogCaptureFixture, fault: dict[str, Any]
) -> None:
    """Nobody charges for the work of a server of one's own: every build asks it, and no line speaks of charges."""
    with ModelServer.of("sdwebui", key=None) as server:
        small.options["image"] = {"provider": "sdwebui", "base_url": server.url, "size": "64x64"}
        server.fail("/txt2img", times=99, **fault)
        plan = small.plan(prompt="A boat")
        for _ in range(3):
            before = len(server.calls)
            error = wrong(small.buy(plan))
            assert len(server.calls) > before
            assert "charged" not in str(error)
    assert "intent" not in events(small, plan.key)
    assert "charged" not in caplog.text


def test_few_pictures_are_in_hand(served: SmallSite, server: ModelServer) -> None:
    """However many pages there are, only two pictures more than calls in flight are begun at a time."""
    server.seconds["/images/generations"] = 0.3
    served.options["concurrency"] = 2
    plans, till = [served.plan(prompt=f"Boat {n}") for n in range(6)], served.purchases()

    async def play() -> int:
        buying = [asyncio.create_task(till.buy(plan)) for plan in plans]
        while not server.calls:  # noqa: ASYNC110 - the server is on another thread
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        begun = len(plans) - len(till._hands._waiters or ())  # noqa: SLF001 - who waits there shows nowhere else
        await asyncio.gather(*buying)
        for plan in plans:
            await plan.image.close()
        return begun

    assert run(play()) == 4


def test_one_who_leaves_stops_nobody(served: SmallSite, server: ModelServer) -> None:
    """A page that gives up waiting takes no picture away from the other page that wants it."""
    server.seconds["/images/generations"] = 0.05
    till = served.purchases()
    first, second = served.plan("a.md", prompt="A boat"), served.plan("b.md", prompt="A boat")

    async def play() -> Bought:
        leaving = asyncio.create_task(till.buy(first))
        staying = asyncio.create_task(till.buy(second))
        await asyncio.sleep(0.01)
        leaving.cancel()
        bought = await staying
        await first.image.close()
        await second.image.close()
        return bought

    assert run(play()).made is False
    assert server.count("/images/generations") == 1


def test_a_failure_is_shared_but_not_kept(served: SmallSite, server: ModelServer) -> None:
    """Two who wait for one call fail together; the next one asks anew."""
    server.fail("/images/generations", 400, {"error": {"message": "what"}})
    till = served.purchases()
    failed = served.buy(served.plan("a.md"), served.plan("b.md"), purchases=till)
    assert [isinstance(f, ModelError) for f in failed] == [True, True]
    assert server.count("/images/generations") == 1
    assert one(served.buy(served.plan("c.md"), purchases=till)).made


def test_nothing_is_held_up_by_the_free(small: SmallSite) -> None:
    """The built-in writer costs nothing: neither the ledger nor the budget hears of it."""
    small.options["chat"] = {}
    small.options["image"] = {"provider": "manual"}
    plan, till = small.plan(), small.purchases()
    wrong(small.buy(plan, purchases=till))
    assert list(small.ledger.lines(plan.wanted.brief_key)) == []
    assert till.budget.unpriced == set()
    lines = (small.cache / "ledger.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["key"] for line in lines} == {plan.key}


def test_an_answer_that_is_kept_already_goes(served: SmallSite) -> None:
    """A build that was killed between keeping a picture and forgetting its answer leaves nothing for ever."""
    plan = served.plan()
    served.lay_down({"cached": "bought", "brief": "A boat"}, plan)
    incoming = Incoming(served.cache)
    for key in (plan.key, plan.wanted.brief_key):
        incoming.put(key, "0" * 16, b"{}", {})
    served.purchases().words.brief_of_before(plan)
    assert not list(incoming.folder.iterdir())


def test_a_brief_that_is_kept_already_lets_its_answer_go(served: SmallSite, server: ModelServer) -> None:
    """The same between keeping a brief and forgetting its answer, with the picture still to be bought."""
    plan = served.plan()
    served.lay_down({"brief": "A boat"}, plan)
    incoming = Incoming(served.cache)
    incoming.put(plan.wanted.brief_key, "0" * 16, b"{}", {})
    one(served.buy(plan))
    assert asked(server) == (0, 1)
    assert not list(incoming.folder.iterdir())
