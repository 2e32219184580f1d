"""A server of one's own that is started anew: it is away for minutes, and no picture is lost for that."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from mkdocs_illustrate.errors import ModelError, Unavailable
from mkdocs_illustrate.models.polling import Job
from mkdocs_illustrate.models.wire.retries import IMAGE, POLL
from mkdocs_illustrate.models.wire.vendor_queue import VendorQueue

from .simulated import simulated
from .talk import Notes

pytestmark = pytest.mark.real_time


class Server:
    """Takes jobs of ten seconds; reaches nobody from the 30th second on, for as long as is said."""

    def __init__(self, away: float, *, own: bool = True, began: float = 30.0) -> None:
        self.queue = VendorQueue(4, 600.0, own=own)
        self.began, self.ends, self.asked = began, began + away, 0

    async def picture(self) -> tuple[str, bytes]:
        """One job, from submit to picture."""
        return await Job(
            submit=lambda: self.queue.send(self._submit, IMAGE, 60.0, "ink"),
            poll=lambda ticket: self.queue.send(lambda: self._look(ticket), POLL, 60.0, "ink"),
            fetch=self._fetch,
            closed=lambda: self.queue.closed("ink"),
            seat=self.queue.seat,
            interval=1.0,
            seconds=600.0,
        ).run(Notes())

    def _now(self) -> float:
        self.asked += 1
        now = asyncio.get_running_loop().time()
        if self.began <= now < self.ends:
            raise Unavailable("the server can't be reached")
        return now

    async def _submit(self) -> Mapping[str, str]:
        return {"job": str(self._now())}

    async def _look(self, ticket: Mapping[str, str]) -> str | None:
        return "done" if self._now() - float(ticket["job"]) > 10 else None

    async def _fetch(self, done: str) -> bytes:
        return done.encode()


def _ends(server: Server) -> tuple[list[tuple[str, bytes] | BaseException], float]:
    async def run() -> tuple[list[tuple[str, bytes] | BaseException], float]:
        ends = await asyncio.gather(*(server.picture() for _ in range(20)), return_exceptions=True)
        return list(ends), asyncio.get_running_loop().time()

    return simulated(run())


def test_a_server_of_ones_own_is_waited_for() -> None:
    """Twenty pictures at a server that is away for four minutes in the midst of them: all of them come."""
    server = Server(240.0)
    ends, _ = _ends(server)
    assert ends == [("done", b"done")] * 20
    assert server.asked < 500


def test_one_that_never_comes_back_ends_the_build() -> None:
    """It is waited for as long as a job may take, and by all together, not by one after the other."""
    ends, took = _ends(Server(1e9))
    assert sum(isinstance(end, ModelError) for end in ends) >= 8
    assert took < 30 + 600 + 60


@pytest.mark.parametrize(("own", "began"), [(False, 30.0), (True, 0.0)], ids=["a vendor's", "never there"])
def test_who_is_not_waited_for(*, own: bool, began: float) -> None:
    """A vendor that can't be reached, and a server that was never there, are given up after three calls, in seconds."""
    ends, took = _ends(Server(1e9, own=own, began=began))
    assert any(isinstance(end, ModelError) for end in ends)
    assert took < began + 30
