"""Whether an endpoint answers and takes its key, found out without buying anything."""

from __future__ import annotations

from ..errors import BadRequest, ModelError, Retired, Unavailable, UnknownOutcome
from ..settings import ChatSettings, ImageSettings
from .model_registry import Registry
from .wire.connection import Connection
from .wire.retries import POLL

_SECONDS = 15.0
TAKES_KEY = "answers, and takes the key"
ANSWERS = "answers"
ONLY_REACHED = "can be reached; whether it takes the key was not tried, as nothing there is free to ask"


async def tried(registry: Registry, settings: ChatSettings | ImageSettings, kind: str) -> str:
    """What became of a look at it, in a line; empty where nobody is asked, a ModelError where it is no good."""
    found, connection = registry.endpoint(settings, kind)
    if found.free or found.by_hand:
        return ""
    try:
        with connection.redacted_errors():
            keyed = found.needs_key or bool(settings.api_key_env)
            return await _look(connection, found.looks, TAKES_KEY if keyed else ANSWERS)
    finally:
        await connection.close()


async def _look(connection: Connection, path: str, good: str) -> str:
    try:
        await connection.get(path, retries=POLL, seconds=_SECONDS)
    except (Unavailable, UnknownOutcome):
        raise
    except ModelError as error:  # somebody answered; a compatible server need not have such a list
        if path and not isinstance(error, Retired | BadRequest):
            raise
        return ONLY_REACHED if good == TAKES_KEY else ANSWERS
    return good if path else ONLY_REACHED
