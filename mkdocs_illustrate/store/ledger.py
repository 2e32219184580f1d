"""What was paid, line by line, written before a call and after it: a crash leaves a trace."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path

from ..files import append


class Ledger:
    """An append-only file of JSON lines in the cache folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.jsonl"

    def write(self, event: str, key: str, **facts: object) -> None:
        """Note one event: intent, job, done, failed. A full disk does not stop a purchase."""
        line: dict[str, object] = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "event": event,
            "key": key,
        }
        line |= {name: value for name, value in facts.items() if value is not None}
        with contextlib.suppress(OSError):
            append(self.path, json.dumps(line, ensure_ascii=False))
