"""Submit, poll until it is done, fetch. How each vendor says so stands in its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from ...errors import BadAnswer, JobFailed, Refused
from ...records import Order, Picture
from ..image_answers import Answer, check_refused, cost_of, parse
from ..order_inputs import sent_body
from ..polling import Job, JobGone, noted_cost
from ..protocols import Journal
from ..setup import Setup
from ..templates import dig
from ..vendor_images import VendorImages
from ..vendor_records import Jobs
from ..wire.http_errors import ServerFailed, hidden_error, sounds_refused
from ..wire.messages import Request, Response
from ..wire.retries import IMAGE, JOB_RESULT, POLL, Retries

_ENDED = re.compile(r"fail|error|cancel|abort|expired|timed?.?out", re.IGNORECASE)  # Cancelled, TIMED_OUT
"""States that no vendor's file lists, and that can't mean "wait"."""


class Images(VendorImages):
    """One image model that works in jobs."""

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        self._how = setup.how(Jobs)

    async def make(self, order: Order, journal: Journal) -> Picture:
        """Submit it, or go on with a job of an earlier run; then poll until it is done."""
        answer, data = await Job(
            submit=lambda: self._submit(order),
            poll=self._polled,
            fetch=self._fetched,
            closed=self.connection.closed,
            seat=self.connection.seat,
            interval=self._how.interval,
            seconds=self.setup.timeouts.job,
        ).run(journal)
        return await self._picture(answer, data, order)

    async def _submit(self, order: Order) -> Mapping[str, str]:
        request = Request(path=order.path, body=sent_body(order), headers=self._how.headers)
        return await self.connection.send(request, read=self._ticket, retries=IMAGE, seconds=self.setup.timeouts.image)

    def _ticket(self, response: Response) -> Mapping[str, str]:
        """What the submit answer says that is needed later."""
        read = parse(response.body)
        check_refused(read, self.setup.role.reads)
        cost = cost_of(read, self.setup.role.reads)
        ticket = {"job": str(dig(read, self._how.id) or "")}
        if not ticket["job"]:
            raise hidden_error(response.body) or BadAnswer("the answer names no job; check model and base_url")
        for name, place in (("poll", self._how.poll), ("result", self._how.result)):
            if place.startswith("@"):
                ticket[name] = str(dig(read, place[1:]) or "")
                self.connection.trusted_address(ticket[name])
        return ticket if cost is None else {**ticket, "cost": str(cost)}

    async def _polled(self, ticket: Mapping[str, str]) -> Answer | None:
        try:
            return await self._poll(ticket)
        except (Refused, JobFailed) as error:
            error.cost = noted_cost(ticket) if error.cost is None else error.cost
            raise

    async def _poll(self, ticket: Mapping[str, str]) -> Answer | None:
        response = await self._get(self._where(ticket, "poll", self._how.poll))
        read = parse(response.body)
        if not self._is_done(read):
            return None
        if self._how.result:
            response = await self._result(ticket)
        return self._answer(response, ticket)

    def _answer(self, response: Response, ticket: Mapping[str, str]) -> Answer:
        try:
            answer = self._read(response.body)
        except BadAnswer as error:
            failed = JobFailed(f"the job is done, but {error}")
            failed.maybe_charged, failed.cost = True, error.cost
            raise failed from None
        return replace(answer, usd=noted_cost(ticket)) if answer.usd is None else answer

    async def _result(self, ticket: Mapping[str, str]) -> Response:
        """What a finished job came to; this may still be an error, in an HTTP status."""
        try:
            where = self._where(ticket, "result", self._how.result)
            return await self._get(where, JOB_RESULT)
        except ServerFailed as error:
            raise JobFailed(f"the job is done, but {error}") from None

    def _where(self, ticket: Mapping[str, str], name: str, place: str) -> str:
        if place.startswith("@"):
            try:
                return self.connection.trusted_address(ticket[name])
            except BadAnswer as error:  # base_url has changed since it was handed in
                raise JobGone(f"the job can't be asked after any more: {error}") from None
        return place.replace("{id}", quote(ticket["job"], safe=""))

    async def _get(self, path: str, retries: Retries = POLL) -> Response:
        return await self.connection.get(path, retries=retries, seconds=self.setup.timeouts.image)

    def _is_done(self, read: Mapping[str, Any]) -> bool:
        how, state = self._how, dig(read, self._how.state)
        why = "; ".join(str(said)[:120] for place in how.reason if (said := dig(read, place)))
        if any(dig(read, place) == value for place, value in how.gone.items()):
            raise JobGone("the vendor does not know the job any more")
        if state in how.refused or (state in how.failed and sounds_refused(why)):
            text = f"the prompt or the picture was refused ({why or state}); change the prompt"
            raise Refused(text)
        if state in how.failed or _ENDED.search(str(state)):
            raise JobFailed(f"the job failed ({why or state}); try again later")
        return state in how.done
