"""Contact sheets to look at, and the gallery of the docs page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..records import Article
from .islands.props import props
from .kit.pixels import rasterise
from .landscapes.scenes import scenes
from .mosaic.glyphs import glyphs
from .paint import Painting, paint
from .topics.conditions import condition_names
from .topics.lexicon import concepts

_PAGE = "painter.md"
_IMAGES = Path("images") / "painter"
_TITLES = _IMAGES / "titles.txt"
_GAP = 12
_SEEDS = range(1, 10)
_SHOWN = (
    "city",
    "mountains",
    "coast",
    "village",
    "forest",
    "fields",
    "harbour",
    "night-sky",
    "kitchen",
    "home",
)
"""Scenes of which the gallery shows nine seeds."""
_BRANDS: tuple[tuple[str, ...], ...] = ((), ("#673ab7", "#ff5722"), ("#00695c", "#ffb300"), ("#2e7d32",))
"""In which colours the gallery shows its first titles."""
_TITLED = 12
_WIDE = 232
_QUALITY = 72
_BEGIN, _END = "<!-- motifs: written by --gallery -->", "<!-- /motifs -->"


def sheet(paintings: Sequence[Painting], out: Path, *, columns: int, width: int) -> None:
    """Put pictures of one shape side by side into one file."""
    from PIL import Image  # noqa: PLC0415 only a contact sheet needs it

    gap = _GAP if width > _WIDE else _GAP // 2
    height = round(width * paintings[0].height / paintings[0].width)
    rows = -(-len(paintings) // columns)
    size = (columns * (width + gap) + gap, rows * (height + gap) + gap)
    whole = Image.new("RGB", size, "#ffffff")
    for i, painting in enumerate(paintings):
        picture = Image.open(io.BytesIO(rasterise(painting.svg, width * 2))).convert("RGB")
        small = picture.resize((width, height), Image.Resampling.LANCZOS)
        whole.paste(small, (gap + i % columns * (width + gap), gap + i // columns * (height + gap)))
    if out.suffix == ".webp":
        whole.save(out, quality=_QUALITY, method=6)
    else:
        whole.save(out)


def gallery(folder: Path) -> list[Path]:
    """Write the docs page's pictures and its list of motifs anew."""
    titles = (folder / _TITLES).read_text(encoding="utf-8").splitlines()
    real = [paint(Article(page="", title=t, words=t), ratio=1.5) for t in titles if t.strip()]
    blank = Article(page="", title="", words="")
    seeds = [paint(blank, motifs=(name,), seed=seed) for name in _SHOWN for seed in _SEEDS]
    first = Article(page="", title=titles[0], words=titles[0])
    seeds += [paint(first, seed=seed) for seed in _SEEDS]
    made = [folder / _IMAGES / f"{name}.webp" for name in ("titles", "seeds", "brands")]
    sheet(real, made[0], columns=8, width=_WIDE)
    sheet(seeds, made[1], columns=9, width=_WIDE - 24)
    branded = [paint(Article(page="", title=t, words=t), palette=b) for b in _BRANDS for t in titles[:_TITLED]]
    sheet(branded, made[2], columns=_TITLED, width=_WIDE - 60)
    page = folder / _PAGE
    page.write_text(with_motifs(page.read_text(encoding="utf-8")), encoding="utf-8")
    return [*made, page]


def with_motifs(page: str) -> str:
    """Put the list of what can be drawn between its two marks."""
    return re.sub(
        f"{re.escape(_BEGIN)}.*?{re.escape(_END)}",
        lambda _: f"{_BEGIN}\n{motifs()}\n{_END}",
        page,
        flags=re.DOTALL,
    )


def motifs() -> str:
    """List all names that `motifs:` may hold, in Markdown."""
    places = [
        f"| `{name}` | {', '.join(f'`{v}`' for v in dict.fromkeys(scene.variants) if v) or '–'} |"
        for name, scene in sorted(scenes().items())
    ]
    return "\n".join(
        (
            f"**Scenes** ({len(scenes())}), each with the variants that a topic may ask for:",
            "",
            "| scene | variants |",
            "| --- | --- |",
            *places,
            "",
            f"**Hours, seasons and weather** for a scene: {', '.join(f'`{n}`' for n in condition_names())}.",
            "",
            f"**Props** ({len(props())}), which stand on islands: {_names(props())}.",
            "",
            f"**Glyphs** ({len(glyphs())}), for tiles: {_names(glyphs())}.",
            "",
            f"**Concepts** ({len(concepts())}), which stand for what suits them: {_names(concepts())}.",
        )
    )


def _names(table: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(table))
