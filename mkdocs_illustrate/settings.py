"""All that an author can set in mkdocs.yml: its default, its limits, a sentence for the docs.

The README's options table and schema.json are made from this room.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Literal

from .figure_settings import FigureSettings
from .globs import GLOB
from .options import (
    ADDRESS,
    NOT_NEGATIVE,
    POSITIVE,
    SEED,
    VARIABLE,
    Name,
    Rule,
    Switch,
    between,
    option,
)
from .reading import read
from .records import Placement
from .shapes import RATIO, SIZE
from .style_settings import COLOUR, SHARE, SOME_COLOURS, STYLE_NAME, StyleSettings
from .written_paths import BELOW, FOLDER

Buyer = Literal["build", "serve", "ci"]
Where = Literal["build", "serve", "ci", "pull request", "command"]

_NO_LIMIT = replace(NOT_NEGATIVE, words="0 or more, or null for no limit")
_WORKERS = between(1, 64, "a whole number from 1 to 64")


def _both(image: ImageSettings) -> tuple[str, str] | None:
    both = image.size and image.aspect_ratio
    return ("aspect_ratio", "stands beside 'size', but only one of the two can be") if both else None


_TEXT = {"type": "string"}
_ONE_SHAPE = Rule(
    _both,
    {"not": {"required": ["size", "aspect_ratio"], "properties": {"size": _TEXT, "aspect_ratio": _TEXT}}},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """Who writes the brief."""

    provider: str = option("offline", "The vendor's name.")
    model: str | None = option(None, "The model's name; null is the vendor's default.")
    base_url: str | None = option(None, "Another address than the vendor's own.", check=ADDRESS)
    api_key_env: str | None = option(None, "Name of the environment variable that holds the key.", check=VARIABLE)
    instructions: str | None = option(None, "Text put before the article; null is the built-in one.")
    options: dict[str, Any] = option(dict, "Passed on to the model as they are.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSettings:
    """Who makes the picture."""

    RULES: ClassVar = (_ONE_SHAPE,)

    provider: str = option("offline", "The vendor's name.")
    model: str | None = option(None, "The model's name; null is the vendor's default.")
    base_url: str | None = option(None, "Another address than the vendor's own.", check=ADDRESS)
    api_key_env: str | None = option(None, "Name of the environment variable that holds the key.", check=VARIABLE)
    size: str | None = option(None, "Width x height, like `1536x1024`.", check=SIZE)
    aspect_ratio: str | None = option(None, "Ratio, like `16:9`; either of the two.", check=RATIO)
    quality: str | None = option(None, "The vendor's word for how much care it takes.")
    seed: int | None = option(None, "Same number, same picture, where the model can.", check=SEED)
    soften: Switch = option(False, "A refused prompt is rewritten once by the chat model.")
    options: dict[str, Any] = option(dict, "Passed on to the model as they are.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSettings:
    """The most one run may buy."""

    pictures: int | None = option(20, "Pictures a run; null is no limit.", check=_NO_LIMIT)
    usd: float | None = option(5.0, "US dollars a run; null is no limit.", check=_NO_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeoutSettings:
    """Seconds, each for the whole call."""

    chat: float = option(60.0, "Seconds for one question to the chat model.", check=POSITIVE)
    image: float = option(240.0, "Seconds for one request to the image model.", check=POSITIVE)
    job: float = option(600.0, "Seconds from submitting a job to its picture.", check=POSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything under `illustrate:` in mkdocs.yml."""

    enabled: Switch = option(True, "Switch the plugin off, with `!ENV` for example.")
    chat: ChatSettings = option(ChatSettings, "Who writes the brief.")
    image: ImageSettings = option(ImageSettings, "Who makes the picture.")
    models: dict[str, ImageSettings] = option(dict, "More image models by name; a page picks one.")
    style: str | None = option(None, "The house style: a name under `styles`, a preset's name, or free text.")
    styles: dict[Annotated[Name, STYLE_NAME], StyleSettings] = option(dict, "House styles by name; a page picks one.")
    palette: Literal["theme", "none"] | tuple[Annotated[str, COLOUR], ...] = option(
        "theme",
        "Colours of the built-in painter: the theme's, none, or a list of up to six, the main one first.",
        check=SOME_COLOURS,
    )
    tolerance: float = option(
        0.3, "Share of an article's words that may change before its picture counts as changed.", check=SHARE
    )
    placement: Placement = option("after-first-section", "Where the figure goes.")
    include: tuple[Annotated[str, GLOB], ...] = option(tuple, "Globs of pages to illustrate without a flag.")
    generate: Literal["changed", "missing", "never"] = option("changed", "What a build may make with a paid model.")
    generate_in: tuple[Buyer, ...] = option(("build",), "Where it may: `build`, `serve`, `ci`.")
    frozen: Switch = option(False, "Never call anybody; a missing picture is an error.")
    on_missing: Literal["placeholder", "skip", "error"] = option(
        "placeholder", "A flagged page whose picture can't be had."
    )
    on_error: Literal["warn", "error"] = option("warn", "A model failed.")
    budget: BudgetSettings = option(BudgetSettings, "The most one run may buy.")
    concurrency: int = option(8, "Calls in flight to one vendor.", check=_WORKERS)
    portfolio: str | None = option(
        "illustrations", "Folder beside mkdocs.yml to commit; null keeps nothing.", check=BELOW
    )
    cache_dir: str = option(
        ".cache/plugin/illustrate",
        "Where this machine keeps what it can make again.",
        check=FOLDER,
    )
    timeout: TimeoutSettings = option(TimeoutSettings, "Seconds, each for the whole call.")
    figure: FigureSettings = option(FigureSettings, "How the figure looks.")


def read_settings(raw: Mapping[str, Any], env: Mapping[str, str] = os.environ) -> Settings:
    """Check what stands in mkdocs.yml; `ILLUSTRATE_FROZEN=1` is the same as `frozen: true`."""
    raw = {**raw, "budget": {"pictures": None, "usd": None}} if _unlimited(raw) else raw
    settings = read(Settings, raw)
    if env.get("ILLUSTRATE_FROZEN", "").strip().lower() in {"1", "true", "yes", "on"}:
        settings = replace(settings, frozen=True)
    return settings


_NO = {"", "0", "no", "false"}
_CI = ("TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "READTHEDOCS", "NETLIFY", "CF_PAGES", "VERCEL")
"""Set by services that leave `CI` alone."""
# How each service says that it builds a pull request: the variable, and the values that mean it.
_PULL_REQUESTS = {
    "GITHUB_EVENT_NAME": r"pull_request\w*",  # pull_request_target has the secrets at hand; Gitea and Forgejo too
    "SYSTEM_PULLREQUEST_ISFORK": r"true",  # Azure
    "CHANGE_FORK": r".+",  # Jenkins
    "CIRCLE_PR_NUMBER": r".+",  # CircleCI; of forks only
    "CI_PIPELINE_EVENT": r"pull_request\w*",  # Woodpecker
    "DRONE_BUILD_EVENT": r"pull_request",
    "BITBUCKET_PR_ID": r".+",
    "CIRRUS_PR": r".+",
    "APPVEYOR_PULL_REQUEST_NUMBER": r".+",
    "READTHEDOCS_VERSION_TYPE": r"external",
    "PULL_REQUEST": r"true",  # Netlify
    "VERCEL_GIT_PULL_REQUEST_ID": r".+",
    "AWS_PULL_REQUEST_ID": r".+",  # Amplify
    "CODEBUILD_WEBHOOK_EVENT": r"pull_request_(?!merged)\w+",  # PULL_REQUEST_CREATED
    "IS_PULL_REQUEST": r"true",  # Render
    "BITRISE_PULL_REQUEST": r".+",
    "SEMAPHORE_GIT_REF_TYPE": r"pull-request",
}
# Where a service tells forks apart: a pull request, where it comes from, and where it goes to.
_FORKS = (
    ("CI_MERGE_REQUEST_IID", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "CI_MERGE_REQUEST_PROJECT_ID"),  # GitLab
    (
        "CI_EXTERNAL_PULL_REQUEST_IID",
        "CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY",
        "CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY",
    ),
    ("TRAVIS_PULL_REQUEST", "TRAVIS_PULL_REQUEST_SLUG", "TRAVIS_REPO_SLUG"),
    ("BUILDKITE_PULL_REQUEST", "BUILDKITE_PULL_REQUEST_REPO", "BUILDKITE_REPO"),
)


def where_are_we(command: str, env: Mapping[str, str] = os.environ) -> Where:
    """Say where this run takes place: a pull request wins over CI, and CI over the command."""
    if _is_pull_request(env):
        return "pull request"
    if _says_yes(env.get("CI", "")) or any(env.get(name, "").strip() for name in _CI):
        return "ci"
    return "serve" if command == "serve" else "build"


def _says_yes(value: str) -> bool:
    return value.strip().lower() not in _NO


def _is_pull_request(env: Mapping[str, str]) -> bool:
    """Whether strangers may have written what is built here. Who says nothing of forks may mean one."""
    for name, values in _PULL_REQUESTS.items():
        value = env.get(name, "").strip()
        if _says_yes(value) and re.fullmatch(values, value, re.IGNORECASE):
            return True
    return any(
        _says_yes(env.get(number, "")) and (not env.get(source) or env.get(source) != env.get(target))
        for number, source, target in _FORKS
    )


def _unlimited(raw: object) -> bool:
    return isinstance(raw, Mapping) and "budget" in raw and raw["budget"] is None
