"""A blog over a year, in three languages, with its author at work: `python benchmarks/year.py --weeks 52`.

Each week pages are written, mended, moved and thrown away; alts are corrected, pictures approved. In turn pictures are
varied, edited and picked, briefs are brought, leftovers pruned; every fifth week is a new issue, with eight pages told
anew, and a vendor that fails at each tenth call. Then the author makes what is missing, within a budget and by the hash
of a plan, and commits. Every week has to hold, by the server's own count: what was bought is what the plan listed, and
never more than the budget allowed; nothing is bought twice, and nothing asked for three times; a frozen build without
keys passes, also before the purchase where only typos were mended; a build after a build changes no file; what people
wrote stays, and is sent; approvals end with their pictures only.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from blog import LANGUAGES, Blog
from failing_vendor import IMAGES, Vendor

from mkdocs_illustrate.testing.server import ModelServer

KEYS = {"OPENAI_API_KEY": "test-key"}


@dataclass(kw_only=True)
class Year(Blog):
    """A site, its author, and what went wrong."""

    vendor: Vendor
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

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

    def place(self, page: str) -> str:
        """Where a page's recipe lies."""
        return f"illustrations/{page.removesuffix('.md')}.yml"

    def recipe(self, page: str) -> dict[str, Any] | None:
        """A page's recipe."""
        path = self.folder / self.place(page)
        return yaml.safe_load(path.read_text("utf-8")) if path.exists() else None

    def own_alt(self) -> None:
        """Somebody writes a better alt into a recipe."""
        page = self.chance.choice(sorted(self.texts))
        recipe = self.recipe(page)
        if recipe:
            alt = f"What is to be seen, said by a person ({page})"
            path = self.folder / self.place(page)
            path.write_text(yaml.safe_dump({**recipe, "alt": alt}, allow_unicode=True, sort_keys=False), "utf-8")
            self.own_alts[page] = alt

    def pictured(self) -> str:
        """A page that has a picture, and no brief of somebody's own."""
        return self.chance.choice([p for p in sorted(self.texts) if self.recipe(p) and p not in self.own_prompts])

    def varied(self) -> None:
        """A picture is exchanged for another of the same words."""
        self.exchanged("vary", "-n", str(1 + self.counts["weeks"] // 8))

    def edited(self) -> None:
        """A picture is changed, and the changed one taken."""
        self.exchanged("edit", "--prompt", f"Another sky, number {self.counts['weeks']}")

    def exchanged(self, command: str, *more: str) -> None:
        """Candidates are made, and the last one is picked."""
        page, before = self.pictured(), self.vendor.pictures()
        made = self.answer(command, page, *more, "--yes", **KEYS).get("candidates", [])
        self.counts[command] += self.vendor.pictures() - before
        if not made:
            self.fail(f"{command} {page}: nothing came of it")
            return
        done = self.run("mkdocs_illustrate", "pick", page, str(made[-1]["number"]))
        if done.returncode:
            self.fail(f"pick {page}: {done.stderr}")
        if (now := self.recipe(page)) is None or now["sha256"] != made[-1]["sha256"]:
            self.fail(f"pick {page}: another picture is there")

    def briefed(self) -> None:
        """Somebody brings a brief of their own."""
        page = self.pictured()
        brief = {"prompt": f"A boat by hand, number {self.counts['weeks']}", "alt": f"A boat ({page})"}
        path = self.folder / "brief.log"
        path.write_text(yaml.safe_dump(brief), "utf-8")
        done = self.run("mkdocs_illustrate", "prompt", page, "--from", str(path))
        if done.returncode:
            self.fail(f"prompt {page}: {done.stderr}")
        self.own_prompts[page], self.own_alts[page] = brief["prompt"], brief["alt"]
        self.counts["briefs brought"] += 1

    def pruned(self) -> None:
        """What is listed is no page's, and goes."""
        listed = self.answer("prune").get("leftovers", [])
        needed = {self.place(page).removesuffix(".yml") for page in self.texts}
        for name in (name for one in listed for name in one["files"]):
            if name.startswith("illustrations/") and name.rpartition(".")[0] in needed:
                self.fail(f"prune lists {name}, which a page needs")
        self.counts["pruned"] += len(self.answer("prune", "--yes").get("leftovers", []))

    def week(self) -> None:
        """A week's work, a purchase, a commit, and what has to hold."""
        self.counts["weeks"] += 1
        self.moved, self.rewritten = {}, set()
        self.vendor.ill = self.counts["weeks"] % 5 == 0
        for _ in range(3):
            self.typo()
        self.write()
        self.frozen("typos only")
        before = {page: self.recipe(page) for page in self.texts}
        edits = [self.typo, self.more, self.more, self.rewrite, self.move, self.gone, self.added]
        for edit in self.chance.sample(edits, 4) + [self.rewrite] * (8 if self.vendor.ill else 0):
            edit()
        self.counts["edits"] += 15 if self.vendor.ill else 7
        self.counts["pages moved"] += len(self.moved)
        self.write()
        self.own_alt()
        if self.counts["weeks"] % 4 == 2:
            self.briefed()
        self.buys()
        self.vendor.ill = False
        if work := {0: self.varied, 1: self.edited, 3: self.pruned}.get(self.counts["weeks"] % 4):
            work()
        self.frozen("after the purchase")
        self.stays(before)
        self.approves()
        self.git("add", "-A")
        self.git("commit", "-qm", f"Week {self.counts['weeks']}", "--allow-empty")
        self.builds_change_nothing()
        self.counts["bought"] = self.vendor.pictures()
        self.counts["calls that failed"] = self.vendor.calls - len(self.vendor.sold)

    def buys(self) -> None:
        """What is missing is bought: a part of it within a budget, the rest by the hash of a plan, and nothing else."""
        done = self.run("mkdocs", "build", "-q")  # no key: pictures of moved pages go along
        if done.returncode:
            self.fail(f"a build without keys: {done.stderr[-300:]}")
        total = self.answer("plan").get("total", {"pictures": 0, "usd": 0})
        if total["pictures"] > 4:
            self.bounded("--max-pictures", 2, 2)
            self.bounded("--max-usd", total["usd"] / total["pictures"] * 2.5, 2)
        plan, before = self.answer("plan"), self.vendor.pictures()
        wanted = plan.get("total", {}).get("pictures", -1)
        answer = self.answer("generate", "--plan", plan.get("plan", ""), **KEYS)
        if (bought := self.vendor.pictures() - before) != wanted:
            self.fail(f"{bought} bought, {wanted} planned: {answer.get('problems')}")
        for twice in self.vendor.twice():
            self.fail(twice)

    def bounded(self, option: str, most: float, pictures: int) -> None:
        """A run with a budget asks for no more, whatever fails, with eight calls in flight."""
        before = self.vendor.asked()
        answer = self.answer("generate", "--yes", option, str(most), **KEYS)
        asked = self.vendor.asked() - before
        if asked > pictures or (option == "--max-usd" and answer.get("spent", 0) > most):
            self.fail(f"{option} {most}: {asked} asked for, {answer.get('spent')} spent")
        if "budget" not in {problem["code"] for problem in answer.get("problems", [])}:
            self.fail(f"{option} {most}: nothing was said about the budget: {answer}")

    def approves(self) -> None:
        """`check --approved` complains exactly where somebody has to look; then the author looks."""
        recipes = [recipe for page in self.texts if (recipe := self.recipe(page))]
        lacking = sum(recipe.get("approved", {}).get("key") != recipe["key"] for recipe in recipes)
        found = self.answer("check", "--approved").get("problems", [])
        if [problem["code"] for problem in found] != ["unapproved"] * lacking:
            self.fail(f"check --approved: {lacking} are not approved, and it finds {found}")
        self.run("mkdocs_illustrate", "approve", "--all", "--by", "Author")
        if (done := self.run("mkdocs_illustrate", "check", "--approved")).returncode:
            self.fail(f"check --approved: {done.stdout}")

    def frozen(self, when: str) -> None:
        """A build without keys in CI passes and asks nobody."""
        before = len(self.vendor.server.calls)
        done = self.run("mkdocs", "build", "-q", "--strict", CI="true", ILLUSTRATE_FROZEN="1")
        if done.returncode:
            self.fail(f"frozen, {when}: {done.stderr[-500:]}")
        if len(self.vendor.server.calls) != before:
            self.fail(f"frozen, {when}: somebody was asked")

    def stays(self, before: dict[str, dict[str, Any] | None]) -> None:
        """People's words, and approvals of pictures that are the same."""
        for page in [new for new, old in self.moved.items() if {old, new} & self.rewritten]:
            self.own_alts.pop(page, None)  # another story under another name is another page
            self.own_prompts.pop(page, None)
        for kind, own in (("alt", self.own_alts), ("prompt", self.own_prompts)):
            for page, words in own.items():
                recipe = self.recipe(page)
                if recipe is None or recipe[kind] != words:
                    self.fail(f"{page}: the {kind} that a person wrote is gone: {words}")
        sent = "\n".join(str(call.body["prompt"]) for call in self.vendor.server.asked(IMAGES))
        for page, words in self.own_prompts.items():
            if words not in sent:
                self.fail(f"{page}: the prompt that a person wrote was never sent")
        for page, recipe in before.items():
            now = self.recipe(page) if page in self.texts else None
            same = recipe and now and recipe.get("approved") and recipe["sha256"] == now["sha256"]
            if same and now["approved"] != recipe["approved"]:
                self.fail(f"{page}: approved, the same picture, and approved no more")

    def builds_change_nothing(self) -> None:
        """Two builds with keys after a commit."""
        before = len(self.vendor.server.calls)
        for _ in range(2):
            if (done := self.run("mkdocs", "build", "-q", "--strict", **KEYS)).returncode:
                self.fail(f"a build after a build: {done.stderr[-300:]}")
        if len(self.vendor.server.calls) != before:
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
        chance = random.Random(asked.seed)  # noqa: S311 - a year that can be repeated
        year = Year(folder=Path(name), vendor=Vendor(server=server, ill=True), chance=chance)
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
    print("most at once:", server.most_at_once)
    print("\n".join(year.wrong) or "all of it held")
    return 1 if year.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
