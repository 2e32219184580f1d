"""A blog over a year, in three languages, with its author at work: `python benchmarks/year.py --weeks 52`.

Each week pages are written, mended, moved and thrown away; alts are corrected, pictures approved and exchanged. Then
the author makes what is missing by the hash of a plan, and commits. Every week has to hold: what was bought is what the
plan listed; nothing is bought twice; a frozen build without keys passes, also before the purchase where only typos were
mended; a build after a build changes no file; what people wrote stays; approvals end with their pictures only.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mkdocs_illustrate.testing.server import ModelServer

CHAT, IMAGES = "/chat/completions", "/images/generations"
LANGUAGES = {
    "": "harbour bread lighthouse engine garden winter letter market river clay morning silence copper ladder island "
    "kitchen teacher station bridge orchard thunder window carpet needle village mirror basket candle thread summer",
    ".de": "Hafen Brot Leuchtturm Maschine Garten Winter Brief Markt Fluss Ton Morgen Stille Kupfer Leiter Insel Küche "
    "Lehrerin Bahnhof Brücke Wiese Donner Fenster Teppich Nadel Dorf Spiegel Korb Kerze Faden Sommer",
    ".ja": "港 パン 灯台 機械 庭 冬 手紙 市場 川 粘土 朝 静けさ 銅 梯子 島 台所 先生 駅 橋 果樹園 雷 窓 絨毯 針 "
    "村 鏡 籠 蝋燭 糸 夏",
}
KEYS = {"OPENAI_API_KEY": "test-key"}


@dataclass
class Year:
    """A site, its author, and what went wrong."""

    folder: Path
    server: ModelServer
    chance: random.Random
    texts: dict[str, list[str]] = field(default_factory=dict)
    own_alts: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    named: int = 0

    def git(self, *words: str) -> str:
        """What git says."""
        done = subprocess.run(["git", *words], cwd=self.folder, check=True, capture_output=True, text=True)  # noqa: S607
        return done.stdout

    def run(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """A command as somebody types it."""
        gone = {"CI", *(name for name in os.environ if name.startswith(("GITHUB_", "ILLUSTRATE", "OPENAI")))}
        known = {name: value for name, value in os.environ.items() if name not in gone}
        command = [sys.executable, "-m", *words]
        done = subprocess.run(
            command, cwd=self.folder, check=False, capture_output=True, text=True, env={**known, **env}, timeout=300
        )
        if "Traceback" in done.stderr + done.stdout or "of this plugin's own" in done.stderr:
            self.fail(f"{' '.join(words)}: {done.stderr[-400:]}")
        return done

    def answer(self, *words: str, **env: str) -> dict[str, Any]:
        """What a command says to programs."""
        done = self.run("mkdocs_illustrate", *words, "--json", **env)
        try:
            read: dict[str, Any] = json.loads(done.stdout)
        except ValueError:
            self.fail(f"{' '.join(words)}: no JSON: {done.stdout[-200:]} {done.stderr[-300:]}")
            read = {}
        return read

    def fail(self, what: str) -> None:
        """Note what does not hold."""
        self.wrong.append(f"week {self.counts['weeks']}: {what}")

    # What people do to pages

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
        self.texts[page] = [self.sentence(self.language(page)) for _ in self.texts[page]]

    def move(self) -> None:
        """A page gets another name."""
        page = self.chance.choice(sorted(self.texts))
        self.named += 1
        moved = f"moved/{self.named}{self.language(page)}.md"
        self.texts[moved] = self.texts.pop(page)
        if page in self.own_alts:
            self.own_alts[moved] = self.own_alts.pop(page)
        self.counts["pages moved"] += 1

    def gone(self) -> None:
        """A page is thrown away."""
        page = self.chance.choice(sorted(self.texts))
        del self.texts[page]
        self.own_alts.pop(page, None)

    def added(self) -> None:
        """A new page."""
        self.named += 1
        self.new(f"posts/{self.named}", self.chance.choice([*LANGUAGES]))

    # What they do to pictures

    def recipe(self, page: str) -> dict[str, Any] | None:
        """A page's recipe."""
        path = self.folder / "illustrations" / page.replace(".md", ".yml")
        return yaml.safe_load(path.read_text("utf-8")) if path.exists() else None

    def own_alt(self) -> None:
        """Somebody writes a better alt into a recipe."""
        page = self.chance.choice(sorted(self.texts))
        recipe = self.recipe(page)
        if recipe:
            alt = f"What is to be seen, said by a person ({page})"
            path = self.folder / "illustrations" / page.replace(".md", ".yml")
            path.write_text(yaml.safe_dump({**recipe, "alt": alt}, allow_unicode=True, sort_keys=False), "utf-8")
            self.own_alts[page] = alt

    def varied(self) -> None:
        """A picture is exchanged for another of the same words."""
        page = self.chance.choice(sorted(self.texts))
        if self.recipe(page) is None:
            return
        before = self.server.count(IMAGES)
        self.run("mkdocs_illustrate", "vary", page, "-n", "1", "--yes", **KEYS)
        self.counts["varied"] += self.server.count(IMAGES) - before
        known = self.answer("candidates", page).get("candidates", [])
        if known:
            done = self.run("mkdocs_illustrate", "pick", page, str(known[-1]["number"]))
            if done.returncode:
                self.fail(f"pick {page}: {done.stderr}")

    def week(self) -> None:
        """A week's work, a purchase, a commit, and what has to hold."""
        self.counts["weeks"] += 1
        for _ in range(3):
            self.typo()
        self.write()
        self.frozen("typos only")
        before = {page: self.recipe(page) for page in self.texts}
        edits = [self.typo, self.more, self.more, self.rewrite, self.move, self.gone, self.added]
        for edit in self.chance.sample(edits, 4):
            edit()
        self.write()
        self.own_alt()
        self.buys()
        if self.counts["weeks"] % 4 == 0:
            self.varied()
        self.frozen("after the purchase")
        self.stays(before)
        self.run("mkdocs_illustrate", "approve", "--all", "--by", "Author")
        self.git("add", "-A")
        self.git("commit", "-qm", f"Week {self.counts['weeks']}", "--allow-empty")
        self.builds_change_nothing()

    def buys(self) -> None:
        """What is missing is bought by the hash of a plan, and nothing else."""
        done = self.run("mkdocs", "build", "-q")  # no key: pictures of moved pages go along
        if done.returncode:
            self.fail(f"a build without keys: {done.stderr[-300:]}")
        plan = self.answer("plan")
        wanted = plan.get("total", {}).get("pictures", -1)
        before = self.server.count(IMAGES)
        self.answer("generate", "--plan", plan.get("plan", ""), **KEYS)
        bought = self.server.count(IMAGES) - before
        self.counts["bought"] += bought
        if bought != wanted:
            self.fail(f"{bought} bought, {wanted} planned")

    def frozen(self, when: str) -> None:
        """A build without keys in CI passes and asks nobody."""
        before = len(self.server.calls)
        done = self.run("mkdocs", "build", "-q", "--strict", CI="true", ILLUSTRATE_FROZEN="1")
        if done.returncode:
            self.fail(f"frozen, {when}: {done.stderr[-500:]}")
        if len(self.server.calls) != before:
            self.fail(f"frozen, {when}: somebody was asked")

    def stays(self, before: dict[str, dict[str, Any] | None]) -> None:
        """People's words, and approvals of pictures that are the same."""
        for page, alt in self.own_alts.items():
            recipe = self.recipe(page)
            if recipe and recipe["alt"] != alt:
                self.fail(f"{page}: the alt that a person wrote is gone")
        for page, recipe in before.items():
            now = self.recipe(page) if page in self.texts else None
            same = recipe and now and recipe.get("approved") and recipe["sha256"] == now["sha256"]
            if same and now["approved"] != recipe["approved"]:
                self.fail(f"{page}: approved, the same picture, and approved no more")

    def builds_change_nothing(self) -> None:
        """Two builds with keys after a commit."""
        before = len(self.server.calls)
        for _ in range(2):
            self.run("mkdocs", "build", "-q", "--strict", **KEYS)
        if len(self.server.calls) != before:
            self.fail("a build after a build asked somebody")
        if changed := self.git("status", "--porcelain"):
            self.fail(f"a build after a build changed {changed}")


def main() -> int:
    """Live through it; 1 if anything does not hold."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ModelServer.of("openai") as server:
        year = Year(Path(name), server, random.Random(asked.seed))  # noqa: S311 - a year that can be repeated
        model = {"provider": "openai", "base_url": server.url}
        options = {"chat": model, "image": model, "budget": None}
        config = {"site_name": "A year", "site_url": "https://example.org/", "plugins": [{"illustrate": options}]}
        (year.folder / "mkdocs.yml").write_text(yaml.safe_dump(config))
        (year.folder / ".gitignore").write_text(".cache/\nsite/\n*.log\n")
        year.git("init", "-q")
        year.git("config", "user.name", "Author")
        year.git("config", "user.email", "author@example.org")
        for n in range(asked.pages // len(LANGUAGES)):
            for language in LANGUAGES:
                year.new("index" if n == 0 else f"posts/page{n}", language)
        year.write()
        year.buys()
        year.git("add", "-A")
        year.git("commit", "-qm", "The first day")
        for _ in range(asked.weeks):
            year.week()
            print(dict(year.counts), len(year.wrong), flush=True)
    print("\n".join(year.wrong) or "all of it held")
    return 1 if year.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
