"""While a run listens for its end, other people's handlers stay theirs, and the usual ones come back."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from mkdocs_illustrate.studio.signals import Signals
from tests.systems import ctrl_c
from tests.waiting import until

pytestmark = ctrl_c  # nor any of the others

ENDS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.fixture
def usual() -> Iterator[None]:
    """Whatever is done to the signals in a test is undone."""
    before = {number: signal.getsignal(number) for number in ENDS}
    for number in ENDS:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def _theirs(*_what: Any) -> None:
    """Another program's handler."""


@pytest.mark.usefixtures("usual")
@pytest.mark.parametrize("before", [_theirs, signal.SIG_IGN])
def test_handlers_of_others_stay(before: Any) -> None:
    """A signal that somebody else handles, or ignores, is theirs; ours are put back, but not over a newer one."""
    signal.signal(signal.SIGTERM, before)
    with Signals():
        assert signal.getsignal(signal.SIGTERM) == before
        assert signal.getsignal(signal.SIGHUP) not in (before, signal.SIG_DFL)
        signal.signal(signal.SIGINT, _theirs)
    assert [signal.getsignal(number) for number in ENDS] == [_theirs, before, signal.SIG_DFL]


@pytest.mark.usefixtures("usual")
def test_another_thread_touches_nothing() -> None:
    """Only the main thread may set handlers: a build on another one goes on without."""
    seen: list[Any] = []

    def build() -> None:
        with Signals():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=build)
    thread.start()
    thread.join()
    assert seen == [signal.SIG_DFL]


def _told(number: int) -> None:
    """Python hears of a signal a moment later."""
    os.kill(os.getpid(), number)
    until(lambda: False)


@pytest.mark.usefixtures("usual")
def test_after_the_first_signal() -> None:
    """The first raises, and from then on each of them ends the process by itself."""
    with pytest.raises(SystemExit) as ended, Signals():
        _told(signal.SIGTERM)
    assert ended.value.code == 143
    signals = Signals()
    signals.watch()
    with pytest.raises(SystemExit):
        _told(signal.SIGHUP)
    assert [signal.getsignal(number) for number in ENDS] == [signal.SIG_DFL] * len(ENDS)
    signals.leave()
