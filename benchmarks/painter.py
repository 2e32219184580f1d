"""What a drawing costs, in time and in bytes: `python benchmarks/painter.py [titles.txt]`.

Times are of this machine; run it when nothing else does.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from mkdocs_illustrate.models.painter_processes import PainterProcesses
from mkdocs_illustrate.painter.__main__ import article_of
from mkdocs_illustrate.painter.paint import RECIPE, paint
from mkdocs_illustrate.painter.worker import draw
from mkdocs_illustrate.pictures.sizes import Cut, assets, make
from mkdocs_illustrate.shapes import Shape

_TITLES = Path(__file__).parent.parent / "docs/images/painter/titles.txt"
_RATIOS = (1.5, 1.91, 0.5625)
_BATCH = 16


def order(title: str, ratio: float = 1.5) -> dict[str, Any]:
    """What the plugin would order for an article of this title."""
    article = article_of(title)
    return {
        "title": article.title,
        "words": article.words,
        "lead": article.lead,
        "headings": [],
        "tags": [],
        "language": "en",
        "style": None,
        "motifs": [],
        "seed": None,
        "ratio": ratio,
        "recipe": RECIPE,
    }


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cold(title: str, folder: Path) -> float:
    """One page in a process of its own: start, read, draw, rasterise."""
    command = [sys.executable, "-m", "mkdocs_illustrate.painter", title]
    out = ["-o", str(folder / "cold.png"), "--width", "1536"]
    return seconds(lambda: subprocess.run([*command, *out], check=True, capture_output=True))


def first(title: str) -> float:
    """Processor time of a process that loads the painter and draws once, without its pixels."""
    code = "import json, sys, time; from mkdocs_illustrate.painter.worker import paint_order"
    code += "; paint_order(json.loads(sys.argv[1])); print(time.process_time())"
    command = [sys.executable, "-c", code, json.dumps(order(title))]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


def page(title: str, folder: Path) -> None:
    """One page in a process that is warm: the drawing and its three sizes."""
    _, png = draw(order(title))
    prints(title, png, folder)


def prints(
    title: str,
    png: bytes,
    folder: Path,
    ratio: float = 1.5,
    widths: tuple[int, ...] = (640, 1024, 1536),
) -> list[Path]:
    """The sizes that a page shows."""
    width = 1536 if ratio >= 1 else round(1536 * ratio)
    shape = Shape(width, round(width / ratio))
    cut = Cut(
        source=f"{title}{ratio}",
        shape=shape,
        ratio=None,
        widths=widths,
        formats=("webp",),
        source_type="algorithmicMedia",
    )
    files = assets(cut, "x", folder)
    make(cut, files, png)
    return [file.path for file in files]


def batch(titles: list[str]) -> float:
    """Many pages at once, as a first build draws them; seconds a page."""

    async def all_drawn() -> None:
        processes = PainterProcesses()
        try:
            await asyncio.gather(*(processes.draw(order(title)) for title in titles))
        finally:
            processes.close()

    return seconds(lambda: asyncio.run(all_drawn())) / len(titles)


def weights(titles: list[str], folder: Path) -> list[tuple[str, str, str]]:
    """Bytes of the drawings, and of their WebP at 1200."""
    rows = []
    for ratio in _RATIOS:
        svgs, webps = [], []
        for title in titles:
            svgs.append(len(paint(article_of(title), ratio=ratio).svg) / 1000)
            for path in prints(title, draw(order(title, ratio))[1], folder, ratio, (1200,)):
                with Image.open(path) as image:
                    assert image.width <= 1200
                webps.append(path.stat().st_size / 1000)
        rows.append((f"SVG, {ratio}:1, kB (median, worst)", _spread(svgs), "150"))
        rows.append((f"WebP, {ratio}:1, up to 1200 wide, kB", _spread(webps), "60"))
    return rows


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.2f}, {max(values):.2f}"


def main() -> None:
    """Print the table."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else _TITLES
    titles = [line for line in source.read_text("utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page("Warming up", folder)
        alone = [cold(title, folder) for title in titles[:9]]
        later = [seconds(lambda t=title: page(t, folder)) for title in titles]
        rows = [
            ("a process's first drawing, processor s", _spread([first(title) for title in titles[:9]]), "0.25"),
            ("a single page, cold, s", _spread(alone), "1"),
            ("a page, warm, s", _spread(later), "0.5"),
            ("a page of a cold batch of sixteen, s", f"{batch(titles[:_BATCH]):.2f}", "0.6"),
            *weights(titles, folder),
        ]
    print("| what | median, worst | at most |\n| --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
