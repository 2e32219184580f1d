"""The manners in which a file can be damaged: by a disk, by a crash, by people, by somebody who means harm."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

_HUGE = 512 * 2**20


def _edit(change: Callable[[bytearray, random.Random], bytes | bytearray]) -> Callable[[Path, random.Random], None]:
    return lambda path, chance: path.write_bytes(change(bytearray(path.read_bytes()), chance)) and None


def _flip(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.choice((1, 1, 8)) if data else 0):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _zero_tail(data: bytearray, chance: random.Random) -> bytearray:
    keep = chance.randrange(len(data) // 256 + 1) * 256
    data[keep:] = bytes(len(data) - keep)
    return data


def _replaced(path: Path, chance: random.Random) -> None:
    others = [other for other in path.parent.rglob("*") if other.is_file() and other != path]
    path.write_bytes(chance.choice(others).read_bytes() if others else b"another file")


def _instead(make: Callable[[Path], object]) -> Callable[[Path, random.Random], None]:
    def damage(path: Path, _chance: random.Random) -> None:
        path.unlink()
        make(path)

    return damage


def _linked(target: str) -> Callable[[Path, random.Random], None]:
    def damage(path: Path, _chance: random.Random) -> None:
        path.unlink()
        path.symlink_to(target or path.name)

    return damage


def _huge(path: Path, _chance: random.Random) -> None:
    os.truncate(path, _HUGE)


MANNERS: dict[str, Callable[[Path, random.Random], None]] = {
    "bits flipped": _edit(_flip),
    "cut": _edit(lambda data, chance: data[: chance.randrange(len(data) or 1)]),
    "empty": _edit(lambda _data, _chance: b""),
    "zeros at its end": _edit(_zero_tail),
    "junk": _edit(lambda data, chance: chance.randbytes(len(data) or 64)),
    "junk behind it": _edit(lambda data, chance: data + chance.randbytes(200)),
    "twice in a row": _edit(lambda data, _chance: data + data),
    "nested": _edit(lambda _data, _chance: b"[" * 100_000),
    "a neighbour's content": _replaced,
    "deleted": lambda path, _chance: path.unlink(),
    "unreadable": lambda path, _chance: path.chmod(0),
    "read-only": lambda path, _chance: path.chmod(0o444),
    "huge": _huge,
    "a link out": _linked("SECRET"),
    "a link to itself": _linked(""),
    "a link without end": _linked("/dev/zero"),
    "a folder": _instead(Path.mkdir),
    "a pipe": _instead(os.mkfifo),
}
