"""Figures for who builds pages without this plugin: which pages have which, in one file that is committed.

`export` writes it, `mkdocs_illustrate.markdown` reads it. It names files below the site's root, so that pages are a
function of what lies on the disk.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..errors import ConfigError
from ..figure_settings import FigureSettings
from ..files import read as read_file
from ..reading import read
from ..records import Asset, Outcome, State, Use
from .figures import Address, Figure, Loading, figure_of
from .substance import drift, same_title

MANIFEST = "figures.json"
"""Its name in the portfolio, where recipes end with .yml."""
_MOST = 64 * 2**20  # bytes
_OTHER_WORDS = 0.3  # of an article: then it is another one


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """One file that a figure shows."""

    name: str
    """Its path below the site's root, and below the folder of the sources."""
    format: str
    width: int
    height: int
    use: Use = "page"
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFigure:
    """A figure: where it goes, its words, its files."""

    key: str
    placement: str
    after: str | None = None
    alt: str = ""
    alt_language: str = ""
    caption: str = ""
    by_model: bool = False
    credit: str = ""
    placeholder: bool = False
    files: tuple[ExportedFile, ...] = ()

    def html(self, look: FigureSettings, address: Address, *, language: str, loading: Loading) -> Figure:
        """As it stands in its page."""
        files = (Asset(path=Path(f.name), **asdict(f)) for f in self.files)
        words = {name: getattr(self, name) for name in _SAID}
        outcome = Outcome(page="", state=State.KEPT, assets=tuple(files), **words)
        return figure_of(outcome, look, address, language=language, loading=loading)


_SAID = ("key", "alt", "alt_language", "caption", "by_model", "credit", "placeholder")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPage:
    """A page with its figures, and how to know it where nobody says which page it is."""

    title: str
    sketch: str
    language: str = "en"
    image: str | None = None
    """The picture that stands for the page elsewhere."""
    figures: tuple[ExportedFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """All of a site."""

    version: Literal[1] = 1
    figure: FigureSettings = field(default_factory=FigureSettings)
    theme: str = ""
    switched: bool = False
    """Readers switch the scheme in the page."""
    pages: Mapping[str, ExportedPage] = field(default_factory=dict)

    def files(self) -> set[str]:
        """All files that the pages show."""
        return {f.name for page in self.pages.values() for figure in page.figures for f in figure.files}

    def of_words(self, title: str, sketch: str) -> ExportedPage | None:
        """The page of this title that has these words, as far as they are still the same article."""
        alike = [page for page in self.pages.values() if same_title(page.title, title)]
        moved = [(known, page) for page in alike if (known := drift(page.sketch, sketch)) is not None]
        nearest = min(moved, key=lambda found: found[0], default=None)
        return nearest[1] if nearest and nearest[0] <= _OTHER_WORDS else None

    def as_text(self) -> str:
        """For people who look at a change, and for programs: sorted, without what says nothing."""
        look = {name: getattr(self.figure, name) for name in ("caption", "label", "lightbox")}
        pages = {name: _brief(asdict(page)) for name, page in sorted(self.pages.items())}
        whole = {
            "version": self.version,
            "figure": look,
            "theme": self.theme,
            "switched": self.switched,
            "pages": pages,
        }
        return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def exported_figure(outcome: Outcome, placement: str, after: str | None) -> ExportedFigure:
    """What became of a figure, for another builder's page."""
    files = (
        ExportedFile(name=a.name, format=a.format, width=a.width, height=a.height, use=a.use, ground=a.ground)
        for a in outcome.assets
    )
    words = {name: getattr(outcome, name) for name in _SAID}
    return ExportedFigure(placement=placement, after=after, files=tuple(files), **words)


def read_exported(path: Path) -> Exported:
    """What was exported; ConfigError says in one line what is wrong with it."""
    try:
        said = json.loads(read_file(path, _MOST))
        return read(Exported, said)
    except FileNotFoundError:
        raise ConfigError(f"{path} is not there: `mkdocs-illustrate export` writes it") from None
    except (OSError, ValueError, RecursionError, ConfigError) as error:
        why = " ".join(str(error).split())
        raise ConfigError(f"{path} can't be read ({why}): `mkdocs-illustrate export` writes it anew") from None


def _brief(said: Any) -> Any:
    """Without what is empty: the reader knows."""
    if isinstance(said, dict):
        return {name: _brief(value) for name, value in said.items() if value not in ("", None, False, ())}
    return [_brief(one) for one in said] if isinstance(said, list | tuple) else said
