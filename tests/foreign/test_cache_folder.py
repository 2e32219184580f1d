"""A cache folder, which may come from anywhere: values, ledger lines and kept answers are records, or nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.models.polling import noted, noted_cost
from mkdocs_illustrate.records import Picture, Recipe
from mkdocs_illustrate.store.incoming import Incoming
from mkdocs_illustrate.store.ledger import Ledger
from mkdocs_illustrate.store.portfolio import Portfolio
from mkdocs_illustrate.studio.library import Library
from mkdocs_illustrate.testing.pictures import picture

from .strangers import as_json, damaged, mappings

KEY = "ab" * 16
DATA = picture("boats", (32, 32))
NAMES = ("event", "key", "at", "job", "address", "others", "cost", "seed", "poll", "cause", "revised")
LIKELY = (
    KEY,
    "job",
    "done",
    "intent",
    "unknown",
    "free",
    "failed",
    "2026-11-30T10:00:00+00:00",
    "0.04",
    "nan",
    "9999-12-31",
    {},
)
FACTS = mappings(
    "media_type",
    "width",
    "height",
    "alt",
    "caption",
    "cost",
    "seed",
    "prompt",
    "said",
    "revised_prompt",
    "data",
    "others",
    "sha256",
    likely=("image/png", "image/svg+xml", 32, "A boat", float("nan"), float("inf"), 10**400),
)


@given(FACTS, st.sampled_from([b"", DATA, b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html>"]) | damaged(DATA))
@example({"cost": float("nan"), "media_type": "image/png"}, DATA)
@example({"seed": 10**400, "alt": "\ud83d"}, DATA)
@example({"cost": 1e308, "prompt": "A boat", "width": -5}, b"")
def test_any_value(facts: dict[str, object], data: bytes) -> None:
    """A value of the cache is a picture as large as it is, a brief, a refusal, or a miss; recipes hold what it says."""
    with TemporaryDirectory() as folder:
        library = Library(None, Path(folder))
        library._get = lambda _key: as_json(facts) + b"\n" + data  # type: ignore[method-assign]  # noqa: SLF001
        found, brief, said = library.picture(KEY), library.brief(KEY), library.refusal(KEY)
        assert isinstance(said, str)
        assert brief is None or brief.prompt
        assert found is None or (isinstance(found, Picture) and (found.width, found.height) > (0, 0))
        for one in filter(None, (found, brief)):
            portfolio = Portfolio(Path(folder) / "p")
            recipe = Recipe(cost=one.cost, seed=getattr(one, "seed", None), alt=one.alt, file="a.png")
            portfolio.note("a.md", 1, recipe)
            read = portfolio.read("a.md")
            assert read is not None
            assert (read.cost, read.seed) == (recipe.cost, recipe.seed)


@given(
    st.lists(
        mappings(*NAMES, likely=LIKELY).map(lambda line: as_json({"key": KEY, **line}))
        | damaged(as_json({"key": KEY, "event": "job", "job": "1"})),
        max_size=6,
    )
)
@example([as_json({"key": KEY, "event": "job", "cost": "abc", "job": 7, "address": None})])
@example(
    [
        as_json({"key": KEY, "event": "job", "at": "2036-11-30T10:00:00+00:00"}),
        as_json({"key": KEY, "event": "unknown", "at": "2026-11-30"}),
    ]
)
@example([b"[" * 100_000 + KEY.encode()])
@example([as_json({"key": KEY, "event": "job", "cost": "9" * 5000, "seed": "9" * 5000, "address": "http://["})])
def test_any_ledger(lines: list[bytes]) -> None:
    """Whatever lines a ledger has, questions to it are answered, and a job in it is told in texts."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "ledger.jsonl").write_bytes(b"\n".join(lines))
        journal = Ledger(Path(folder)).journal(KEY)
        assert journal.calls_in_vain() >= 0
        assert isinstance(journal.last_cause(), str)
        assert journal.is_open() in {True, False}
        job = journal.open_job()
        if job is not None:
            assert all(isinstance(fact, str) for fact in job.values())
            cost, answer = noted_cost(job), noted(job)
            assert cost is None or 0 <= cost < float("inf")
            assert answer is None or isinstance(answer.address, str)
        journal.note_job(job="2")
        open_now = journal.open_job()
        assert open_now is not None
        assert open_now["job"] == "2"


@given(damaged(b'{"seed": "7"}\n' + DATA) | st.binary(max_size=60))
@example(b"[" * 100_000 + b"\n")
@example(b'{"a": 1}\n')
@example(b"")
def test_any_kept_answer(data: bytes) -> None:
    """What lies where an answer was kept is an answer with headers of text, or nothing."""
    with TemporaryDirectory() as folder:
        incoming = Incoming(Path(folder))
        incoming.put(KEY, "mark", b"", {})
        next(incoming.folder.iterdir()).write_bytes(data)
        found = incoming.get(KEY, "mark")
        assert found is None or all(isinstance(value, str) for value in found.headers.values())
