"""A run that is told to end sends nothing further, waits only for what may be charged, and says for what."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from mkdocs_illustrate.testing.server import Fault, ModelServer
from tests.sites import KEYS, SiteMaker, free_port, started
from tests.systems import ctrl_c
from tests.waiting import PATIENCE, held, until

pytestmark = ctrl_c  # nor any of the others

CHAT, IMAGES, DRAWING = "/chat/completions", "/images/generations", "/sdapi/v1/txt2img"
ENDS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
WAITING = "waiting for"


class Running:
    """A build at work in a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def send(self, number: int) -> None:
        """Tell it to end."""
        self.process.send_signal(number)

    def ends(self) -> int:
        """Its status, as a shell shows it."""
        code = self.process.wait(PATIENCE)
        assert "Traceback" not in self.log
        return code if code >= 0 else 128 - code

    @property
    def log(self) -> str:
        """What it has said so far."""
        return self._log.read_text("utf-8")

    def waits_for(self) -> str:
        """What it says that it waits for."""
        until(lambda: WAITING in self.log, "a line that says for what it waits")
        return self.log.partition(WAITING)[2].splitlines()[0].strip()


@contextmanager
def building(site: SiteMaker, *command: str, **env: str) -> Iterator[Running]:
    """A build that runs beside the test, and is gone after it."""
    site.write_config()
    log = site.folder / "build.log"
    with log.open("w") as out:
        words = command or ("mkdocs", "build")
        process = started(site.folder, *words, stdout=out, stderr=out, env={**os.environ, **KEYS, **env})
        try:
            yield Running(process, log)
        finally:
            process.kill()
            process.wait()


def serves(port: int) -> bool:
    """Whether a preview answers, whatever: it says so a moment earlier, and one that only begins can't be ended."""
    with suppress(httpx.HTTPError):
        httpx.get(f"http://127.0.0.1:{port}", timeout=PATIENCE)
        return True
    return False


def pages(site: SiteMaker, *names: str) -> None:
    """Pages that want different pictures."""
    for name in names:
        site.page(name, f"# {name}\n\nStory of {name}.\n", illustrate=True)


@pytest.mark.parametrize("number", ENDS)
def test_what_may_be_charged_is_waited_for(site: SiteMaker, server: ModelServer, number: int) -> None:
    """Whichever signal ends a build: calls under way are named and waited for, no other is sent, nothing is lost."""
    pages(site, "blog/a.md", "blog/b.md", "c.md")
    site.models(server.url)
    site.options["concurrency"] = 2
    with held(server, IMAGES) as let_go, building(site) as build:
        until(lambda: server.count(IMAGES) == 2)
        sent = len(server.calls)
        build.send(number)
        said = build.waits_for()
        let_go()
        assert build.ends() == 128 + number
    waited = [f"blog/{name}.md" if name in "ab" else f"{name}.md" for name in "abc"]
    assert said.startswith("2 calls that may be charged already: ")
    assert said.endswith(" (openai)")
    assert sum(page in said for page in waited) == 2
    assert len(server.calls) == sent
    assert "may have been charged" not in build.log
    assert site.build("--strict", **KEYS).code == 0
    assert (server.count(CHAT), server.count(IMAGES)) == (3, 3)


def test_a_brief_is_waited_for(site: SiteMaker, server: ModelServer) -> None:
    """A question to the chat model is paid too: its answer is kept, and no picture is bought any more."""
    pages(site, "a.md")
    site.models(server.url)
    with held(server, CHAT) as let_go, building(site) as build:
        until(lambda: server.count(CHAT))
        build.send(signal.SIGTERM)
        assert build.waits_for() == "1 call that may be charged already: a.md (openai)"
        let_go()
        assert build.ends() == 143
    assert server.count(IMAGES) == 0
    assert site.build("--strict", **KEYS).code == 0
    assert (server.count(CHAT), server.count(IMAGES)) == (1, 1)


@pytest.mark.parametrize("number", ENDS)
def test_what_is_free_is_not_waited_for(site: SiteMaker, number: int) -> None:
    """A server that charges nothing is left in the middle of its work, and asked again as if it was new."""
    pages(site, "a.md")
    with ModelServer.of("sdwebui", key=None) as server:
        site.options["image"] = {"provider": "sdwebui", "base_url": server.url}
        with held(server, DRAWING), building(site) as build:
            until(lambda: server.count(DRAWING))
            build.send(number)
            assert build.ends() == 128 + number
            assert WAITING not in build.log
        built = site.build("--strict")
        assert built.code == 0, built.log
        assert "charged" not in built.log


def test_a_job_is_not_waited_for(site: SiteMaker) -> None:
    """A job that the ledger knows is left to the next build, which does not hand it in again."""
    pages(site, "a.md")
    with ModelServer.of("bfl") as server:
        server.state["looks"] = 10**6
        site.options["image"] = {"provider": "bfl", "base_url": server.url}
        with building(site, BFL_API_KEY="test-key") as build:
            until(lambda: server.count("/get_result"))
            build.send(signal.SIGTERM)
            assert build.ends() == 143
            assert WAITING not in build.log
        for job in server.state["jobs"].values():
            job["left"] = 0
        built = site.build("--strict", BFL_API_KEY="test-key")
        assert built.code == 0, built.log
        assert len(server.state["jobs"]) == 1


def test_a_job_that_was_just_accepted(site: SiteMaker) -> None:
    """A submission is waited for until its job is noted, and not until it is done."""
    pages(site, "a.md")
    with ModelServer.of("bfl") as server:
        server.state["looks"] = 10**6
        site.options["image"] = {"provider": "bfl", "base_url": server.url}
        with held(server, "/v1/flux-*") as let_go, building(site, BFL_API_KEY="test-key") as build:
            until(lambda: server.calls)
            build.send(signal.SIGTERM)
            assert build.waits_for().endswith("a.md (bfl)")
            let_go()
            assert build.ends() == 143
        assert len(server.state["jobs"]) == 1
        server.state["jobs"][next(iter(server.state["jobs"]))]["left"] = 0
        assert site.build("--strict", BFL_API_KEY="test-key").code == 0
        assert len(server.state["jobs"]) == 1


@pytest.mark.parametrize("number", ENDS)
def test_a_second_signal_ends_at_once(site: SiteMaker, server: ModelServer, number: int) -> None:
    """Who does not want to wait says so a second time."""
    pages(site, "a.md")
    site.models(server.url)
    with held(server, IMAGES), building(site) as build:
        until(lambda: server.count(IMAGES))
        build.send(signal.SIGTERM)
        build.waits_for()
        build.send(number)
        assert build.ends() == 128 + number


def test_nothing_stands_in_the_way_of_the_second(site: SiteMaker, server: ModelServer) -> None:
    """Another plugin that takes the first signal for an error, and goes on, is ended by the second."""
    pages(site, "a.md")
    site.models(server.url)
    (site.folder / "hook.py").write_text(
        "import time\nfrom mkdocs.plugins import event_priority\n"
        "@event_priority(100)\ndef on_shutdown():\n"
        "    print('stubborn', flush=True)\n"
        "    while True:\n        try:\n            time.sleep(60)\n        except BaseException:\n            pass\n"
    )
    site.config["hooks"] = ["hook.py"]
    with held(server, IMAGES), building(site) as build:
        until(lambda: server.count(IMAGES))
        build.send(signal.SIGTERM)
        until(lambda: "stubborn" in build.log)
        build.send(signal.SIGTERM)
        assert build.ends() == 143


def test_a_picture_at_an_address_is_fetched(site: SiteMaker, server: ModelServer) -> None:
    """An answer that names an address is waited for until its picture is here: vendors keep them for an hour."""
    pages(site, "a.md")
    site.models(server.url)
    server.state.update(shape="data-url", fields=None)
    server.faults.append(Fault(where="/files/", before=3.0))
    with building(site) as build:
        until(lambda: "/files/" in server.calls[-1].path if server.calls else False)
        build.send(signal.SIGTERM)
        assert build.waits_for().endswith("a.md (openai)")
        assert build.ends() == 143
    sent = len(server.calls)
    assert site.build("--strict", **KEYS).code == 0
    assert len(server.calls) == sent


def test_a_signal_that_is_ignored(site: SiteMaker, server: ModelServer) -> None:
    """`nohup mkdocs build` goes on when the terminal is closed."""
    pages(site, "a.md")
    site.models(server.url)
    (site.folder / "docs").mkdir(exist_ok=True)
    (site.folder / "hook.py").write_text("import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n")
    site.config["hooks"] = ["hook.py"]
    with held(server, IMAGES) as let_go, building(site) as build:
        until(lambda: server.count(IMAGES))
        build.send(signal.SIGHUP)
        let_go()
        assert build.ends() == 0


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_a_preview_that_buys(site: SiteMaker, server: ModelServer, number: int, status: int) -> None:
    """A preview waits for what it buys, too; Ctrl-C is its usual end."""
    pages(site, "a.md")
    site.models(server.url)
    site.options["generate_in"] = ["serve"]
    port = free_port()
    site.config["dev_addr"] = f"127.0.0.1:{port}"
    with held(server, IMAGES) as let_go, building(site, "mkdocs", "serve") as build:
        until(lambda: server.count(IMAGES) and serves(port))
        build.send(number)
        assert build.waits_for() == "1 call that may be charged already: a.md (openai)"
        let_go()
        assert build.ends() == status
    assert site.build("--strict", **KEYS).code == 0
    assert server.count(IMAGES) == 1


def test_a_build_that_buys_nothing_is_left_alone(site: SiteMaker) -> None:
    """Where nothing is bought, and after it, all signals are what they were."""
    pages(site, "a.md")
    (site.folder / "hook.py").write_text(
        "import signal\n"
        "def on_post_page(output, **kw):\n"
        "    print([signal.getsignal(n) for n in (signal.SIGTERM, signal.SIGHUP)])\n"
    )
    site.config["hooks"] = ["hook.py"]
    with building(site, "mkdocs", "build", "--strict") as build:
        assert build.ends() == 0
        assert "[<Handlers.SIG_DFL: 0>, <Handlers.SIG_DFL: 0>]" in build.log


# The handlers themselves


def test_a_command_is_ended_too(site: SiteMaker) -> None:
    """Our own commands end with the status that shells expect."""
    pages(site, "a.md")
    site.write_config()
    fifo = site.folder / "docs" / "slow.md"
    os.mkfifo(fifo)
    with building(site, "mkdocs_illustrate", "plan") as running, fifo.open("w"):  # it is being read
        running.send(signal.SIGINT)
        assert running.ends() == 130
