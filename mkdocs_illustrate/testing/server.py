"""A model server on this machine that answers like the real ones and charges nothing.

For our own tests and for those of anybody's documentation:

    with ModelServer() as server:
        ...  # chat: {provider: openai, base_url: server.url}

    with ModelServer.of("pictory") as server:
        ...  # image: {provider: pictory, base_url: server.url}

It refuses what the real ones refuse, counts what it was asked, and fails when told to.
"""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, Self

import yaml

from .answers import Reply, not_found
from .calls import Call
from .pictures import picture_at

Route = Callable[[Call, "ModelServer"], Reply]


@functools.cache
def relatives() -> dict[str, dict[str, Any]]:
    """Vendors that are like another one, but for what stands here."""
    text = files(__package__).joinpath("relatives.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


@dataclass(slots=True, kw_only=True)
class Fault:
    """What goes wrong for the next `times` requests whose path holds `where`."""

    where: str
    reply: Reply | None = None
    times: int = 1
    before: float = 0.0
    """Seconds of silence before the answer."""
    cut: bool = False
    """Hang up instead of answering."""
    work_first: bool = False
    """Do the work (and bill it) before failing."""


@dataclass(slots=True)
class ModelServer:
    """Serves chat and pictures on loopback until the `with` block ends."""

    routes: dict[str, Route] = field(default_factory=dict)
    """Path ending, which may hold `*` -> what answers; the OpenAI ones if none are given."""
    key: str | None = "test-key"
    """The key it wants; None takes anybody."""
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    """Path ending -> how long an answer takes, our own work on it included."""
    state: dict[str, Any] = field(default_factory=dict)
    """What routes remember between calls."""
    base: str = "/v1"
    """What stands before the documented path in this server's base_url."""
    key_header: tuple[str, str] = ("authorization", "Bearer ")
    """The header that carries the key, and what stands before the key in it."""
    port: int = 0
    """The port on loopback; 0 for any that is free."""
    most_at_once: int = 0
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _server: ThreadingHTTPServer | None = None

    @classmethod
    def of(cls, vendor: str, **more: Any) -> Self:
        """A server that behaves like a vendor: a room here, or a row of relatives.yml."""
        row = deepcopy(relatives().get(vendor, {}))
        name = row.pop("room", vendor).replace("-", "_")
        if find_spec(f"{__package__}.{name}") is None:
            raise LookupError(
                f"there is no test server for '{vendor}': "
                f"write testing/limits/{vendor}.yml, and a row in testing/relatives.yml"
            )
        room = import_module(f"{__package__}.{name}")
        settings = {**getattr(room, "SETTINGS", {}), **row}
        settings["key_header"] = tuple(settings.get("key_header", ("authorization", "Bearer ")))
        return cls(**{"routes": dict(room.ROUTES), **settings, **more})

    def accepts_key(self, call: Call) -> bool:
        """Whether a request carries the key, in the way that it is wanted."""
        header, before = self.key_header
        return self.key is None or call.headers.get(header) == f"{before}{self.key}"

    def __enter__(self) -> Self:
        if not self.routes:
            self.routes = dict(import_module(f"{__package__}.openai").ROUTES)
        self._server = _Server(("127.0.0.1", self.port), _handler(self))
        serve = functools.partial(self._server.serve_forever, poll_interval=0.01)
        threading.Thread(target=serve, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        if self._server is None:
            raise RuntimeError("the server runs inside a `with` block only")
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        """The base_url to set in mkdocs.yml."""
        return f"{self.origin}{self.base}"

    def count(self, ending: str) -> int:
        """How many requests came for a path."""
        return len(self.asked(ending))

    def asked(self, ending: str) -> list[Call]:
        """The requests for a path."""
        return [call for call in self.calls if call.path.split("?")[0].endswith(ending)]

    def fail(self, where: str, status: int = 500, body: Any = None, **more: Any) -> None:
        """Let the next requests for a path fail with a status."""
        headers = more.pop("headers", {})
        reply = Reply.json(body if body is not None else {}, status=status, headers=headers)
        self.faults.append(Fault(where=where, reply=more.pop("reply", reply), **more))

    def answer(self, call: Call) -> Reply | None:
        """What a request gets; None hangs up."""
        with self._lock:
            self.calls.append(call)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            fault = self._fault(call)
        try:
            if fault is not None:
                time.sleep(fault.before)
                if fault.work_first:
                    self._work(call)
                if fault.cut or fault.reply is not None:
                    return None if fault.cut else fault.reply
            return self._work(call)
        finally:
            with self._lock:
                self._at_once -= 1

    def _fault(self, call: Call) -> Fault | None:
        for fault in self.faults:
            if fault.where in call.path and fault.times > 0:
                fault.times -= 1
                return fault
        return None

    def _work(self, call: Call) -> Reply:
        path = call.path.split("?")[0]
        if call.method == "GET" and path.startswith("/files/"):
            return Reply(body=picture_at(path), headers={"Content-Type": "image/png"})
        for ending, route in self.routes.items():
            if fnmatchcase(path, f"*{ending}"):
                ends = time.monotonic() + self.seconds.get(ending, 0.0)
                reply = route(call, self)
                time.sleep(max(0.0, ends - time.monotonic()))
                return reply
        return not_found(path)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is not our trouble."""


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            call = Call(
                method=self.command,
                path=self.path,
                headers={name.lower(): value for name, value in self.headers.items()},
                raw=self.rfile.read(length),
                began=time.monotonic(),
            )
            reply = server.answer(call)
            self.close_connection = reply is None or reply.close
            if reply is not None:
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            headers = {"Content-Length": str(len(reply.body)), **reply.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            for start in range(0, len(reply.body), reply.chunk):
                self.wfile.write(reply.body[start : start + reply.chunk])
                if reply.drip:
                    self.wfile.flush()
                    time.sleep(reply.drip)

        do_GET = do_POST = _serve  # noqa: N815 - the names that the standard library calls

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Quiet."""

    return Handler
