"""The author's own editor, opened on a text."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from ..errors import ConfigError
from .answer import WrongError

T = TypeVar("T")


def edited(text: str, read: Callable[[str], T], *, cure: str) -> T | None:
    """What somebody made of a text, as `read` takes it; None where they left it as it was.

    What can't be read is kept in a file; `cure` says what to do with `{file}`.
    """
    if not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        raise WrongError("no editor is known: set EDITOR (or VISUAL)")
    with tempfile.NamedTemporaryFile("w", prefix="illustrate-", suffix=".yml", encoding="utf-8", delete=False) as file:
        file.write(text)
    path = Path(file.name)
    try:
        click.edit(filename=file.name)
        said = path.read_text("utf-8-sig")
        came = None if said == text else read(said)
    except click.ClickException as error:
        path.unlink(missing_ok=True)
        raise WrongError(error.format_message()) from None
    except (ConfigError, OSError, UnicodeDecodeError) as error:
        raise WrongError(f"{error}; your text is kept: {cure.format(file=path)}") from None
    path.unlink(missing_ok=True)
    return came
