"""All that an author can set in mkdocs.yml: its default, its limits, a sentence for the docs.

The README's options table and schema.json are made from this room.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from .globs import glob_problem
from .reading import OptionError, option, read
from .shapes import ratio_problem, size_problem

Placement = Literal["after-first-section", "after-title", "after-first-paragraph", "end", "none"]
Where = Literal["build", "serve", "ci"]

LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]*")
_ADDRESS = "an https address (http only on this machine: localhost, 127.0.0.1, [::1])"


def _url(value: str) -> str | None:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # half a bracket, a port beyond 65535
        return _ADDRESS
    if "@" in parts.netloc or parts.query or parts.fragment:
        return "an address without user, password, query or fragment"
    usable = host and value.isprintable() and " " not in value
    safe = parts.scheme == "https" or (parts.scheme == "http" and LOOPBACK.fullmatch(host))
    return None if usable and safe else _ADDRESS


def _variable(value: str) -> str | None:
    named = _VARIABLE.fullmatch(value)
    return None if named else "the name of an environment variable, like OPENAI_API_KEY"


def _globs(value: tuple[str, ...]) -> str | None:
    return next(filter(None, map(glob_problem, value)), None)


def _positive(value: float) -> str | None:
    return None if 0 < value < float("inf") else "more than 0"


def _not_negative(value: float) -> str | None:
    return None if 0 <= value < float("inf") else "0 or more, or null for no limit"


def _inside(value: str) -> str | None:
    parts = Path(value).parts  # none for "" and "."
    below = _folder(value) is None and parts and not Path(value).anchor and ".." not in parts
    return None if below else "a folder below the one of mkdocs.yml"


def _folder(value: str) -> str | None:
    return None if value.strip() and value.isprintable() else "a folder"


def _widths(value: tuple[int, ...]) -> str | None:
    good = value and len(set(value)) == len(value) and all(16 <= w <= 8192 for w in value)
    return None if good else "a list of different widths in pixels, each from 16 to 8192"


def _filled(value: tuple[str, ...]) -> str | None:
    return None if value and len(set(value)) == len(value) else "a list of different formats"


def _workers(value: int) -> str | None:
    return None if 1 <= value <= 64 else "a whole number from 1 to 64"


def _seed(value: int) -> str | None:
    return None if 0 <= value < 2**32 else "a whole number from 0 to 4294967295"


def _label(value: str | bool) -> str | None:  # noqa: FBT001 - the setting really is text or false
    return "text, false, or null" if value is True else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """Who writes the brief."""

    provider: str = option("offline", "The vendor's name.")
    model: str | None = option(None, "The model's name; null is the vendor's default.")
    base_url: str | None = option(None, "Another address than the vendor's own.", check=_url)
    api_key_env: str | None = option(None, "Name of the environment variable that holds the key.", check=_variable)
    instructions: str | None = option(None, "Text put before the article; null is the built-in one.")
    options: dict[str, Any] = option(dict, "Passed on to the model as they are.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSettings:
    """Who makes the picture."""

    provider: str = option("offline", "The vendor's name.")
    model: str | None = option(None, "The model's name; null is the vendor's default.")
    base_url: str | None = option(None, "Another address than the vendor's own.", check=_url)
    api_key_env: str | None = option(None, "Name of the environment variable that holds the key.", check=_variable)
    size: str | None = option(None, "Width x height, like `1536x1024`.", check=size_problem)
    aspect_ratio: str | None = option(None, "Ratio, like `16:9`; either of the two.", check=ratio_problem)
    quality: str | None = option(None, "The vendor's word for how much care it takes.")
    seed: int | None = option(None, "Same number, same picture, where the model can.", check=_seed)
    soften: bool = option(False, "A refused prompt is rewritten once by the chat model.")
    options: dict[str, Any] = option(dict, "Passed on to the model as they are.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSettings:
    """The most one run may buy."""

    pictures: int | None = option(20, "Pictures a run; null is no limit.", check=_not_negative)
    usd: float | None = option(5.0, "US dollars a run; null is no limit.", check=_not_negative)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeoutSettings:
    """Seconds, each for the whole call."""

    chat: float = option(60.0, "Seconds for one question to the chat model.", check=_positive)
    image: float = option(240.0, "Seconds for one request to the image model.", check=_positive)
    job: float = option(600.0, "Seconds from submitting a job to its picture.", check=_positive)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSettings:
    """How a figure looks in the page."""

    caption: bool = option(False, "Show the caption under the picture.")
    label: str | Literal[False] | None = option(
        None,
        'null is "AI-generated illustration" for model pictures and none for built-in ones; '
        "false is none; or your text.",
        check=_label,
    )
    lightbox: bool = option(True, "false adds the class `off-glb`.")
    formats: tuple[Literal["webp", "avif", "jpeg"], ...] = option(
        ("webp",), "Several make a `<picture>`; the last is the fallback.", check=_filled
    )
    widths: tuple[int, ...] = option(
        (640, 1024, 1536), "Widths of the files; a picture is never enlarged.", check=_widths
    )
    social: bool = option(True, "og:image and page.meta.image where the page has none.")
    credit: bool = option(True, "XMP digital source type in every published file.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything under `illustrate:` in mkdocs.yml."""

    enabled: bool = option(True, "Switch the plugin off, with `!ENV` for example.")
    chat: ChatSettings = option(ChatSettings, "Who writes the brief.")
    image: ImageSettings = option(ImageSettings, "Who makes the picture.")
    models: dict[str, ImageSettings] = option(dict, "More image models by name; a page picks one.")
    style: str | None = option(None, "The house style: a preset's name or free text.")
    placement: Placement = option("after-first-section", "Where the figure goes.")
    include: tuple[str, ...] = option(tuple, "Globs of pages to illustrate without a flag.", check=_globs)
    generate: Literal["changed", "missing", "never"] = option("changed", "What a build may make with a paid model.")
    generate_in: tuple[Where, ...] = option(("build",), "Where it may: `build`, `serve`, `ci`.")
    frozen: bool = option(False, "Never call anybody; a missing picture is an error.")
    on_missing: Literal["placeholder", "skip", "error"] = option(
        "placeholder", "A flagged page whose picture can't be had."
    )
    on_error: Literal["warn", "error"] = option("warn", "A model failed.")
    budget: BudgetSettings = option(BudgetSettings, "The most one run may buy.")
    concurrency: int = option(8, "Calls in flight to one vendor.", check=_workers)
    portfolio: str | None = option(
        "illustrations", "Folder beside mkdocs.yml to commit; null keeps nothing.", check=_inside
    )
    cache_dir: str = option(
        ".cache/plugin/illustrate",
        "Where this machine keeps what it can make again.",
        check=_folder,
    )
    timeout: TimeoutSettings = option(TimeoutSettings, "Seconds, each for the whole call.")
    figure: FigureSettings = option(FigureSettings, "How the figure looks.")


def read_settings(raw: Mapping[str, Any], env: Mapping[str, str] = os.environ) -> Settings:
    """Check what stands in mkdocs.yml; `ILLUSTRATE_FROZEN=1` is the same as `frozen: true`."""
    raw = {**raw, "budget": {"pictures": None, "usd": None}} if _unlimited(raw) else raw
    settings = read(Settings, raw)
    named = {"image": settings.image} | {f"models.{k}": v for k, v in settings.models.items()}
    for name, image in named.items():
        if image.size and image.aspect_ratio:
            raise OptionError(f"{name}.aspect_ratio", "stands beside 'size', but only one of the two can be")
    if env.get("ILLUSTRATE_FROZEN", "").strip().lower() in {"1", "true", "yes", "on"}:
        settings = replace(settings, frozen=True)
    return settings


def where_are_we(command: str, env: Mapping[str, str] = os.environ) -> Where:
    """Say where this run takes place: CI wins over the command, whatever it is."""
    if env.get("CI", "").strip().lower() in {"true", "1", "yes"}:
        return "ci"
    return "serve" if command == "serve" else "build"


def _unlimited(raw: Mapping[str, Any]) -> bool:
    return "budget" in raw and raw["budget"] is None
