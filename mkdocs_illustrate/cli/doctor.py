"""`doctor`: is all set up? Names every part with what it found; tries the endpoints where that is wished."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

import click

from .. import __version__
from ..errors import ModelError, NotAllowed
from ..models.endpoint_trials import tried
from ..models.model_registry import Registry, find_role, retirements
from ..models.wire.endpoint import optional_key
from ..settings import ChatSettings, ImageSettings, Settings, where_are_we
from ..site.opened_site import OpenedSite, open_site
from ..studio.writable_folders import WritableFolders
from .answer import Answer, answering, config_option, json_option
from .tables import table, wrapped

_MODELS = ("", "model", "", "key", "")


@click.command()
@click.option("--online", is_flag=True, help="Look whether each endpoint answers and takes its key; buys nothing.")
@config_option
@json_option
def doctor(config_file: str | None, *, online: bool, as_json: bool) -> None:
    """Say whether all is set up: configuration, keys, folders, versions.

    A key is set or not; its value is never shown.
    """
    with answering(as_json=as_json, finds=True) as answer:
        _say_versions(answer)
        with open_site(config_file) as site:
            answer.warn(site)
            _say_configuration(answer, site)
            _say_models(answer, site, online=online)
            _say_styles(answer, site)
            _say_folders(answer, site)
        if not answer.status:
            answer.say("all in order")


def _say_versions(answer: Answer) -> None:
    found = {"mkdocs-illustrate": __version__, "python": platform.python_version(), "system": sys.platform}
    found |= {name: version(name) for name in _libraries()}
    answer.facts["versions"] = found
    if not answer.as_json:
        answer.say(wrapped(", ".join(f"{name} {number}" for name, number in found.items())))
        answer.say()


def _libraries() -> list[str]:
    """What this package stands on: `mkdocs` of "mkdocs<2,>=1.6", and no extras."""
    needed = (line for line in requires("mkdocs-illustrate") or () if "extra ==" not in line)
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed]


def _say_configuration(answer: Answer, site: OpenedSite) -> None:
    file = str(site.config.config_file_path)
    where, settings = where_are_we("build"), site.settings
    answer.facts["configuration"] = {"file": file, "where": where, "frozen": settings.frozen}
    answer.facts["figures"] = len(site.plans)
    answer.say(file)
    answer.say(f"{len(site.plans)} figures; a run here counts as {where}{', frozen' * settings.frozen}")
    for line in retirements(settings):
        answer.problem("retired", line)


def _say_models(answer: Answer, site: OpenedSite, *, online: bool) -> None:
    facts = [_model(option, chosen) for option, chosen in _models(site.settings)]
    for fact, (option, chosen) in zip(facts, _models(site.settings), strict=True):
        problem = _key_problem(fact)
        if problem:
            answer.problem("no_key", f"{option}: {problem}")
        elif online:
            _try(answer, site, fact, chosen)
    answer.facts["models"] = facts
    if not answer.as_json:
        answer.say(table(_MODELS, [_row(fact) for fact in facts]))


def _models(settings: Settings) -> Iterator[tuple[str, ChatSettings | ImageSettings]]:
    yield "chat", settings.chat
    yield "image", settings.image
    for name, model in settings.models.items():
        yield f"models.{name}", model


def _model(option: str, chosen: ChatSettings | ImageSettings) -> dict[str, object]:
    found, role = find_role(chosen, _kind(option))
    variable = chosen.api_key_env or (found.api_key_env if found.needs_key else "")
    return {
        "option": option,
        "provider": found.name,
        "model": chosen.model or role.default,
        "base_url": chosen.base_url or found.base_url,
        "key": variable,
        "key_set": bool(os.environ.get(variable, "").strip()) if variable else None,
        "online": None,
    }


def _kind(option: str) -> str:
    return "chat" if option == "chat" else "image"


def _say_styles(answer: Answer, site: OpenedSite) -> None:
    """The house styles, and what the models don't follow of them; a picture that is none ended the command before."""
    facts = []
    for name, style in site.settings.styles.items():
        said = {"text": style.text, "palette": [*style.palette], "avoid": [*style.avoid]}
        facts.append({"style": name, **said, "references": [*style.references]})
        count = len(style.references)
        shown = [f"{count} picture{'s' * (count > 1)}"] if count else []
        told = [word for word in ("text", "palette", "avoid", "family") if getattr(style, word)]
        answer.say(f"style {name}: {', '.join((*told, *shown)) or 'says nothing'}")
    answer.facts["styles"] = facts
    for line in site.studio.unfollowed():
        answer.say(line)


def _key_problem(fact: dict[str, object]) -> str:
    variable = str(fact["key"])
    try:
        found = optional_key(variable) if variable else "none is needed"
    except NotAllowed as error:
        return str(error)
    return "" if found else f"no key: set {variable}"


def _row(fact: dict[str, object]) -> tuple[object, ...]:
    key = f"{fact['key']} is {'set' if fact['key_set'] else 'not set'}" if fact["key"] else "none needed"
    return fact["option"], f"{fact['provider']} {fact['model']}", fact["base_url"], key, fact["online"] or ""


def _try(answer: Answer, site: OpenedSite, fact: dict[str, object], chosen: ChatSettings | ImageSettings) -> None:
    registry = site.background.call(Registry, site.settings.timeout, 1)
    try:
        fact["online"] = site.run(tried(registry, chosen, _kind(str(fact["option"])))) or None
    except ModelError as error:
        fact["online"] = str(error)
        answer.problem(error.code, f"{fact['option']}: {fact['provider']}: {error}")


def _say_folders(answer: Answer, site: OpenedSite) -> None:
    settings, facts = site.settings, {}
    for option, name in (("portfolio", settings.portfolio), ("cache_dir", settings.cache_dir)):
        if name is None:
            continue
        folder = site.base / name
        trouble = _trouble(folder)
        files, size = _held(folder)
        facts[option] = {"folder": name, "writable": not trouble, "files": files, "bytes": size}
        answer.say(f"{option} {name}: {files} files, {size / 1e6:.1f} MB")
        if trouble:
            answer.problem("damaged", f"{option}: {trouble}")
    answer.facts["folders"] = facts


def _trouble(folder: Path) -> str:
    """Why nothing can be written there, tried as before a purchase; it is left as it was."""
    try:
        WritableFolders([folder]).check()
    except NotAllowed as error:
        return str(error)
    return ""


def _held(folder: Path) -> tuple[int, int]:
    """How many files, and how many bytes."""
    sizes = [path.lstat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
