"""Chat completions as OpenAI and everybody after it speak them, through the OpenAI SDK."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any

from ...errors import BadAnswer, BadRequest, ModelError, Refused
from ...records import Order
from ..briefs import whole_words
from ..chat_replies import is_refusal
from ..image_answers import money, whole_number
from ..orders import placed
from ..protocols import Question, Reply
from ..setup import Setup
from ..wire.http_errors import ServerFailed, hidden_error
from ..wire.messages import read_json
from ..wire.retries import CHAT, CHAT_WITH_FALLBACK, Retries

_AT_ONCE = 0.15  # seconds; a form that is not understood is refused by then, and what is understood takes longer
_BYTES_A_TOKEN, _ANSWERED = 4, 400  # about, in any language; tokens of a brief, of which most is the prompt
_MOST = 100_000  # characters of an answer; a brief has a few hundred


class Chat:
    """One chat model at one endpoint. Remembers which form of answer the endpoint understands."""

    free = False

    def __init__(self, setup: Setup) -> None:
        self.vendor, self.model = setup.vendor.name, setup.model
        self._setup = setup
        self._connection = setup.connection
        self._rung = 0
        self._finding_out, self._found_out = False, asyncio.Event()

    def ready(self) -> None:
        """Raise NotAllowed if there is no key."""
        self._connection.ready()

    def plan(self, question: Question) -> Order:
        """The question as it is; how its form is asked for is found out on the way."""
        path, options = placed(self._setup, self._setup.path, dict(self._setup.options))
        body = {
            "model": self._setup.told,
            "messages": [{"role": role, "content": text} for role, text in question.messages],
            **({"form": question.form} if question.form else {}),
            **self._setup.row.fixed,
            **options,
        }
        return Order(vendor=self.vendor, path=path, body=body, price=self._estimate(question))

    def _estimate(self, question: Question) -> float | None:
        """About what it will cost, by the length of the question; None where the list has no prices by tokens."""
        rates = self._setup.row.price.tokens
        if not {"text_in", "out"} <= set(rates):
            return None
        asked = sum(len(text.encode()) for _, text in question.messages) / _BYTES_A_TOKEN
        return (asked * rates["text_in"] + _ANSWERED * rates["out"]) / 1e6

    async def run(self, order: Order) -> Reply:
        """Ask in the strictest form the endpoint takes: a schema, then JSON, then plain words."""
        with self._connection.redacted_errors():
            return await self._asked(order)

    async def _asked(self, order: Order) -> Reply:
        if "form" not in order.body:
            return await self._climb(order)
        if self._finding_out:  # the others start where the first one stands by then
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._found_out.wait(), _AT_ONCE)
            return await self._climb(order)
        self._finding_out = True
        try:
            return await self._climb(order)
        finally:
            self._found_out.set()

    async def _climb(self, order: Order) -> Reply:
        body = dict(order.body)
        form = body.pop("form", None)
        rungs = _forms(form) if form else [{}]
        start = min(self._rung, len(rungs) - 1)
        for rung in range(start, len(rungs)):
            last = rung == len(rungs) - 1
            asked = {**rungs[rung], **body}  # a `response_format` of the author's beats ours
            try:
                reply = await self._ask(order.path, asked, CHAT if last else CHAT_WITH_FALLBACK)
            # Some servers answer 500 to a form that they do not know; an answer that is none says nothing of it.
            except (BadRequest, ServerFailed):
                if last:
                    raise
                continue
            if form:
                self._rung = max(self._rung, rung)  # what it did not understand once is not asked again
            return reply
        raise AssertionError

    async def _ask(self, path: str, body: Mapping[str, Any], retries: Retries) -> Reply:
        seconds = self._setup.timeouts.chat
        return await self._connection.send_with_sdk(path, body, read=self._read, retries=retries, seconds=seconds)

    def _read(self, body: bytes) -> Reply:
        answer = _parse(body)
        cost = self._cost(answer.get("usage"))
        try:
            return Reply(text=self._connection.without_key(_said(answer)), cost=cost)
        except ModelError as error:
            error.cost = cost  # who declines in so many words may be paid for them
            raise

    def _cost(self, usage: object) -> float | None:
        rates = self._setup.row.price.tokens
        if not isinstance(usage, Mapping):
            return None
        said = money(usage.get("cost"))  # some say it themselves, in US dollars
        if said is not None:
            return said
        counts = {"text_in": usage.get("prompt_tokens"), "out": usage.get("completion_tokens")}
        told = {name: whole_number(count) for name, count in counts.items() if name in rates}
        known = {name: count for name, count in told.items() if count is not None and count >= 0}
        return sum(rates[name] * count / 1e6 for name, count in known.items()) if known else None

    async def close(self) -> None:
        """Let go of the connections."""
        await self._connection.close()


def _forms(schema: Any) -> list[dict[str, Any]]:
    """The ladder: what is asked of the answer's form, the strictest first."""
    named = {"name": "brief", "schema": schema, "strict": True}
    return [
        {"response_format": {"type": "json_schema", "json_schema": named}},
        {"response_format": {"type": "json_object"}},
        {},
    ]


def _parse(body: bytes) -> Mapping[str, Any]:
    if body[:200].lstrip()[:1] == b"<":
        raise BadAnswer("a web page came instead of an answer; check base_url")
    try:
        answer = read_json(body)
    except ValueError:
        raise BadAnswer("the answer is no JSON; check base_url") from None
    if not isinstance(answer, Mapping):
        raise BadAnswer("the answer is not what a chat model sends; check base_url")
    if answer.get("error") and not answer.get("choices"):
        raise hidden_error(body) or BadAnswer("the server reports an error; check base_url and model")
    return answer


def _said(answer: Mapping[str, Any]) -> str:
    """What the model says in its answer."""
    choice = _first(answer)
    message = choice.get("message")
    message = message if isinstance(message, Mapping) else {}
    text = _text(message.get("content"))
    refusal = message.get("refusal")
    filtered = choice.get("finish_reason") == "content_filter"
    if (isinstance(refusal, str) and refusal) or filtered or is_refusal(text):
        raise Refused("the chat model refused to write about this article")
    if choice.get("finish_reason") == "length" and not text.lstrip().startswith("{"):
        text = whole_words(text)  # JSON says itself how far it came
    if not text.strip():
        raise BadAnswer("the chat model answered nothing; choose another one")
    return text


def _first(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    choices = answer.get("choices")
    if isinstance(choices, list) and choices and isinstance(choices[0], Mapping):
        return choices[0]
    raise BadAnswer("the answer holds no choice; check base_url and model")


def _text(content: object) -> str:
    """Plain text, or text in parts."""
    if isinstance(content, list):
        spoken = (p for p in content if isinstance(p, Mapping) and p.get("type") != "reasoning")
        parts = (p.get("text") for p in spoken)
        content = "".join(p for p in parts if isinstance(p, str))
    return content[:_MOST] if isinstance(content, str) else ""
