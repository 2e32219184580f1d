"""How many edits of a real documentation would buy a picture: `python benchmarks/histories.py CLONE FOLDER…`.

Each page below a folder is read at each of its commits, as if it had been flagged from the first one on.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.utils import meta

from mkdocs_illustrate.page.article import read_article
from mkdocs_illustrate.page.substance import drift, same_title, sketch
from mkdocs_illustrate.records import Article
from mkdocs_illustrate.settings import Settings


@dataclass
class Page:
    """A page as it is, and as it was when its picture was made."""

    words: str
    title: str
    sketch: str

    def fits(self, article: Article) -> bool:
        """Whether the picture is still kept."""
        moved = drift(self.sketch, sketch(article.words))
        return same_title(self.title, article.title) and moved is not None and moved <= Settings().tolerance


def git(clone: str, *words: str) -> str:
    """What git says."""
    done = subprocess.run(["git", "-C", clone, *words], check=True, capture_output=True)  # noqa: S607
    return done.stdout.decode("utf-8", "replace")


def versions(clone: str, folder: str) -> Iterator[tuple[str, str | None]]:
    """Each page of each commit, the oldest first; None where it was taken away."""
    commit = ""
    marks = ("--reverse", "--no-merges", "--no-renames", "--name-status", "--format=@%H")
    for line in git(clone, "log", *marks, "HEAD", "--", folder).splitlines():
        status, _, path = line.partition("\t")
        if line.startswith("@"):
            commit = line[1:]
        elif path.endswith(".md"):
            yield path, None if status == "D" else git(clone, "show", f"{commit}:{path}")


def main() -> None:
    """Print the table."""
    clone, *folders = sys.argv[1:]
    print("| folder | edits | any other word | more than `tolerance` |\n| --- | --- | --- | --- |")
    for folder in folders:
        pages: dict[str, Page] = {}
        edits = words = bought = 0
        for path, text in versions(clone, folder):
            known = pages.pop(path, None)
            if text is None:
                continue
            source, front = meta.get_data(text)
            article = read_article(path, source, front)
            edits += known is not None
            words += known is not None and known.words != article.words
            if known is not None and known.fits(article):
                pages[path] = Page(article.words, known.title, known.sketch)
            else:
                bought += known is not None
                pages[path] = Page(article.words, article.title, sketch(article.words))
        print(f"| `{folder}` | {edits} | {words / max(edits, 1):.0%} | {bought / max(edits, 1):.1%} |")


if __name__ == "__main__":
    main()
