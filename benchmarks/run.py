"""What the plugin costs, as ratios of one interleaved run: `python benchmarks/run.py`.

Real builds in processes of their own, a model server on loopback with the latencies of real ones.
Absolute times depend on the machine; the ratios are what to look at.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs_illustrate.testing.server import ModelServer

_WORDS = "A page about something that a reader may want to know, in a few plain sentences. " * 12
_QUICK = "--quick" in sys.argv


@dataclass(frozen=True)
class Run:
    """One build as a whole process."""

    wall: float
    cpu: float
    peak: int
    """MiB"""


def build(folder: Path, **env: str) -> Run:
    """Build a site and account for it as the operating system does."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = ["/usr/bin/env", sys.executable, "-m", "mkdocs", "build", "--quiet"]
    code = (
        "import resource, runpy, sys; sys.argv = ['mkdocs', 'build', '--quiet']\n"
        "try:\n runpy.run_module('mkdocs', run_name='__main__')\n"
        "except SystemExit as end:\n assert not end.code, end.code\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    command = [sys.executable, "-c", code]
    environment = {**os.environ, **env}
    environment.pop("CI", None)
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, int(done.stdout.split()[-1]) // 1024)


def site(folder: Path, pages: int, plugin: str, *, flagged: bool) -> Path:
    """Write a site of some pages."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    front = "---\nillustrate: true\n---\n" if flagged else ""
    for n in range(pages):
        text = f"{front}# Story {n}\n\nThe lead of story {n}.\n\n## Part\n\n{_WORDS}\n"
        (docs / f"p{n:04}.md").write_text(text)
    (folder / "mkdocs.yml").write_text(f"site_name: Bench\ntheme: mkdocs\nplugins:\n  - search\n{plugin}")
    return folder


def nothing_flagged(base: Path) -> tuple[str, str, str]:
    """A large site that wants no picture pays nothing."""
    pages, pairs = (200, 3) if _QUICK else (1000, 7)
    bare = site(base / "bare", pages, "", flagged=False)
    with_it = site(base / "with", pages, "  - illustrate\n", flagged=False)
    ratios, quickest = [], {bare: float("inf"), with_it: float("inf")}
    for n in range(pairs + 1):
        order = (bare, with_it) if n % 2 else (with_it, bare)
        runs = {folder: build(folder) for folder in order}
        if n:  # the first pair warms the disk up
            ratios.append(runs[with_it].cpu / runs[bare].cpu)
            quickest = {folder: min(quickest[folder], runs[folder].cpu) for folder in order}
    best = quickest[with_it] / quickest[bare]
    said = (
        f"{best:.3f} (quickest runs; pairs: median {statistics.median(ratios):.3f}, "
        f"from {min(ratios):.3f} to {max(ratios):.3f})"
    )
    return f"{pages} pages, nothing flagged: with / without", said, "1.02"


def in_flight(base: Path) -> tuple[str, str, str]:
    """A hundred pictures, ten calls in flight: how near to the ideal, rendering included."""
    pages = 20 if _QUICK else 100
    with ModelServer() as server:
        server.seconds = {"/chat/completions": 0.5, "/images/generations": 2.0}
        model = f"{{provider: openai, base_url: '{server.url}'}}"
        plugin = (
            f"  - illustrate:\n      chat: {model}\n      image: {model}\n      concurrency: 10\n      budget: null\n"
        )
        folder = site(base / "flight", pages, plugin, flagged=True)
        run = build(folder, OPENAI_API_KEY="test-key")
    ideal = pages * 2.5 / 10
    return f"{pages} pictures, 10 calls in flight: time / ideal", f"{run.wall / ideal:.3f}", "1.15"


def portfolio(base: Path) -> list[tuple[str, str, str]]:
    """A clone with all pictures: sizes once, then nothing; memory does not grow."""
    few, many = (4, 16) if _QUICK else (10, 80)
    rows, first, second = [], {}, {}
    with ModelServer() as server:
        model = f"{{provider: openai, base_url: '{server.url}'}}"
        plugin = f"  - illustrate:\n      chat: {model}\n      image: {model}\n      budget: null\n"
        for pages in (few, many):
            folder = site(base / f"kept{pages}", pages, plugin, flagged=True)
            build(folder, OPENAI_API_KEY="test-key")
            shutil.rmtree(folder / ".cache")
            calls = len(server.calls)
            first[pages], second[pages] = build(folder), build(folder)
            assert len(server.calls) == calls, "a warm build called somebody"
    made = (first[many].cpu - second[many].cpu - first[few].cpu + second[few].cpu) / (many - few)
    rows.append(("processor seconds for the sizes of a new picture", f"{made:.3f}", "0.15"))
    warm = (second[many].cpu - second[few].cpu) / (many - few)
    rows.append(("processor seconds for a page whose sizes are cached", f"{warm:.4f}", ""))
    grown = first[many].peak / first[few].peak
    rows.append((f"peak memory, {many} pictures / {few} pictures", f"{grown:.2f}", "about 1"))
    return rows


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        rows = [nothing_flagged(base), in_flight(base), *portfolio(base)]
    print("| what | measured | at most |\n| --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
