"""The words of a picture: written by a person, in the recipe, in the cache, or asked of the chat model once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..errors import BadAnswer, ModelError, Refused
from ..models.briefs import in_words, read_brief, softer_question
from ..models.protocols import Question, Reply
from ..records import Brief, Order
from ..settings import Settings
from ..store.incoming import Incoming
from ..store.ledger import Ledger
from .budget import Budget, Goods
from .call_notes import KeptAnswers
from .keys import brief_question, prompt_limit
from .library import Library
from .locks import Flights
from .payments import Payment
from .plans import FigurePlan
from .recipes import added, paid_before
from .under_way import UnderWay
from .workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatQuestions:
    """What the chat model is asked in one run, and what it answered before."""

    settings: Settings
    library: Library
    ledger: Ledger
    budget: Budget
    flights: Flights
    incoming: Incoming
    workers: Workers
    under_way: UnderWay
    answers: Callable[[str, Order], KeptAnswers]
    """Where what comes for a key is kept until it is read."""

    def brief_of_before(self, plan: FigurePlan) -> Brief:
        """The words that asked for a picture that is in the cache; what a build that was killed left of it goes."""
        self.incoming.drop(plan.wanted.key)
        self.incoming.drop(plan.wanted.brief_key)
        return self.known_brief(plan)

    def is_known(self, plan: FigurePlan) -> bool:
        """Whether nobody has to be asked."""
        return self._written(plan) is not None

    def known_brief(self, plan: FigurePlan) -> Brief:
        """The words of a picture that is there, without asking anybody."""
        article = plan.article
        bare = Brief(prompt=plan.wanted.prompt or "", alt=article.title, caption=article.title)
        return self._written(plan) or bare

    def _written(self, plan: FigurePlan) -> Brief | None:
        """By a person, in the recipe, or in the cache."""
        wanted, recipe, article = plan.wanted, plan.recipe, plan.article
        # A prompt in the front matter is newer than the alt and the caption of a recipe that was made from another.
        mine = bool(plan.wish.prompt)
        if wanted.prompt is not None and (recipe is None or mine):
            return Brief(prompt=wanted.prompt, alt=article.title, caption=article.title)
        if recipe is not None and (wanted.prompt or recipe.brief == wanted.brief_key):
            prompt = wanted.prompt or recipe.prompt
            if prompt:
                cost = paid_before(recipe)
                return Brief(prompt=prompt, alt=recipe.alt, caption=recipe.caption, cost=cost)
        return self.library.brief(wanted.brief_key) if wanted.brief_key else None

    async def brief(self, plan: FigurePlan, *, anew: bool = False) -> Brief:
        """What is written already, or asked for once; `anew` asks whatever is written."""
        key = f"brief {plan.wanted.brief_key}"
        known = None if anew else await self.workers.note(lambda: self._written(plan))
        if known is None:
            return await self.flights.together(key, lambda: self._ask(plan))
        await self._judged(plan)  # a build may have been killed over forgetting what it was read from
        return known

    async def _ask(self, plan: FigurePlan) -> Brief:
        wanted, chat = plan.wanted, plan.chat
        # Told to the model and not in the key: another image model with another limit keeps the brief.
        limit = prompt_limit(wanted, plan.image)
        question = brief_question(plan.article, wanted.note, self.settings, limit, wanted.facts)
        try:
            brief = await self._twice(plan, question)
        except ModelError as error:
            error.vendor = error.vendor or chat.vendor
            await self._judged(plan)
            raise
        await self.put(plan, brief)
        return brief

    async def _twice(self, plan: FigurePlan, question: Question) -> Brief:
        """A brief; who answers with something else is asked once more, in words, and never a third time."""
        try:
            return await self._read(plan, question)
        except BadAnswer as error:
            # A small model that can't keep to a form may still be able to describe a picture.
            brief = await self._read(plan, in_words(question))
            return replace(brief, cost=added(brief.cost, error.cost))

    async def _read(self, plan: FigurePlan, question: Question) -> Brief:
        reply = await self._answered(plan, question, "brief")
        try:
            return replace(self._brief(plan, reply), cost=reply.cost)
        except ModelError as error:
            error.cost = reply.cost
            raise

    def _brief(self, plan: FigurePlan, reply: Reply) -> Brief:
        return read_brief(reply.text, plan.article, self.settings.chat.instructions, ours=plan.chat.free)

    async def put(self, plan: FigurePlan, brief: Brief) -> None:
        """Keep a brief; what it was read from is not needed any more."""
        await self.workers.note(lambda: self.library.put_brief(plan.wanted.brief_key, brief))
        await self._judged(plan)

    async def _judged(self, plan: FigurePlan) -> None:
        await self.workers.note(lambda: self.incoming.drop(plan.wanted.brief_key))

    async def softened(self, plan: FigurePlan, brief: Brief, refused: Refused) -> Brief:
        """A brief whose prompt was refused, put differently; if that can't be had, the refusal stands."""
        question = softer_question(brief.prompt, prompt_limit(plan.wanted, plan.image))
        try:
            reply = await self._answered(plan, question, "softened")
            written = self._brief(plan, reply)
        except ModelError:
            await self._judged(plan)
            raise refused from None  # the reason is still that; the rewriting was a try
        return replace(brief, prompt=written.prompt, cost=added(brief.cost, reply.cost))

    async def _answered(self, plan: FigurePlan, question: Question, event: str) -> Reply:
        """Ask the chat model, and put down what it cost."""
        chat = plan.chat
        if chat.free:
            return await chat.run(chat.plan(question))
        order = chat.plan(question)
        answers = self.answers(plan.wanted.brief_key, order)
        flight = self.under_way.flight(plan.page, chat.vendor)
        goods = Goods(f"{chat.vendor} {chat.model}")
        async with Payment(self.budget, goods, answers=answers, flight=flight) as payment:
            reply = await chat.run(order)
            payment.settle(reply.cost)
        facts = {"page": plan.name, "vendor": chat.vendor, "model": chat.model, "cost": reply.cost}
        await self.workers.note(lambda: self.ledger.write(event, plan.wanted.brief_key, **facts))
        return reply
