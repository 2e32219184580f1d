"""How long a job is followed, and what ends it: the rules by themselves, without a server."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Mapping

import pytest

from mkdocs_illustrate.errors import (
    BadAnswer,
    JobFailed,
    ModelError,
    RateLimited,
    Refused,
    Retired,
    Unauthorised,
    Unavailable,
    UnknownOutcome,
)
from mkdocs_illustrate.models.polling import Job, JobGone

from .talk import Notes

OLD = {"job": "old"}
REJECTED = Unauthorised("wrong key", status=401)
UNKNOWN_JOB = [Retired("what?", status=404), Retired("what?", status=410), Retired("what?"), JobGone("what?")]


class Vendor:
    """A job whose polls end as they are told to, one after the other, and then in a picture."""

    def __init__(self, *polls: Exception | None, fetches: tuple[ModelError, ...] = (), closed: bool = False) -> None:
        self.polls, self.fetches = list(polls), list(fetches)
        self.closed = UnknownOutcome("closed") if closed else None
        self.tickets: list[str] = []

    def run(self, notes: Notes, seconds: float = 5.0) -> bytes:
        """The picture."""
        job = Job(
            submit=self._submit,
            poll=self._poll,
            fetch=self._fetch,
            closed=lambda: self.closed,
            interval=0.0,
            seconds=seconds,
        )
        return asyncio.run(job.run(notes))[1]

    async def _submit(self) -> Mapping[str, str]:
        self.tickets.append("new")
        return {"job": "new"}

    async def _poll(self, ticket: Mapping[str, str]) -> str | None:
        del ticket
        end = self.polls.pop(0) if self.polls else "done"
        if isinstance(end, Exception):
            raise end
        return end

    async def _fetch(self, done: str) -> bytes:
        if self.fetches:
            raise self.fetches.pop(0)
        return done.encode()


@pytest.mark.parametrize("unknown", UNKNOWN_JOB, ids=repr)
def test_a_job_that_is_not_known_yet(unknown: ModelError) -> None:
    """What was accepted just now may be unknown for three polls; with a fourth it is gone."""
    assert Vendor(*[unknown] * 3).run(Notes()) == b"done"
    with pytest.raises(JobGone):
        Vendor(*[unknown] * 4).run(Notes())


@pytest.mark.parametrize("unknown", UNKNOWN_JOB, ids=repr)
def test_an_old_job_that_is_not_known_any_more(unknown: ModelError) -> None:
    """A job of an earlier run may be unknown for one poll; with a second it is handed in anew."""
    patient, anew = Vendor(unknown), Vendor(unknown, unknown)
    assert patient.run(Notes(OLD)) == b"done"
    assert patient.tickets == []
    assert anew.run(Notes(OLD)) == b"done"
    assert anew.tickets == ["new"]


@pytest.mark.parametrize("rejected", [REJECTED, Retired("no", status=422), Retired("no", status=400)], ids=repr)
def test_polls_that_are_rejected(rejected: ModelError) -> None:
    """Five polls may be turned away; with a sixth the job is left to the next run, and is noted."""
    assert Vendor(*[rejected] * 5).run(Notes()) == b"done"
    notes = Notes()
    with pytest.raises(UnknownOutcome, match=r"can't be followed .*next run goes on with it"):
        Vendor(*[rejected] * 6).run(notes)
    assert notes.jobs == [{"job": "new"}]


def test_trouble_that_passes() -> None:
    """A job is followed through any number of cut lines, pauses and outages."""
    trouble: list[Exception | None] = [
        UnknownOutcome("cut"),
        Unavailable("away"),
        RateLimited("slower"),
        BadAnswer("nonsense"),
        None,
    ]
    assert Vendor(*trouble * 9).run(Notes()) == b"done"


@pytest.mark.parametrize("end", [Refused("no"), JobFailed("failed")], ids=repr)
def test_what_ends_a_job(end: ModelError) -> None:
    """A job that was refused or failed is over with the first poll that says so."""
    vendor = Vendor(None, end)
    with pytest.raises(type(end)):
        vendor.run(Notes())
    assert vendor.polls == []


def test_a_vendor_that_is_closed() -> None:
    """Nobody is polled on where nobody is asked any more; the next run goes on with it."""
    vendor = Vendor(UnknownOutcome("cut"), None, closed=True)
    with pytest.raises(UnknownOutcome, match="next run goes on with it"):
        vendor.run(Notes())
    assert vendor.polls == [None]


@pytest.mark.parametrize(
    ("error", "anew"),
    [
        (UnknownOutcome("gone", status=403), True),
        (UnknownOutcome("gone", status=404), True),
        (UnknownOutcome("gone", status=410), True),
        (BadAnswer("no picture"), True),
        (UnknownOutcome("away", status=500), False),
        (UnknownOutcome("cut"), False),
        (Unavailable("away"), False),
    ],
)
def test_a_picture_that_can_not_be_fetched(error: ModelError, *, anew: bool) -> None:
    """Of an old job whose picture is gone a new one is made; whatever else happens, the next run asks again."""
    vendor = Vendor(fetches=(error,))
    if anew:
        assert vendor.run(Notes(OLD)) == b"done"
        assert vendor.tickets == ["new"]
    else:
        with pytest.raises(UnknownOutcome, match="next run goes on with it"):
            vendor.run(Notes(OLD))
        assert vendor.tickets == []
    with pytest.raises(UnknownOutcome, match="next run goes on with it"):
        Vendor(fetches=(error,)).run(Notes())


def test_notes_that_lack_what_a_poll_needs() -> None:
    """A ledger of another version is no reason to fail: the job is handed in anew."""
    vendor = Vendor(KeyError("poll"))
    assert vendor.run(Notes(OLD)) == b"done"
    assert vendor.tickets == ["new"]


@pytest.mark.real_time
def test_a_poll_waits_as_long_as_it_is_asked_to() -> None:
    """Who asks for a pause gets it; one that is longer than the job's time ends with that."""
    began = time.monotonic()
    assert Vendor(RateLimited("slower", retry_after=0.4)).run(Notes()) == b"done"
    assert time.monotonic() - began >= 0.39
    with pytest.raises(UnknownOutcome, match=r"not done after 0\.2 s"):
        Vendor(RateLimited("tomorrow", retry_after=math.inf)).run(Notes(), seconds=0.2)
