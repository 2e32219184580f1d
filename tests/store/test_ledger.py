"""The ledger: what was begun and how it ended."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
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


def test_lines_for_people(tmp_path: Path) -> None:
    """Each event is one line of JSON: when, what, of which picture, and the facts that there are."""
    ledger = Ledger(tmp_path / "deep/folder")
    ledger.write("intent", "k", vendor="Ü", cost=None, estimate=0.0)
    ledger.write("done", "k", cost=0.25)
    texts = (tmp_path / "deep/folder/ledger.jsonl").read_text("utf-8").splitlines()
    first, second = map(json.loads, texts)
    assert list(first) == ["at", "event", "key", "vendor", "estimate"]
    assert (first["event"], first["key"], first["vendor"], first["estimate"]) == ("intent", "k", "Ü", 0.0)
    assert "Ü" in texts[0]
    assert (second["event"], second["cost"]) == ("done", 0.25)
    at = datetime.fromisoformat(first["at"])
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
    assert at.microsecond == 0


def test_lines_of_one_picture(tmp_path: Path) -> None:
    """Only the lines of the very key come back, in order; a key that stands in another line's text is not one."""
    ledger = Ledger(tmp_path)
    assert list(ledger.lines("k1")) == []
    ledger.write("intent", "k1")
    ledger.write("failed", "k2", cause="like k1")
    ledger.write("done", "k1")
    with ledger.path.open("a") as file:
        file.write('["k1"]\n"k1"\n\n')
    with ledger.path.open("ab") as binary:
        binary.write(b"\xff k1\n")
    ledger.write("job", "k1", id="7")
    assert [line["event"] for line in ledger.lines("k1")] == ["intent", "done", "job"]


@pytest.mark.parametrize(
    ("events", "is_open"),
    [
        ([], False),
        (["intent"], True),
        (["intent", "done"], False),
        (["intent", "failed"], False),
        (["intent", "unknown"], False),
        (["intent", "job"], False),
        (["intent", "done", "intent"], True),
    ],
)
def test_a_call_that_nobody_knows_the_end_of(tmp_path: Path, events: list[str], *, is_open: bool) -> None:
    """A call is open while its intent is the last that was noted."""
    ledger = Ledger(tmp_path)
    for event in events:
        ledger.write(event, "k")
    ledger.write("done", "other")
    assert ledger.journal("k").is_open() is is_open


@pytest.mark.parametrize(("end", "found"), [("done", False), ("failed", False), ("unknown", True), ("intent", True)])
def test_how_a_job_ends(tmp_path: Path, end: str, *, found: bool) -> None:
    """A job whose outcome is unknown is asked after; one that is done or failed is not."""
    journal = Ledger(tmp_path).journal("k")
    journal.note_job(id="1")
    journal.ledger.write(end, "k")
    assert (journal.open_job() is not None) is found


def test_the_last_job_counts(tmp_path: Path) -> None:
    """Of two open jobs the later one is asked after."""
    journal = Ledger(tmp_path).journal("k")
    journal.note_job(id="1")
    journal.note_job(id="2")
    job = journal.open_job()
    assert job is not None
    assert job["id"] == "2"


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (timedelta(hours=23, minutes=59), True),
        (timedelta(hours=24, minutes=1), False),
        (timedelta(days=40), False),
        (-timedelta(days=3653), True),
        ("yesterday", True),
        ("0001-01-01T00:00:00+14:00", False),
        (7, True),
        (None, True),
        ("2026-11-20T10:00:00", True),
    ],
)
def test_an_old_job(tmp_path: Path, at: timedelta | str | int | None, *, found: bool) -> None:
    """A job that was asked after in vain a day after it was noted is known nowhere.

    One that nobody has asked after is asked after, however old it seems: the clock may be wrong, and it is paid. So is
    one whose time can't be read.
    """
    noted = (datetime.now(UTC) - at).isoformat() if isinstance(at, timedelta) else at
    line = {"event": "job", "key": "k", "id": "1"} | ({} if noted is None else {"at": noted})
    (tmp_path / "ledger.jsonl").write_text(json.dumps(line) + "\n")
    ledger = Ledger(tmp_path)
    assert ledger.journal("k").open_job() is not None
    ledger.write("unknown", "k", cause="the job is not done")
    assert (ledger.journal("k").open_job() is not None) is found


def test_a_job_is_told_in_texts(tmp_path: Path) -> None:
    """What a strange ledger holds besides texts is not asked with."""
    facts = {"job": 7, "poll": ["x"], "result": None, "id": "1", "cost": {"a": 1}}
    (tmp_path / "ledger.jsonl").write_text(json.dumps({"event": "job", "key": "k", **facts}) + "\n")
    assert Ledger(tmp_path).journal("k").open_job() == {"event": "job", "key": "k", "id": "1"}


def test_a_ledger_that_nobody_can_read(tmp_path: Path) -> None:
    """Lines nested beyond all measure are passed over, as torn ones are."""
    ledger = Ledger(tmp_path)
    ledger.journal("k").note_job(id="1")
    with ledger.path.open("a") as file:
        file.write("[" * 200_000 + '"k"\n')
    assert ledger.journal("k").open_job() is not None


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
