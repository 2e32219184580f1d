"""What the plugin costs, as ratios of one interleaved run: `python benchmarks/run.py`.

Real builds in processes of their own, a model server on loopback with the latencies of real ones.
Absolute times depend on the machine; the ratios are what to look at.
"""

from __future__ import annotations

import base64
import hashlib
import io
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

from PIL import Image

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.openai import ROUTES
from mkdocs_illustrate.testing.server import ModelServer

_WORDS = "A page about something that a reader may want to know, in a few plain sentences. " * 12
_QUICK = "--quick" in sys.argv


# Where there is no /proc the peak is at least this process's own: a child inherits it.
_PEAK = """
import pathlib, re, resource
status = pathlib.Path("/proc/self/status")
seen = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
print(seen[1] if seen else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True)
class Run:
    """One build as a whole process."""

    wall: float
    cpu: float
    peak: int
    """MiB"""
    began: float


def build(folder: Path, **env: str) -> Run:
    """Build a site and account for it as the operating system does."""
    return command(folder, "mkdocs", "build", "--quiet", **env)


def command(folder: Path, *words: str, **env: str) -> Run:
    """Run a module's command line as a whole process."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    code = (
        f"import runpy, sys; sys.argv = {list(words)}\n"
        f"try:\n runpy.run_module({words[0]!r}, run_name='__main__')\n"
        "except SystemExit as end:\n assert not end.code, end.code\n" + _PEAK
    )
    environment = {**os.environ, **env}
    for name in ("CI", "PYTHONDONTWRITEBYTECODE"):  # an installed package keeps what was compiled
        environment.pop(name, None)
    whole = [sys.executable, "-c", code]
    done = subprocess.run(whole, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, int(done.stdout.split()[-1]) // 1024, began)


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


def photographs(size: int) -> ModelServer:
    """A server whose pictures weigh so many bytes, as photographs do, and differ from one another."""
    weak, strong, data = 0.0, 250.0, b""
    while strong - weak > 1:
        grain = Image.effect_noise((1536, 1024), (weak + strong) / 2)
        buffer = io.BytesIO()
        ground = Image.linear_gradient("L").resize(grain.size)
        Image.merge("RGB", [Image.blend(ground, grain, 0.4), grain, ground]).save(buffer, "JPEG", quality=95)
        data = buffer.getvalue()
        weak, strong = ((weak + strong) / 2, strong) if len(data) < size else (weak, (weak + strong) / 2)

    def answer(call: Call, _server: ModelServer) -> Reply:
        words = hashlib.sha256(call.raw).hexdigest().encode()  # in a comment
        own = data[:2] + b"\xff\xfe\x00\x42" + words + data[2:]
        return Reply.json({"data": [{"b64_json": base64.b64encode(own).decode()}]})

    return ModelServer(routes={**ROUTES, "/images/generations": answer})


_BRIEF, _PICTURE, _SEATS = 0.5, 2.0, 10  # seconds, and calls in flight


def in_flight(base: Path) -> list[tuple[str, str, str]]:
    """A hundred pictures, ten calls in flight: how near to the ideal, rendering included, and where the rest goes."""
    pages = 20 if _QUICK else 100
    with photographs(300_000) as server:
        server.seconds = {"/chat/completions": _BRIEF, "/images/generations": _PICTURE}
        model = f"{{provider: openai, base_url: '{server.url}'}}"
        plugin = (
            f"  - illustrate:\n      chat: {model}\n      image: {model}\n      concurrency: 10\n      budget: null\n"
        )
        folder = site(base / "flight", pages, plugin, flagged=True)
        run = build(folder, OPENAI_API_KEY="test-key")
    ideal = pages * (_BRIEF + _PICTURE) / _SEATS
    first = min(call.began for call in server.calls)
    last = max(call.began for call in server.asked("/images/generations")) + _PICTURE
    second = sorted(call.began for call in server.calls)[1]
    alone = (second - first) * (_SEATS - 1) / _SEATS
    parts = {
        "until the first call: MkDocs begins, pages are read, the SDK is loaded": first - run.began,
        "the others let the first brief find out which form of answer is taken": alone,
        "seats that stand empty later, and the last pictures": last - first - ideal - alone,
        "after the last picture: its sizes, MkDocs' templates, the end": run.began + run.wall - last,
    }
    rows = [(f"{pages} pictures, 10 calls in flight: time / ideal", f"{run.wall / ideal:.3f}", "1.08")]
    return rows + [(f"of it, seconds {what}", f"{seconds:.2f}", "") for what, seconds in parts.items()]


def memory(base: Path) -> list[tuple[str, str, str]]:
    """What a build with large pictures takes more than one without: when they are bought, and when they are kept."""
    pages = 20 if _QUICK else 500
    with photographs(2_000_000) as server:
        model = f"{{provider: openai, base_url: '{server.url}'}}"
        plugin = f"  - illustrate:\n      chat: {model}\n      image: {model}\n      budget: null\n"
        folder = site(base / "large", pages, plugin, flagged=True)
        bought = build(folder, OPENAI_API_KEY="test-key")
    kept = build(folder)
    shutil.rmtree(folder / ".cache")
    cut = build(folder)
    bare = build(site(base / "none", pages, "", flagged=False))
    runs = {"bought": bought, "kept": kept, "kept, and cut to sizes": cut}
    return [
        (f"MiB above a bare build, {pages} pictures of 2 MB: {how}", str(run.peak - bare.peak), "100")
        for how, run in runs.items()
    ]


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


_PROSE = (
    "Cities of the future **promise** to change how people live, and `trains` will be [silent](https://example.org). "
    * 9
)


def reading(base: Path) -> list[tuple[str, str, str]]:
    """What a site of many flagged pages costs before anything is made: `plan` and `check`, and `--help`."""
    pages = 500 if _QUICK else 5000
    folder = base / "reading"
    for n in range(pages):
        path = folder / "docs" / f"s{n // 100}" / f"p{n}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = "".join(f"\n## Part {m}\n\n{_PROSE}\n\n- one\n- two\n" for m in range(3))
        path.write_text(f"---\nillustrate: true\ntitle: Story {n}\n---\n# Story {n}\n{parts}")
    model = "{provider: openai}"
    (folder / "mkdocs.yml").write_text(
        f"site_name: Bench\nplugins:\n  - illustrate:\n      chat: {model}\n      image: {model}\n"
    )
    plans = [command(folder, "mkdocs_illustrate", "plan").cpu for _ in range(3)]
    ours, theirs = (
        statistics.median(command(folder, tool, "--help").cpu for _ in range(5))
        for tool in ("mkdocs_illustrate", "mkdocs")
    )
    first, again = plans[0], statistics.median(plans[1:])
    return [
        (f"`plan` on {pages} flagged pages, processor seconds: first, again", f"{first:.2f}, {again:.2f}", "2"),
        ("`mkdocs-illustrate --help` / `mkdocs --help`", f"{ours / theirs:.2f}", "2"),
    ]


def warm(base: Path) -> tuple[str, str, str]:
    """A build in which all is kept, against the same pages with figures that their author wrote."""
    pages, pairs = (50, 2) if _QUICK else (300, 5)
    with ModelServer() as server:
        model = f"{{provider: openai, base_url: '{server.url}'}}"
        plugin = f"  - illustrate:\n      chat: {model}\n      image: {model}\n      budget: null\n"
        kept = site(base / "warm", pages, plugin, flagged=True)
        build(kept, OPENAI_API_KEY="test-key")
    plain = site(base / "plain", pages, "", flagged=True)  # front matter makes templates look at more
    for path in sorted((plain / "docs").glob("*.md")):
        html = (kept / "site" / path.stem / "index.html").read_text()
        figure = html[html.index("<figure") : html.index("</figure>") + len("</figure>")]
        path.write_text(path.read_text().replace("\n## Part", f"\n{figure}\n\n## Part"))
    shutil.copytree(kept / "site/assets/illustrations", plain / "docs/assets/illustrations")
    ratios = [build(kept).cpu / build(plain).cpu for _ in range(pairs)]
    return f"warm build of {pages} pages / the same with plain figures", f"{statistics.median(ratios):.3f}", "1.05"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        rows = [nothing_flagged(base), *in_flight(base), *memory(base), *portfolio(base), *reading(base), warm(base)]
    print("| what | measured | at most |\n| --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
