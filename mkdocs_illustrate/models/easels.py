"""As many painters at work as the machine has cores, each in a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any

from ..painter.worker import draw

# -P: the folder of a site is no place to import modules from.
_COMMAND = (sys.executable, "-P", "-m", "mkdocs_illustrate.painter.worker")
_MOST_LINE = 2**20


class Easels:
    """Draws by order. A process that can't be had is replaced by a thread: slower, but the same."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(os.cpu_count() or 1)
        self._free: list[Process] = []

    async def draw(self, order: dict[str, Any]) -> tuple[dict[str, str], bytes]:
        """The words and the PNG of a drawing."""
        async with self._turns:
            try:
                easel = self._free.pop() if self._free else await _open()
            except OSError:
                return await asyncio.to_thread(draw, order)
            try:
                drawn = await _ask(easel, order)
            except (OSError, ValueError, asyncio.IncompleteReadError):
                await _close(easel)
                return await asyncio.to_thread(draw, order)
            except asyncio.CancelledError:
                easel.kill()
                raise
            self._free.append(easel)
            return drawn

    async def close(self) -> None:
        """Let the painters go home."""
        while self._free:
            await _close(self._free.pop())


async def _open() -> Process:
    return await asyncio.create_subprocess_exec(
        *_COMMAND, stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, limit=_MOST_LINE
    )


async def _ask(easel: Process, order: dict[str, Any]) -> tuple[dict[str, str], bytes]:
    if easel.stdin is None or easel.stdout is None:
        raise OSError("no pipes")
    easel.stdin.write(json.dumps(order).encode() + b"\n")
    await easel.stdin.drain()
    head = json.loads(await easel.stdout.readline())
    png = await easel.stdout.readexactly(head.pop("bytes"))
    return head, png


async def _close(easel: Process) -> None:
    if easel.stdin is not None:
        easel.stdin.close()
    with contextlib.suppress(ProcessLookupError):
        await easel.wait()
