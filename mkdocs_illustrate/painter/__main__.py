"""Paints from the command line, so that people can look: `python -m mkdocs_illustrate.painter`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..page.article import read_article
from ..records import Article
from .contact_sheets import gallery, sheet
from .kit.pixels import rasterise
from .paint import STYLES, Painting, paint

_SEEDS = 9
_COLOUR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
# Front matter at the very start of a file: "---", "title: Bees", "---".
_FRONT = re.compile(r"\A\ufeff?---\s*\n(.*?\n)?(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)


def article_of(text: str) -> Article:
    """Make an article of a title, or read a Markdown file as a build would."""
    path = Path(text)
    if path.suffix not in {".md", ".markdown"} or not path.is_file():
        return Article(page="title.md", title=text, words=text)
    source = path.read_text(encoding="utf-8")
    front = _FRONT.match(source)
    return read_article(path.name, source[front.end() if front else 0 :], _meta(front))


def _meta(front: re.Match[str] | None) -> Mapping[str, Any]:
    try:
        read = yaml.safe_load(front[1] or "") if front else None
    except yaml.YAMLError:
        return {}
    return read if isinstance(read, Mapping) else {}


def main(arguments: Sequence[str] | None = None) -> int:
    """Paint one article, or a contact sheet of nine seeds or of a file of titles."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.out.suffix not in {".png", ".svg"}:
        parser.error(f"-o {options.out}: the name has to end in .png or .svg")
    if options.gallery is not None:
        sys.stdout.writelines(f"{path}\n" for path in gallery(options.gallery))
        return 0
    if options.sheet is not None:
        _sheet(options)
        return 0
    painting = _paint(options, article_of(options.article), options.seed)
    data = painting.svg.encode() if options.out.suffix == ".svg" else None
    options.out.write_bytes(data or rasterise(painting.svg, options.width))
    sys.stdout.write(f"{painting.mode}\n{painting.alt}\n{painting.prompt}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m mkdocs_illustrate.painter")
    parser.add_argument(
        "article",
        nargs="?",
        default="Notes",
        help="a title, a .md file, or (for --sheet) a .txt of titles",
    )
    parser.add_argument("-o", "--out", type=Path, default=Path("painting.png"))
    parser.add_argument("--sheet", type=Path, help="write a contact sheet to this file")
    parser.add_argument("--columns", type=int, help="of the contact sheet")
    parser.add_argument("--gallery", type=Path, help="renew the docs page in this folder: docs")
    parser.add_argument("--style", choices=STYLES, default="auto")
    parser.add_argument("--motifs", default="", help="names, apart by commas")
    parser.add_argument(
        "--palette", type=_colours, default="", help='colours, apart by commas, the main one first: "#1b2a41,#e4572e"'
    )
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument("--ratio", type=float, default=1.5)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--width", type=int, default=1200)
    return parser


def _paint(options: argparse.Namespace, article: Article, seed: int | None) -> Painting:
    motifs, palette = _names(options.motifs), _names(options.palette)
    return paint(
        article,
        style=options.style,
        motifs=motifs,
        palette=palette,
        scheme=options.scheme,
        seed=seed,
        ratio=options.ratio,
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _colours(text: str) -> str:
    """Colours as they were given; who mistypes one is told so."""
    wrong = next((one for one in _names(text) if not _COLOUR.fullmatch(one)), None)
    if wrong is not None:
        raise argparse.ArgumentTypeError(f'{wrong} is no colour; they look like "#1b2a41"')
    return text


def _sheet(options: argparse.Namespace) -> None:
    paintings = _series(options)
    columns = options.columns or (3 if len(paintings) <= _SEEDS else 5)
    sheet(paintings, options.sheet, columns=columns, width=480 if columns <= 3 else 320)
    for i, painting in enumerate(paintings):
        sys.stdout.write(f"{i + 1:3} {painting.mode:10} {painting.alt}\n")


def _series(options: argparse.Namespace) -> list[Painting]:
    path = Path(options.article)
    if path.suffix == ".txt" and path.is_file():
        titles = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [_paint(options, article_of(title.split("\t")[0]), options.seed) for title in titles]
    start = options.seed or 1
    article = article_of(options.article)
    return [_paint(options, article, seed) for seed in range(start, start + _SEEDS)]


if __name__ == "__main__":
    sys.exit(main())
