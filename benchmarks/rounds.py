"""What rounds of killing and of damage share: a site that buys in every manner, its servers, and what has to hold."""

from __future__ import annotations

import base64
import io
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from PIL import Image

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer

CACHE, PORTFOLIO = ".cache/plugin/illustrate", "illustrations"
CHAT, IMAGES, JOBS = "/chat/completions", "/images/generations", "/v1/flux-2-pro"
KEYS = {"OPENAI_API_KEY": "test-key", "BFL_API_KEY": "test-key"}
PAGES = {  # page -> the model that makes its picture; none: the site's own
    "index.md": "",
    "harbour.md": "",
    "blog/bread.md": "",
    "heavy.md": "heavy",
    "address.md": "address",
    "job.md": "job",
    "blog/another-job.md": "job",
    "drawn.md": "drawn",
}
_DEADLINE = 90.0  # seconds; a build that takes as long hangs
_MOST_MEMORY = 8 * 2**30  # bytes of addresses; a build that wants more is ended before the machine is


@dataclass(slots=True)
class Answered:
    """One call that costs money, and when its answer went out."""

    path: str
    order: str
    sent: float | None = None


class Counting(ModelServer):
    """A model server that knows when each of its answers went out."""

    answered: list[Answered]

    def answer(self, call: Call) -> Reply | None:
        """Note the call when it comes, and the time when it is answered."""
        if call.method == "GET":
            return super().answer(call)
        noted = Answered(call.path, _order(call))
        self.answered.append(noted)
        reply = super().answer(call)
        noted.sent = time.monotonic()
        return reply

    def busy(self) -> bool:
        """Whether an answer is being made."""
        return self._at_once > 0


def _order(call: Call) -> str:
    body = call.body
    return str(body.get("prompt") or body.get("messages"))


@dataclass(slots=True)
class Servers:
    """One server for each manner of answering."""

    plain: Counting
    heavy: Counting
    address: Counting
    jobs: Counting
    answered: list[Answered] = field(default_factory=list)

    def slow(self, chat: float, images: float, looks: int) -> None:
        """How long answers take, and how often a job is not done yet."""
        for server in (self.plain, self.heavy, self.address):
            server.seconds = {CHAT: chat, IMAGES: images}
        self.jobs.seconds = {"/v1/flux-*": images / 2}
        self.jobs.state["looks"] = looks

    def forget(self) -> None:
        """Begin to count anew."""
        self.answered.clear()


@contextmanager
def servers() -> Iterator[Servers]:
    """All of them, on loopback."""
    with ExitStack() as opened:
        kinds = ("openai", "openai", "openai", "bfl")
        running = [opened.enter_context(Counting.of(kind)) for kind in kinds]
        found = Servers(*running)
        for server in running:
            server.answered = found.answered
        found.heavy.routes = {**found.heavy.routes, IMAGES: _heavy}
        found.address.state.update(shape="data-url", fields=None)
        yield found


def _heavy(call: Call, _server: ModelServer) -> Reply:
    """A picture that takes a while to be stored and decoded."""
    data = _noise(str(call.body["prompt"]))
    return Reply.json({"created": 1, "data": [{"b64_json": base64.b64encode(data).decode()}]})


def _noise(words: str) -> bytes:
    shape = (900, 600)
    buffer = io.BytesIO()
    pixels = random.Random(words).randbytes(shape[0] * shape[1] * 3)  # noqa: S311 - a picture, not a secret
    Image.frombytes("RGB", shape, pixels).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def write_site(folder: Path, found: Servers) -> None:
    """A site whose pages are illustrated in all manners."""
    for page, model in PAGES.items():
        path = folder / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        front = {"illustrate": True, **({"illustrate_with": {"model": model}} if model else {})}
        title = page.removesuffix(".md").replace("/", " ").replace("-", " ")
        text = f"# About {title}\n\nWhat there is to be said about {title}, in a few words.\n\n## More\n\nWords.\n"
        path.write_text(f"---\n{yaml.safe_dump(front)}---\n{text}")
    plain = {"provider": "openai", "base_url": found.plain.url}
    models = {
        "heavy": {**plain, "base_url": found.heavy.url},
        "address": {**plain, "base_url": found.address.url},
        "job": {"provider": "bfl", "base_url": found.jobs.url},
        "drawn": {"provider": "offline"},
    }
    options = {"chat": plain, "image": plain, "models": models, "budget": None, "concurrency": 3}
    config = {"site_name": "Rounds", "site_url": "https://example.org/", "plugins": [{"illustrate": options}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))


def start(folder: Path, *words: str, log: Path) -> subprocess.Popen[bytes]:
    """A module's command line, in a process of its own."""
    gone = {"CI", *(name for name in os.environ if name.startswith(("GITHUB_", "ILLUSTRATE")))}
    env = {name: value for name, value in os.environ.items() if name not in gone}
    env |= {**KEYS, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    with log.open("wb") as out:
        command = [*_AS_A_USER, sys.executable, "-m", *words]
        return subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdout=out,
            stderr=out,
            preexec_fn=_within_bounds,  # noqa: PLW1509 - one call into the system, no lock
        )


def _within_bounds() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _as_a_user() -> list[str]:
    """Root may read everything: its builds go without that right, where it can be laid down."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


_AS_A_USER = _as_a_user()


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command."""

    code: int
    log: str
    seconds: float
    memory: int
    """MiB at most."""


def run(folder: Path, *words: str) -> Done:
    """Run it to its end; what hangs is ended, and its code says so."""
    log, began = folder / f"{words[0]}.log", time.monotonic()
    process = start(folder, *words, log=log)
    alarm = threading.Timer(_DEADLINE, process.kill)
    alarm.start()
    _, status, used = os.wait4(process.pid, 0)
    alarm.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    return Done(process.returncode, log.read_text("utf-8", "replace"), seconds, used.ru_maxrss // 1024)


def said_wrong(done: Done, what: str) -> list[str]:
    """A command that failed, hung, or said what nobody understands."""
    wrong = [f"{what}: a traceback"] if "Traceback" in done.log or "error of this plugin's own" in done.log else []
    return wrong + ([f"{what}: status {done.code}: {done.log[-300:]}"] if done.code else [])


def half_written(folder: Path) -> list[str]:
    """Files that nobody finished, and answers that nobody read."""
    left = [path for path in folder.rglob("*") if path.name.endswith((".part", ".answer")) and path.is_file()]
    return [f"left over: {path.relative_to(folder)}" for path in left]


def shown(folder: Path, page: str) -> str:
    """What stands in a page: a picture, a stand-in, or nothing."""
    path = folder / "site" / page.removesuffix("index.md").replace(".md", "/") / "index.html"
    found = re.search(r'<figure class="([^"]*)"', path.read_text("utf-8")) if path.exists() else None
    return "nothing" if found is None else "stand-in" if "placeholder" in found[1] else "picture"


def unsound(folder: Path) -> list[str]:
    """Published pictures that no browser would show."""
    wrong = []
    for path in (folder / "site" / "assets" / "illustrations").glob("*"):
        try:
            with Image.open(path) as image:
                image.load()
        except Exception as error:  # noqa: BLE001 - whatever Pillow makes of it
            wrong.append(f"published, and no picture: {path.name} ({error})")
    return wrong


def seeds_asked(doc: str | None, rounds: int) -> range:
    """The seeds of the rounds that the command line asks for."""
    parser = ArgumentParser(description=doc)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--seed", type=int, default=None, help="repeats a round that was named")
    asked = parser.parse_args()
    first = random.SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    return range(first, first + asked.rounds)


def report(seeds: range, counts: Iterable[tuple[str, object]], wrong: Sequence[str]) -> str:
    """What was seen, as two columns of Markdown, and each line that is wrong."""
    rows = [
        ("rounds", len(seeds)),
        ("seeds", f"{seeds[0]} to {seeds[-1]}"),
        *counts,
        ("rounds in which anything was wrong", len({line.partition(":")[0] for line in wrong})),
    ]
    lines = (f"| {name} | {value} |" for name, value in rows)
    return "\n".join(["| | |", "| --- | --- |", *lines, "", *wrong])
