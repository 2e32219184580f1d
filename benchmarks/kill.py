"""Builds that are killed at random moments, and what the next build finds: `python benchmarks/kill.py --rounds 50`.

A round is a fresh site, `kill -9` somewhere between the start and the end of its build, and one more build to the end.
Every answer that had arrived whole must be there afterwards: its order is not sent again. An answer that went out less
than a moment before the kill may have been cut off on its way; its order is sent once more, and never a third time.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from rounds import (
    PAGES,
    Answered,
    Servers,
    half_written,
    report,
    run,
    said_wrong,
    seeds_asked,
    servers,
    shown,
    start,
    unsound,
    write_site,
)

_MOMENT = 0.25  # seconds from an answer's going out to its being on the disk, on a busy machine
_SLOWEST = (0.4, 0.8, 4)  # seconds of a brief and of a picture, looks at a job


@dataclass(slots=True)
class Tally:
    """What was seen in all rounds."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Run the rounds, print the table; 1 if anything was lost."""
    seeds, tally = seeds_asked(__doc__, 50), Tally()
    with servers() as found:
        lasts = _whole(found)
        for seed in seeds:
            _round(seed, lasts, found, tally)
    print(report(seeds, [("a whole build lasts", f"{lasts:.1f} s"), *tally.counts.items()], tally.wrong))
    return 1 if tally.wrong else 0


def _whole(found: Servers) -> float:
    """How long a build lasts that nobody kills."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found.slow(*_SLOWEST)
        write_site(folder, found)
        began = time.monotonic()
        done = run(folder, "mkdocs", "build", "--strict")
        assert done.code == 0, done.log
        return time.monotonic() - began


def _round(seed: int, lasts: float, found: Servers, tally: Tally) -> None:
    chance = random.Random(seed)  # noqa: S311 - a round that can be repeated
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found.forget()
        found.slow(chance.uniform(0.05, _SLOWEST[0]), chance.uniform(0.1, _SLOWEST[1]), chance.randrange(_SLOWEST[2]))
        write_site(folder, found)
        process = start(folder, "mkdocs", "build", log=folder / "killed.log")
        time.sleep(chance.uniform(0.25, 1.0) * lasts)
        tally.counts["killed while at work"] += process.poll() is None
        killed = time.monotonic()
        process.send_signal(signal.SIGKILL)
        process.wait()
        wrong = _after(folder, killed, found, tally)
        wrong += ["killed: a traceback"] if "Traceback" in (folder / "killed.log").read_text() else []
    tally.wrong += [f"seed {seed}: {line}" for line in wrong]
    print(f"seed {seed}: {'; '.join(wrong) or 'well'}", file=sys.stderr, flush=True)


def _after(folder: Path, killed: float, found: Servers, tally: Tally) -> list[str]:
    """What is wrong after the next build."""
    for server in (found.plain, found.heavy, found.address, found.jobs):
        while server.busy():
            time.sleep(0.01)  # answers to the dead, which are none of the next build's
    before = list(found.answered)
    wrong = said_wrong(run(folder, "mkdocs", "build", "--strict"), "next build")
    wrong += said_wrong(run(folder, "mkdocs_illustrate", "check"), "check")
    wrong += [f"{page}: {what}" for page in PAGES if (what := shown(folder, page)) != "picture"]
    wrong += half_written(folder) + unsound(folder)
    return wrong + _money(before, found.answered, killed, tally)


def _money(before: list[Answered], calls: list[Answered], killed: float, tally: Tally) -> list[str]:
    """Orders that were sent again though their answer had arrived, or too often."""
    by_order: dict[tuple[str, str], list[Answered]] = defaultdict(list)
    for call in calls:
        by_order[call.path, call.order].append(call)
    wrong = []
    for (path, order), sent in by_order.items():
        arrived = sent[0] in before and sent[0].sent is not None and sent[0].sent < killed - _MOMENT
        tally.counts["calls"] += len(sent)
        tally.counts["answers that had arrived"] += arrived
        tally.counts["calls cut off in flight"] += sent[0] in before and not arrived
        tally.counts["sent again after they were cut off"] += len(sent) == 2 and not arrived
        if len(sent) > (1 if arrived else 2):
            wrong.append(f"{path} was sent {len(sent)} times, arrived: {arrived}: {order[:60]}")
    tally.counts["arrived, and lost"] += sum("arrived: True" in line for line in wrong)
    return wrong


if __name__ == "__main__":
    raise SystemExit(main())
