"""SIGTERM ends a run as Ctrl-C does: it unwinds, and what may be charged is waited for. A second one ends it at once.

Windows has none of this but Ctrl-C: who ends a process there, by SIGTERM or otherwise, does not ask it.
"""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any, Self

# A terminal that is closed hangs up.
_ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_USUAL = (signal.SIG_DFL, signal.default_int_handler)


class Signals:
    """While it watches, a signal that ends the process raises in the main thread, with the status that shells expect.

    A signal that is ignored stays ignored, and one that somebody else handles stays theirs.
    """

    def __init__(self, *, preview: bool = False) -> None:
        self._preview = preview
        self._before: dict[int, Any] = {}

    def watch(self) -> None:
        """Begin; twice is fine. Only the main thread may, and only there a signal is heard."""
        if self._before or threading.current_thread() is not threading.main_thread():
            return
        for number in _ENDS:
            if signal.getsignal(number) in _USUAL:
                self._before[number] = signal.signal(number, self._ended)

    def leave(self) -> None:
        """Put back what was there."""
        if threading.current_thread() is not threading.main_thread():
            return
        while self._before:
            number, before = self._before.popitem()
            if signal.getsignal(number) in (self._ended, signal.SIG_DFL):  # else somebody took it over meanwhile
                signal.signal(number, before)

    def _ended(self, number: int, _frame: FrameType | None) -> None:
        # Whoever asks a second time means it: the next signal finds nobody that holds it back.
        for other in self._before:
            signal.signal(other, signal.SIG_DFL)
        if self._preview and number == signal.SIGINT:
            raise KeyboardInterrupt  # by which MkDocs ends a preview, in peace
        raise SystemExit(128 + number)

    def __enter__(self) -> Self:
        self.watch()
        return self

    def __exit__(self, *_error: object) -> None:
        self.leave()
