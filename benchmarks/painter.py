"""What drawings cost a build and its readers: `python benchmarks/painter.py [titles.txt]`.

Times are processor seconds of whole builds, children included, taken in turns; run it when nothing else does.
"""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mkdocs_illustrate.painter.__main__ import article_of
from mkdocs_illustrate.painter.paint import paint

_TITLES = Path(__file__).parent.parent / "docs/images/painter/titles.txt"
_RATIOS = (1.5, 1.91, 0.5625)
_ROUNDS = 3
_MANNERS = {
    "plain pages": None,
    "drawings": "figure: {social: false}",
    "drawings and cards": "figure: {social: true}",
    "light and dark": "figure: {social: false, schemes: [light, dark]}",
    "pixels in three widths": "figure: {social: false, drawings: pixels}",
}


def build(folder: Path, titles: list[str], figure: str | None) -> float:
    """A cold build of one page for each title; processor seconds."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    flag = "---\nillustrate: true\n---\n" if figure else ""
    for number, title in enumerate(titles):
        (docs / f"p{number}.md").write_text(f"{flag}# {title}\n\nSome words about it.\n", "utf-8")
    plugin = f"plugins:\n  - illustrate: {{{figure}}}\n" if figure else "plugins: []\n"
    (folder / "mkdocs.yml").write_text(f"site_name: B\nsite_url: https://example.org/\n{plugin}", "utf-8")
    before = os.times()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def times(titles: list[str]) -> Iterator[tuple[str, str]]:
    """Seconds a page, in each manner, beside pages without figures."""
    taken: dict[str, list[float]] = {manner: [] for manner in _MANNERS}
    with tempfile.TemporaryDirectory() as name:
        for turn in range(_ROUNDS):
            for manner, figure in _MANNERS.items():
                taken[manner].append(build(Path(name) / f"{turn}-{len(taken[manner])}-{manner}", titles, figure))
    plain = statistics.median(taken.pop("plain pages"))
    for manner, rounds in taken.items():
        yield f"{manner}: processor s a page", f"{(statistics.median(rounds) - plain) / len(titles):.3f}"


def weights(titles: list[str]) -> Iterator[tuple[str, str]]:
    """What a reader loads for a figure."""
    for ratio in _RATIOS:
        drawn = [paint(article_of(title), ratio=ratio).svg.encode() for title in titles]
        packed = [len(gzip.compress(svg)) / 1000 for svg in drawn]
        yield f"SVG, {ratio}:1, kB gzipped (median, most)", _spread(packed)
        yield f"SVG, {ratio}:1, kB plain (median, most)", _spread([len(svg) / 1000 for svg in drawn])


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.1f}, {max(values):.1f}"


def main() -> None:
    """Print the table."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else _TITLES
    titles = [line for line in source.read_text("utf-8").splitlines() if line.strip()]
    print("| what | |\n| --- | --- |")
    for what, figures in (*times(titles), *weights(titles)):
        print(f"| {what} | {figures} |")


if __name__ == "__main__":
    main()
