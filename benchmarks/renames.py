"""How many renamed pages of a real documentation keep their picture: `python benchmarks/renames.py CLONE FOLDER…`.

What git takes for a rename is the truth; each page is taken for flagged. Of all pages that one commit takes away and
brings, those that git does not call renames shall get nobody's picture.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from histories import git
from mkdocs.utils import meta

from mkdocs_illustrate.page.article import read_article
from mkdocs_illustrate.page.substance import sketch
from mkdocs_illustrate.records import Article, PageSource, Recipe
from mkdocs_illustrate.settings import Settings
from mkdocs_illustrate.studio.keys import text_key
from mkdocs_illustrate.studio.library import Kept
from mkdocs_illustrate.studio.moved_pages import MovedPages


@dataclass
class Commit:
    """The pages that it takes away and brings, as git pairs them; a library of the recipes that it leaves behind."""

    name: str
    gone: dict[str, Article] = field(default_factory=dict)
    new: dict[str, Article] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    """New page: old page."""

    def orphans(self, is_page: Callable[[str], bool]) -> Iterator[str]:
        """All that is gone."""
        return (place for place in self.gone if not is_page(place))

    def kept_at(self, place: str) -> Kept:
        """The recipe of a picture that was made for a page as it was last."""
        article = self.gone[place]
        recipe = Recipe(title=article.title, article=text_key(article.words), sketch=sketch(article.words))
        return Kept(recipe, whole=True)

    def is_page(self, name: str) -> bool:
        """Nothing that is gone is there."""
        return name in self.new

    def sources(self) -> list[PageSource]:
        """They are read already."""
        return []

    def moved(self) -> dict[str, str]:
        """New page: the page whose picture it takes along."""
        figures = [(article, 1) for article in self.new.values()]
        pages = MovedPages(self, Settings().tolerance, lambda _: iter(figures))  # type: ignore[arg-type]
        pages.begin(self)
        found = {name: pages.find(article, 1) for name, article in self.new.items()}
        return {name: one.place for name, one in found.items() if one}


def article(clone: str, commit: str, path: str) -> Article:
    """A page as it was."""
    source, front = meta.get_data(git(clone, "show", f"{commit}:{path}"))
    return read_article(path, source, front)


def commits(clone: str, folder: str) -> Iterator[Commit]:
    """Those that take pages away and bring others."""
    commit = Commit("")
    marks = ("--no-merges", "-M", "--diff-filter=ADR", "--name-status", "--format=@%H")
    for line in [*git(clone, "log", *marks, "HEAD", "--", folder).splitlines(), "@"]:
        status, *paths = line.split("\t")
        if line.startswith("@"):
            if commit.gone and commit.new:
                yield commit
            commit = Commit(line[1:])
        elif paths and all(path.endswith(".md") for path in paths):
            old, new = paths[0].removesuffix(".md"), paths[-1].removesuffix(".md")
            if status != "A":
                commit.gone[old] = article(clone, f"{commit.name}^", paths[0])
            if status != "D":
                commit.new[new] = article(clone, commit.name, paths[-1])
            if status[0] == "R":
                commit.renamed[new] = old


def main() -> None:
    """Print the table."""
    clone, *folders = sys.argv[1:]
    print("| folder | renamed | kept their picture | took another's |\n| --- | --- | --- | --- |")
    for folder in folders:
        renamed = kept = wrong = 0
        for commit in commits(clone, folder):
            moved = commit.moved()
            renamed += len(commit.renamed)
            kept += sum(moved.get(new) == old for new, old in commit.renamed.items())
            wrong += sum(commit.renamed.get(new) != old for new, old in moved.items())
        print(f"| `{folder}` | {renamed} | {kept} ({kept / max(renamed, 1):.0%}) | {wrong} |")


if __name__ == "__main__":
    main()
