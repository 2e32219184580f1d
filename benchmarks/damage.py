"""Every kind of file that we keep, damaged in every manner, and a build: `python benchmarks/damage.py --rounds 200`.

A round is a copy of a built site in which one to three files are damaged. Whatever they were: no traceback, no more
than one purchase for each picture that is truly lost, a line for whatever can't be shown, all else rebuilt; and a
second build that asks for nothing. `--seed N --rounds 1` repeats the round that is named so.
"""

from __future__ import annotations

import base64
import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from manners import MANNERS
from rounds import (
    CACHE,
    PAGES,
    PORTFOLIO,
    Done,
    Servers,
    half_written,
    report,
    run,
    said_wrong,
    seeds_asked,
    servers,
    shown,
    unsound,
    write_site,
)

from mkdocs_illustrate.store.incoming import Incoming
from mkdocs_illustrate.studio.keys import text_key
from mkdocs_illustrate.testing.pictures import picture

_ARRIVED, _CACHED, _KEPT = "harbour.md", "index.md", "blog/bread.md"
"""Pages whose picture lies in one place only: answered and not read; in the cache; in the portfolio."""
_SECRET = "what lies outside is nobody's business"  # noqa: S105
_MOST_MEMORY, _MOST_SECONDS = 600, 60

KINDS = {
    "index of the cache": f"{CACHE}/v1/cache.db",
    "its log": f"{CACHE}/v1/cache.db-wal",
    "its shared memory": f"{CACHE}/v1/cache.db-shm",
    "value of the cache": f"{CACHE}/v1/*/*.val",
    "published size": f"{CACHE}/sizes/*/*.webp",
    "checksums": f"{CACHE}/sizes/*/SHA256SUMS",
    "ledger": f"{CACHE}/ledger.jsonl",
    "answer as it came": f"{CACHE}/incoming/*.answer",
    "lock": f"{CACHE}/locks/*.lock",
    "recipe": f"{PORTFOLIO}/**/*.yml",
    "picture of the portfolio": f"{PORTFOLIO}/**/*.[pw][ne][gb]*",
}


class Place(NamedTuple):
    """Where a page's picture is, as files below the site."""

    recipe: str
    picture: str
    value: str


@dataclass(slots=True)
class Base:
    """A site that was built: the copy of each round."""

    folder: Path
    places: dict[str, Place] = field(default_factory=dict)

    def lost(self, damaged: set[str]) -> int:
        """How many pictures may be bought after a damage: lost everywhere, or their recipe says something else now."""
        return sum(self._is_lost(page, damaged) for page in self.places)

    def _is_lost(self, page: str, damaged: set[str]) -> bool:
        place = self.places[page]
        kept = page not in (_ARRIVED, _CACHED) and not {place.recipe, place.picture} & damaged
        cached = page not in (_ARRIVED, _KEPT) and place.value not in damaged
        arrived = page == _ARRIVED and not any(name.endswith(".answer") for name in damaged)
        return not kept and (place.recipe in damaged or not (cached or arrived))


def main() -> int:
    """Run the rounds, print the table; 1 if anything went wrong."""
    seeds = seeds_asked(__doc__, 200)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with servers() as found, tempfile.TemporaryDirectory() as name:
        base = _built(Path(name) / "base", found)
        for seed in seeds:
            wrong += _round(seed, base, found, counts)
    print(report(seeds, sorted(counts.items()), wrong))
    return 1 if wrong else 0


def _built(folder: Path, found: Servers) -> Base:
    """A built site in which each kind of file is there, also those that only a killed build leaves."""
    found.slow(0, 0, 0)
    write_site(folder, found)
    done = run(folder, "mkdocs", "build", "--strict")
    assert done.code == 0, done.log
    cache = folder / CACHE
    ledger = [json.loads(line) for line in (cache / "ledger.jsonl").read_text().splitlines()]
    keys = {path: _key(folder, path) for path in PAGES if path != "drawn.md"}
    base = Base(folder)
    for page, key in keys.items():
        stem = page.removesuffix(".md")
        (kept,) = [p for p in (folder / PORTFOLIO).glob(f"{stem}.*") if p.suffix != ".yml"]
        (value,) = (cache / "v1" / key[:2]).glob(f"{key}.*.val")
        names = (folder / PORTFOLIO / f"{stem}.yml", kept, value)
        base.places[page] = Place(*(str(path.relative_to(folder)) for path in names))
    for page in (_ARRIVED, _CACHED):
        (folder / base.places[page].recipe).unlink()
        (folder / base.places[page].picture).unlink()
    for page in (_ARRIVED, _KEPT):
        (folder / base.places[page].value).unlink()
    _leave_unread(cache, keys[_ARRIVED], ledger)
    _leave_open(cache / "v1" / "cache.db")
    _check_sound(base, found)
    return base


def _check_sound(base: Base, found: Servers) -> None:
    """With nothing damaged, nothing is bought: not even what waits to be read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        shutil.copytree(base.folder, folder)
        found.forget()
        done = run(folder, "mkdocs", "build", "--strict")
        assert (done.code, found.answered) == (0, []), done.log


def _key(folder: Path, page: str) -> str:
    text = (folder / PORTFOLIO / page).with_suffix(".yml").read_text()
    return next(line for line in text.splitlines() if line.startswith("key:")).split()[1]


def _leave_unread(cache: Path, key: str, ledger: list[dict[str, str]]) -> None:
    """An answer that had arrived when its build was killed."""
    (sent,) = {line["sent"] for line in ledger if line["key"] == key and line["event"] == "intent"}
    body = {"created": 1, "data": [{"b64_json": base64.b64encode(picture("as it came")).decode()}]}
    mark = text_key(f"{key} {sent} ")
    Incoming(cache).put(key, mark, json.dumps(body).encode(), {"content-type": "application/json"})
    lines = [line for line in ledger if (line["key"], line["event"]) != (key, "done")]
    (cache / "ledger.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))


def _leave_open(index: Path) -> None:
    """The index as a build leaves it that is killed: with its log and its shared memory beside it."""
    link = sqlite3.connect(index, isolation_level=None)
    link.execute("pragma journal_mode = wal")
    link.execute("update Settings set value = value")
    names = [index, *(index.with_name(f"{index.name}{end}") for end in ("-wal", "-shm"))]
    held = {path: path.read_bytes() for path in names}
    link.close()
    for path, data in held.items():
        path.write_bytes(data)


def _round(seed: int, base: Base, found: Servers, counts: Counter[str]) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - a round that can be repeated
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        shutil.copytree(base.folder, folder, symlinks=True)
        secret = Path(name) / "outside.txt"
        secret.write_text(_SECRET)
        damaged = _damage(folder, chance, secret, counts)
        found.forget()
        wrong = _after(folder, base, {path for _, path in damaged}, found, counts)
        if secret.read_text() != _SECRET or any(_SECRET.encode() in p.read_bytes() for p in _files(folder / "site")):
            wrong.append("a file outside was written, or published")
        _give_back(folder)
    what = ", ".join(f"{path} {how}" for how, path in damaged)
    print(f"seed {seed}: {what}: {'; '.join(wrong) or 'well'}", file=sys.stderr, flush=True)
    return [f"seed {seed}: {what}: {line}" for line in wrong]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _damage(folder: Path, chance: random.Random, secret: Path, counts: Counter[str]) -> list[tuple[str, str]]:
    """One to three files, each in its own manner."""
    done: list[tuple[str, str]] = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        kind = chance.choice(list(KINDS))
        path = chance.choice(sorted(folder.glob(KINDS[kind])) or [folder / "gone already"])
        name, how = str(path.relative_to(folder)), chance.choice(list(MANNERS))
        if not path.exists() or name in {before for _, before in done}:
            continue
        MANNERS[how](path, chance)
        if how == "a link out":
            path.unlink()
            path.symlink_to(secret)
        counts[f"damaged: {kind}"] += 1
        done.append((how, name))
    return done


def _after(folder: Path, base: Base, damaged: set[str], found: Servers, counts: Counter[str]) -> list[str]:
    """What is wrong after the build and the two behind it: the second may buy what the first found to be none."""
    done = run(folder, "mkdocs", "build")
    if "links are not followed" in done.log and done.code == 1:  # said before anything is done: people look first
        counts["builds that stopped at a link"] += 1
        return ["a traceback"] if "Traceback" in done.log else []
    wrong = said_wrong(done, "build") + half_written(folder) + unsound(folder) + _untold(folder, done, counts)
    if done.memory > _MOST_MEMORY or done.seconds > _MOST_SECONDS:
        wrong.append(f"the build took {done.memory} MiB and {done.seconds:.0f} s")
    if found.answered or [page for page in PAGES if shown(folder, page) != "picture"]:
        wrong += said_wrong(run(folder, "mkdocs", "build"), "second build")
    wrong += _money(base.lost(damaged), sum(name.endswith(".val") for name in damaged), found, counts)
    found.forget()
    wrong += said_wrong(run(folder, "mkdocs", "build"), "last build")
    return wrong + ([f"the last build bought {len(found.answered)}"] if found.answered else [])


def _untold(folder: Path, done: Done, counts: Counter[str]) -> list[str]:
    """Pages without their picture of which no line speaks."""
    wrong = []
    for page in PAGES:
        what, stem = shown(folder, page), page.removesuffix(".md")
        counts[f"figures afterwards: {what}"] += 1
        if what != "picture" and not [line for line in done.log.splitlines() if stem in line and "INFO" not in line]:
            wrong.append(f"{page}: {what}, and no line says why")
    return wrong


def _money(lost: int, values: int, found: Servers, counts: Counter[str]) -> list[str]:
    """More purchases than pictures that were lost. A brief is a value, too."""
    briefs = [call for call in found.answered if call.path.endswith("/chat/completions")]
    pictures = len(found.answered) - len(briefs)
    counts["pictures bought again"] += pictures
    counts["pictures that were truly lost"] += lost
    if pictures <= lost and len(briefs) <= lost + values:
        return []
    return [f"{pictures} pictures and {len(briefs)} briefs bought for {lost} lost"]


def _give_back(folder: Path) -> None:
    """What nobody may read can't be deleted everywhere."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755)


if __name__ == "__main__":
    raise SystemExit(main())
