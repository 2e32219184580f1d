"""Who pays for a call: asked before each sending, told how it ended.

A dialect need not know of it: who pays is set around a model's run, and found where calls are sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from .messages import Response


class Payer(Protocol):
    """Pays for the calls of one run of a model."""

    @property
    def mark(self) -> str:
        """The order's own, and the same in each run; empty where it has none."""

    async def answer_of_before(self) -> Response | None:
        """What a run that died had been answered already."""

    async def arrived(self, answer: Response) -> Callable[[], Response]:
        """Keep an answer, before anybody reads it; what gives it back when it is read."""

    async def judged_bad(self) -> None:
        """What was kept is no answer."""

    async def before(self) -> None:
        """A call is about to be sent; NotAllowed or ModelError says why it may not be."""

    def after(self, error: BaseException | None) -> None:
        """How that call ended."""


_payer: ContextVar[Payer | None] = ContextVar("payer", default=None)


@contextmanager
def paid_by(payer: Payer) -> Iterator[None]:
    """Whatever is sent in here and costs money is paid by this one."""
    before = _payer.set(payer)
    try:
        yield
    finally:
        _payer.reset(before)


def payer_of_this_call() -> Payer | None:
    """Who pays for what is sent just now; None where nobody keeps accounts."""
    return _payer.get()
