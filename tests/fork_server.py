"""Starts `python -m MODULE` in processes whose libraries are loaded already.

Most of a small build's time is the import of MkDocs, Pillow and the OpenAI SDK. A server that has imported them forks
a process for each build; our own package is not among them, so each build still loads it in its own way.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import itertools
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# macOS forbids much after a fork, Windows has none. ILLUSTRATE_FRESH=1: every build starts its own interpreter.
# ProperDocs takes MkDocs' place as it starts, so it needs a process where MkDocs was never loaded.
_FORKED = {"mkdocs", "mkdocs_illustrate"}
_CAN_FORK = sys.platform == "linux" and not os.environ.get("ILLUSTRATE_FRESH")
_LOADED = (
    *("mkdocs.commands.build", "mkdocs.contrib.search", "mkdocs.theme", "click", "jinja2.ext"),
    *("markdown.extensions.toc", "markdown.extensions.tables", "markdown.extensions.fenced_code"),
    *("openai", "openai.resources.images", "openai.resources.chat", "httpx", "httpx2", "diskcache", "filelock"),
    *("PIL.Image", "PIL.WebPImagePlugin", "PIL.PngImagePlugin", "PIL.JpegImagePlugin", "PIL.AvifImagePlugin"),
    *("resvg_py", "pymdownx", "pygments.formatters", "concurrent.futures.thread", "asyncio", "sqlite3"),
)


def _read_at_start(env: Mapping[str, str]) -> dict[str, str]:
    """What an interpreter reads once, before any module is loaded: a fork can't read it again."""
    return {name: value for name, value in env.items() if name.startswith(("PYTHON", "LC_", "LANG"))}


_OURS = _read_at_start(os.environ)


@dataclass(slots=True)
class Server:
    """A process that forks others."""

    process: subprocess.Popen[bytes]
    line: socket.socket
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def start(cls) -> Server:
        """One more server; it ends when its line is closed, so at the latest with us."""
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, __file__, str(theirs.fileno())]
            environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENAI_")}
            process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment, stdin=subprocess.DEVNULL)
        return cls(process, ours)

    def close(self) -> None:
        """End it."""
        self.line.close()
        self.process.wait(30)

    def run(self, module: str, arguments: tuple[str, ...], cwd: Path, env: dict[str, str], timeout: float) -> Done:
        """A module's run to its end: what it returned and what it printed."""
        with self._one_at_a_time, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            order = {"argv": [module, *arguments], "cwd": str(cwd), "env": env}
            message = json.dumps(order).encode()
            socket.send_fds(self.line, [len(message).to_bytes(4, "big")], [out.fileno(), err.fileno()])
            self.line.sendall(message)
            pid = _number(self.line)
            self.line.settimeout(timeout)
            try:
                code = _number(self.line)
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                self.line.settimeout(None)
                _number(self.line)
                raise subprocess.TimeoutExpired(order["argv"], timeout) from None
            self.line.settimeout(None)
            return Done(code, _text(out), _text(err))


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a process."""

    returncode: int
    stdout: str
    stderr: str


_servers: list[Server] = []
_turn = itertools.count()


def run(module: str, *arguments: str, cwd: Path, env: dict[str, str], timeout: float = 300) -> Done:
    """Run `python -m MODULE` in a folder; two servers take turns, as their sets and dicts of hashes differ."""
    if not _CAN_FORK or module not in _FORKED or _read_at_start(env) != _OURS:
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False
        )
        return Done(done.returncode, done.stdout, done.stderr)
    if len(_servers) < 2:
        server = Server.start()
        atexit.register(server.close)
        _servers.append(server)
    return _servers[next(_turn) % len(_servers)].run(module, arguments, cwd, env, timeout)


def _number(line: socket.socket) -> int:
    found = line.recv(4, socket.MSG_WAITALL)
    if len(found) < 4:
        raise EOFError("the other side is gone")
    return int.from_bytes(found, "big", signed=True)


def _text(file: Any) -> str:
    file.seek(0)
    return str(file.read().decode("utf-8")).replace("\r\n", "\n")


def _serve(line: socket.socket) -> dict[str, Any] | None:
    """Fork a process for each order, and wait for its end; the order, in the process that carries it out."""
    while True:
        head, given, _, _ = socket.recv_fds(line, 4, 2)
        if not head:
            return None
        order = json.loads(line.recv(int.from_bytes(head, "big"), socket.MSG_WAITALL))
        pid = os.fork()
        if pid == 0:
            line.close()
            for target, file in zip((1, 2), given, strict=True):
                os.dup2(file, target)
                os.close(file)
            return dict(order)
        for file in given:
            os.close(file)
        line.sendall(pid.to_bytes(4, "big"))
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        line.sendall(code.to_bytes(4, "big", signed=True))


def _main(line: socket.socket) -> None:
    """Load, serve, and in a forked process be what was ordered."""
    for name in _LOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    end = _End()
    atexit.register(end.leave)  # the first one in is the last one to be called
    gc.collect()
    gc.freeze()  # what is loaded stays shared: no collection in a fork looks at it
    order = _serve(line)
    if order is None:
        return
    os.environ.clear()
    os.environ.update(order["env"])
    os.chdir(order["cwd"])
    sys.path[0] = order["cwd"]
    sys.argv = list(order["argv"])
    end.run(sys.argv[0])


class _End:
    """The end of a forked process: all that an interpreter does but for freeing each object, which takes longest."""

    def __init__(self) -> None:
        self._code: int | None = None

    def run(self, module: str) -> None:
        """Be `python -m MODULE`."""
        self._code = 1
        try:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        except SystemExit as asked:
            self._code = asked.code if isinstance(asked.code, int) else int(asked.code is not None)
            raise
        self._code = 0

    def leave(self) -> None:
        """Threads have been waited for, and all others that wanted to be called have been."""
        if self._code is not None:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(self._code)


if __name__ == "__main__":
    _main(socket.socket(fileno=int(sys.argv[1])))
