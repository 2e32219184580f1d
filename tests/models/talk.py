"""Short ways for tests to order a picture or a brief, and to close the line again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from mkdocs_illustrate.models.protocols import (
    ChatModel,
    ImageModel,
    ImageRequest,
    Journal,
    NoJournal,
    Question,
    Reply,
)
from mkdocs_illustrate.records import Picture
from mkdocs_illustrate.shapes import Shape

PROMPT = "A lighthouse keeper mends a net at dawn, gulls above, soft light"
PICTURES = "/images/generations"
# Vendor -> where pictures are asked for: through the SDK, in plain HTTP, and in jobs.
WAYS = {"openai": PICTURES, "google": ":generateContent", "pictory": "/v1/aistudio/images"}
FORM = {"type": "object", "properties": {"prompt": {"type": "string"}}}


class Notes:
    """A journal in memory."""

    def __init__(self, job: Mapping[str, str] | None = None) -> None:
        self.jobs: list[Mapping[str, str]] = [job] if job else []

    async def note_job(self, **facts: str) -> None:
        """Remember a submitted job."""
        self.jobs.append(facts)

    async def open_job(self) -> Mapping[str, str] | None:
        """The last one."""
        return self.jobs[-1] if self.jobs else None


def wanted(prompt: str = PROMPT, size: tuple[int, int] | None = (1536, 1024), **more: object):  # noqa: ANN201
    """A request for a picture."""
    return ImageRequest(prompt=prompt, shape=Shape(*size) if size else None, **more)  # type: ignore[arg-type]


def buy(model: ImageModel, request: ImageRequest | None = None, notes: Journal | None = None) -> Picture:
    """Plan, send, close."""

    async def bought() -> Picture:
        try:
            return await model.run(model.plan(request or wanted()), notes or NoJournal())
        finally:
            await model.close()

    return asyncio.run(bought())


def ask(model: ChatModel, text: str = "The article:\n\nTides", *, form: bool = True) -> Reply:
    """Ask one question."""

    async def asked() -> Reply:
        question = Question(messages=(("user", text),), form=FORM if form else None)
        try:
            return await model.run(model.plan(question))
        finally:
            await model.close()

    return asyncio.run(asked())
