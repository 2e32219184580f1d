"""The ledger: what was begun and how it ended."""

from __future__ import annotations

from pathlib import Path

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


def test_a_full_disk_stops_nothing(tmp_path: Path) -> None:
    """A ledger that can't be written does not stop a purchase."""
    (tmp_path / "file").write_text("")
    Ledger(tmp_path / "file").write("intent", "k")
