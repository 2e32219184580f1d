"""A blog in three languages, and what people do to its pages. It is used by `year.py`."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = {
    "": "harbour bread lighthouse engine garden winter letter market river clay morning silence copper ladder island "
    "kitchen teacher station bridge orchard thunder window carpet needle village mirror basket candle thread summer",
    ".de": "Hafen Brot Leuchtturm Maschine Garten Winter Brief Markt Fluss Ton Morgen Stille Kupfer Leiter Insel Küche "
    "Lehrerin Bahnhof Brücke Wiese Donner Fenster Teppich Nadel Dorf Spiegel Korb Kerze Faden Sommer",
    ".ja": "港 パン 灯台 機械 庭 冬 手紙 市場 川 粘土 朝 静けさ 銅 梯子 島 台所 先生 駅 橋 果樹園 雷 窓 絨毯 針 "
    "村 鏡 籠 蝋燭 糸 夏",
}


@dataclass(kw_only=True)
class Blog:
    """The pages of a site, and what people wrote about their pictures."""

    folder: Path
    chance: random.Random
    texts: dict[str, list[str]] = field(default_factory=dict)
    own_alts: dict[str, str] = field(default_factory=dict)
    own_prompts: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    """Pages that moved in this week, and where they were."""
    rewritten: set[str] = field(default_factory=set)
    """Pages that are another story since this week, under the names that they had."""
    named: int = 0

    def sentence(self, language: str) -> str:
        """Some words, of which no two sentences have the same."""
        words = LANGUAGES[language].split()
        self.named += 1
        chosen = self.chance.sample(words, 9)
        join, end = ("", "。") if language == ".ja" else (" ", ".")
        return join.join([*chosen, f"n{self.named}"]) + end

    def new(self, stem: str, language: str) -> None:
        """A page of eight to forty sentences."""
        self.texts[f"{stem}{language}.md"] = [self.sentence(language) for _ in range(self.chance.randrange(8, 40))]

    def write(self) -> None:
        """All pages as they are now."""
        docs = self.folder / "docs"
        shutil.rmtree(docs, ignore_errors=True)
        for page, text in self.texts.items():
            path = docs / page
            path.parent.mkdir(parents=True, exist_ok=True)
            title, body = text[0].rstrip(".。"), "\n\n".join(text[1:])
            path.write_text(f"---\nillustrate: true\n---\n# {title}\n\n{body}\n\n## More\n\nThe end.\n", "utf-8")

    def language(self, page: str) -> str:
        """The language that a page's name says."""
        return next((mark for mark in (".de", ".ja") if f"{mark}.md" in page), "")

    def typo(self) -> None:
        """Two letters change places somewhere below the title."""
        text = self.texts[self.chance.choice(sorted(self.texts))]
        n = self.chance.randrange(1, len(text))
        at = self.chance.randrange(len(text[n]) - 2)
        text[n] = text[n][:at] + text[n][at + 1] + text[n][at] + text[n][at + 2 :]

    def more(self) -> None:
        """A sentence more."""
        page = self.chance.choice(sorted(self.texts))
        self.texts[page].insert(self.chance.randrange(1, len(self.texts[page])), self.sentence(self.language(page)))

    def rewrite(self) -> None:
        """Another story under the same name."""
        page = self.chance.choice(sorted(self.texts))
        self.rewritten.add(page)
        self.texts[page] = [self.sentence(self.language(page)) for _ in self.texts[page]]

    def move(self) -> None:
        """A page gets another name."""
        page = self.chance.choice(sorted(self.texts))
        self.named += 1
        moved = f"moved/{self.named}{self.language(page)}.md"
        self.texts[moved] = self.texts.pop(page)
        self.moved[moved] = self.moved.pop(page, page)
        for own in (self.own_alts, self.own_prompts):
            if page in own:
                own[moved] = own.pop(page)

    def gone(self) -> None:
        """A page is thrown away."""
        page = self.chance.choice(sorted(self.texts))
        del self.texts[page]
        for known in (self.own_alts, self.own_prompts, self.moved):
            known.pop(page, None)

    def added(self) -> None:
        """A new page."""
        self.named += 1
        self.new(f"posts/{self.named}", self.chance.choice([*LANGUAGES]))
