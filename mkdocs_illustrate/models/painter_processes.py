"""The painter on all cores of the machine: each drawing is made in a worker process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from typing import Any

from ..painter.worker import draw

# -P: the folder of a site is no place to import modules from.
_COMMAND = (sys.executable, "-P", "-m", "mkdocs_illustrate.painter.worker")


class PainterProcesses:
    """Draws by order. A process that can't be had is replaced by a thread: slower, but the same."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(os.cpu_count() or 1)
        self._free: list[_PainterProcess] = []

    async def draw(self, order: dict[str, Any]) -> tuple[dict[str, str], bytes]:
        """The words and the PNG of a drawing."""
        async with self._turns:
            process = self._free.pop() if self._free else _PainterProcess()
            try:
                drawn = await asyncio.to_thread(process.draw, order)
            except (OSError, ValueError):  # it died: a line of JSON that is cut short is a ValueError
                process.close()
                return await asyncio.to_thread(draw, order)
            except BaseException:
                process.close()  # the thread that waits for it comes free
                raise
            self._free.append(process)
            return drawn

    def close(self) -> None:
        """End all processes."""
        while self._free:
            self._free.pop().close()


class _PainterProcess:
    """One process. Opened and asked on a worker thread; closed from anywhere."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def draw(self, order: dict[str, Any]) -> tuple[dict[str, str], bytes]:
        """Hand an order in and wait for the drawing; OSError or ValueError if none comes."""
        process = self._process or self._open()
        if process.stdin is None or process.stdout is None:
            raise OSError("no pipes")
        process.stdin.write(json.dumps(order).encode() + b"\n")
        process.stdin.flush()
        head = json.loads(process.stdout.readline())
        size = head.pop("bytes")
        png = process.stdout.read(size)
        if len(png) != size:
            raise OSError("the process ended")
        return head, png

    def _open(self) -> subprocess.Popen[bytes]:
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603
        if self._closed:
            self.close()
            raise OSError("closed meanwhile")
        return self._process

    def close(self) -> None:
        """End the process and let its pipes go."""
        self._closed = True
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()
