"""What the painter hears of the site around a page: its colours, its words, and motifs that its author drew.

No picture that is bought has any of it in its key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import NotAccepted
from ..files import leads_out, read, reason
from ..pictures.drawings import cleaned
from ..settings import Settings
from ..site_facts import SiteFacts

FOLDER = "motifs"
_MOST = 200_000  # bytes of one: an icon has a hundredth of it


class PainterFacts:
    """Those of one site; `begin` starts a round, in which a file is read once."""

    def __init__(self, settings: Settings, site: SiteFacts, portfolio: Path | None) -> None:
        self._palette = list(settings.palette) if isinstance(settings.palette, tuple) else []
        self._site = site
        self._folder = portfolio / FOLDER if portfolio else None
        self.begin()

    def begin(self) -> None:
        """Another round: files may have changed."""
        self._files = {path.stem: path for path in sorted(self._folder.glob("*.svg"))} if self._folder else {}
        self._read: dict[str, str] = {}
        self.troubles: list[str] = []

    def of(self, motifs: Iterable[str]) -> Mapping[str, Any]:
        """What is told where these motifs are wished for."""
        named = {name: self._drawing(name) for name in motifs if name in self._files}
        own = {name: svg for name, svg in named.items() if svg}
        said = {"palette": self._palette, "site": list(self._site.words), "own": own}
        return {name: value for name, value in said.items() if value}

    def _drawing(self, name: str) -> str:
        if name not in self._read:
            self._read[name] = self._cleaned(name)
        return self._read[name]

    def _cleaned(self, name: str) -> str:
        path = self._files[name]
        try:
            return cleaned(read(_itself(path), _MOST))[0].decode("utf-8")
        except OSError as error:
            why = f"it can't be read ({reason(error)}); put the file itself there"
        except NotAccepted as error:
            why = f"{error}; export it anew as plain SVG"
        self.troubles.append(f"{path.parent.parent.name}/{FOLDER}/{path.name}: {why}")
        return ""


def _itself(path: Path) -> Path:
    """A file that is no link, and behind none."""
    if path.is_symlink() or leads_out(path, path.parent.parent):
        raise OSError(0, "it is behind a link, and links are not followed")
    return path
