"""Slots of a workflow for pictures whose manner is followed: `{reference}`, `{reference_2}`, in nodes that load one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..pictures.edit_inputs import bare
from ..references import Reference
from .order_inputs import data_url, named
from .protocols import ImageRequest
from .templates import places
from .wire.connection import Connection
from .wire.messages import Request
from .wire.retries import JOB_RESULT

_SLOT = re.compile(r"reference(?:_([0-9]+))?")


def slots(workflow: Any) -> list[str]:
    """Their names, in the order of their numbers."""
    found = [(int(slot[1] or 1), slot[0]) for name in places(workflow) if (slot := _SLOT.fullmatch(name))]
    return [name for _, name in sorted(found)]


def in_slots(workflow: Any, request: ImageRequest) -> dict[str, Any]:
    """What stands in them: the pictures by their files on the server; fewer than slots begin anew."""
    told = {} if request.strength is None else {"strength": request.strength}
    pictures = request.references
    if not pictures:
        return told
    return {name: _file(pictures[n % len(pictures)]) for n, name in enumerate(slots(workflow))} | told


class Uploads:
    """Brings pictures to a ComfyUI server, each once: there they lie in folders named after their bytes."""

    def __init__(self, connection: Connection, seconds: float) -> None:
        self._connection, self._seconds = connection, seconds
        self._there: set[str] = set()

    async def bring(self, references: Sequence[Reference]) -> None:
        """Upload those that this run has not brought yet."""
        for reference in references:
            if reference.sha256 not in self._there:
                await self._connection.send(
                    _upload(reference), read=lambda _: None, retries=JOB_RESULT, seconds=self._seconds
                )
                self._there.add(reference.sha256)


def _upload(reference: Reference) -> Request:
    image = data_url(bare(reference.data))
    body = {"image": image, "subfolder": _folder(reference), "overwrite": "true", "type": "input"}
    return Request(path="/upload/image", body=body, form=True, files=frozenset({"image"}))


def _folder(reference: Reference) -> str:
    return f"illustrate/{reference.sha256[:16]}"


def _file(reference: Reference) -> str:
    """What a node is told to load; on the wire a picture is called by its kind."""
    kind = named(reference.data, reference.sha256)["type"].removeprefix("image/")
    return f"{_folder(reference)}/picture.{kind}"
