"""The ledger: what was begun and how it ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_illustrate.store.ledger import Ledger


def test_an_open_job_is_found_again(tmp_path: Path) -> None:
    """A job that was submitted and not ended is given back to the next run, with its facts."""
    ledger = Ledger(tmp_path)
    ledger.write("intent", "k1")
    assert ledger.journal("k1").open_job() is None
    ledger.journal("k1").note_job(id="j-7", poll="https://x/j-7")
    ledger.journal("k2").note_job(id="j-8")
    job = Ledger(tmp_path).journal("k1").open_job()
    assert job is not None
    assert (job["id"], job["poll"]) == ("j-7", "https://x/j-7")
    ledger.write("done", "k1")
    assert ledger.journal("k1").open_job() is None
    assert ledger.journal("k2").open_job() is not None


def test_a_torn_line(tmp_path: Path) -> None:
    """A line that a crash cut off is passed over."""
    ledger = Ledger(tmp_path)
    ledger.journal("k").note_job(id="1")
    with ledger.path.open("a") as file:
        file.write('{"event": "done", "key": "k"')
    assert ledger.journal("k").open_job() is not None


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """Who can't note what is about to be bought is told, without an error."""
    (tmp_path / "file").write_text("")
    assert Ledger(tmp_path / "file").write("intent", "k") is False
    assert Ledger(tmp_path).write("intent", "k") is True


def test_a_torn_line_swallows_no_other(tmp_path: Path) -> None:
    """What is noted after half a line stands on a line of its own."""
    ledger = Ledger(tmp_path)
    ledger.path.write_text('{"event": "inte')
    ledger.journal("k").note_job(id="1", said="half a surrogate: \ud83d")
    assert ledger.journal("k").open_job() is not None


@pytest.mark.parametrize(
    ("events", "calls"),
    [
        (["intent"], 1),
        (["intent", "unknown", "intent", "unknown"], 2),
        (["intent", "free", "intent", "failed"], 1),
        (["intent", "failed", "intent", "done"], 0),
        (["intent", "failed", "intent", "failed", "forced", "intent"], 1),
        (["free", "intent"], 1),
    ],
)
def test_what_was_asked_in_vain(tmp_path: Path, events: list[str], calls: int) -> None:
    """A call that brought no picture counts, unless it was surely not charged; a picture or force begins anew."""
    ledger = Ledger(tmp_path)
    for event in events:
        ledger.write(event, "k", cause="no" if event == "failed" else None)
        ledger.write("intent", "another")
    assert ledger.journal("k").calls_in_vain() == calls
    assert ledger.journal("k").last_cause() == ("no" if "failed" in events else "")
