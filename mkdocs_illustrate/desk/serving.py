"""The desk at work: a server on this machine alone, from its address on the first line to Ctrl-C."""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import uvicorn

from ..errors import ConfigError
from ..site.opened_site import OpenedSite
from .buying import Buying
from .deciding import Deciding
from .desk import Desk
from .protection import Protection
from .routes import desk_app

_CTRL_C = 128 + signal.SIGINT
_DOZE = 0.5  # seconds


class _Server(uvicorn.Server):
    """Ends when it is told to; signals are the command's."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def serve(site: OpenedSite, say: Callable[[str], None], *, port: int = 0, browser: bool = True) -> None:
    """Open the desk, say where it is, and serve it until somebody ends it. The site is read meanwhile."""
    with _listening(port) as listener, Desk(site) as desk:
        reading = desk.begin()
        buying = Buying(desk, Deciding(desk))
        app = Protection(desk_app(desk, buying), listener.getsockname()[1])
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", ws="none", server_header=False,
            timeout_graceful_shutdown=1, log_level="critical",
        )  # fmt: skip
        server = _Server(config)
        serving = site.background.submit(server.serve(sockets=[listener]))
        site.background.submit(desk.warm())
        say(app.address)
        if browser:
            threading.Thread(target=webbrowser.open, args=(app.address,), daemon=True).start()
        try:
            reading.result()
            _wait(serving)
        except SystemExit as end:
            if end.code != _CTRL_C:  # which is how a desk is closed
                raise
        finally:
            server.should_exit = True
            with contextlib.suppress(TimeoutError):
                serving.result(5)
            site.run(buying.finish())


def _wait(serving: Future[None]) -> None:
    """Wait, and wake up now and then: a signal that another thread was given is heard when this one runs."""
    while not serving.done():
        with contextlib.suppress(TimeoutError):
            serving.result(_DOZE)
    serving.result()


@contextlib.contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", port))
        except OSError as error:
            raise ConfigError(f"port {port} can't be had ({error.strerror}); say another one, or none") from None
        listener.listen()  # whoever reads the address may come at once
        yield listener
