"""What was paid, line by line, written before a call and after it: a crash leaves a trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ..characters import all_whole
from ..files import note, notes

_ENDS = {"done", "failed"}
_SETTLED = {"done", "forced", "style"}
_COUNTS = {"intent": 1, "free": -1}  # a call was begun; it was surely not charged
_MOST = 256 * 2**20  # bytes: a million pictures
_LIFE = timedelta(days=1)  # no vendor keeps a picture for longer; most an hour


class Ledger:
    """An append-only file of JSON lines in the cache folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.jsonl"

    def write(self, event: str, key: str, **facts: object) -> bool:
        """Note one event: intent, free, job, unknown, done, style, failed. False if it could not be written."""
        known = {name: value for name, value in all_whole(facts).items() if value is not None}
        try:
            note(self.path, {"event": event, "key": key, **known})
        except OSError:
            return False
        return True

    def journal(self, key: str) -> KeyJournal:
        """The part of one picture."""
        return KeyJournal(self, key)

    def lines(self, key: str = "") -> Iterator[Mapping[str, Any]]:
        """What was noted of one picture, or of all, in order; a torn line is passed over."""
        for noted in notes(self.path, _MOST, key):
            if isinstance(noted.get("event"), str) and key in {"", noted.get("key")}:
                yield noted


@dataclass(frozen=True, slots=True)
class KeyJournal:
    """Jobs of one picture."""

    ledger: Ledger
    key: str

    def note_job(self, **facts: str) -> bool:
        """Remember a submitted job before anybody asks how it is getting on. False if it could not be written."""
        return self.ledger.write("job", self.key, **facts)

    def is_open(self) -> bool:
        """Whether a call was begun and nobody knows how it ended; a job can be asked after."""
        events = [line["event"] for line in self.ledger.lines(self.key)]
        return events[-1:] == ["intent"]

    def calls_in_vain(self) -> int:
        """How many calls brought no picture and may have been charged, since the last that did."""
        calls = 0
        for line in self.ledger.lines(self.key):
            event = line["event"]
            calls = 0 if event in _SETTLED else max(0, calls + _COUNTS.get(event, 0))
        return calls

    def last_cause(self) -> str:
        """What kept the last call from bringing a picture, as it was said then."""
        causes = [str(line["cause"]) for line in self.ledger.lines(self.key) if line.get("cause")]
        return causes[-1] if causes else ""

    def open_job(self) -> Mapping[str, str] | None:
        """The last job that has not ended, unless it was asked after in vain when no vendor could know it any more."""
        job: Mapping[str, Any] | None = None
        for line in self.ledger.lines(self.key):
            event = line["event"]
            if event == "job":
                job = line
            elif job and (event in _ENDS or (event == "unknown" and _too_old(job, line))):
                job = None
        return job and {name: fact for name, fact in job.items() if isinstance(fact, str)}


def _too_old(job: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """By what the ledger says: a clock that is wrong today shall not buy a picture again."""
    try:
        return datetime.fromisoformat(now["at"]) - datetime.fromisoformat(job["at"]) > _LIFE
    except (KeyError, TypeError, ValueError, OverflowError):  # somebody edited the file: better asked than lost
        return False
