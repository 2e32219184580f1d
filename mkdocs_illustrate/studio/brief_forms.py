"""A brief as a text for people and programs: YAML, or JSON, with prompt, alt and caption."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from ..errors import ConfigError
from ..reading import OptionError, option, read
from ..records import Recipe
from ..store.recipe_files import fault
from .waiting_briefs import OwnBrief

_HEAD = """\
# The brief of {page}: what the image model is told, and the words of its figure.
# alt: "" marks the picture as decorative. Leave all as it is, or empty the file, and nothing happens.
"""
_LONGEST = {"prompt": 32_000, "alt": 500, "caption": 1_000}  # as in a page's front matter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What may stand in it."""

    prompt: str = option(doc="What the image model is told.")
    alt: str | None = option(None, "Alternative text.")
    caption: str | None = option(None, "The caption.")


class _Form(yaml.SafeDumper):
    """Writes a long text in lines, without quotes around it."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = ">" if len(text) > 72 else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Form.add_representer(str, _text)


def brief_form(page: str, recipe: Recipe) -> str:
    """The text that is opened in an editor."""
    words = {"prompt": recipe.prompt, "alt": recipe.alt, "caption": recipe.caption}
    return _HEAD.format(page=page) + yaml.dump(words, Dumper=_Form, sort_keys=False, allow_unicode=True, width=88)


def read_brief_form(name: str, text: str) -> OwnBrief | None:
    """What somebody wrote; None where the text is empty. ConfigError says in a line what is wrong with it."""
    try:
        said = yaml.safe_load(text)  # which reads JSON as well
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line, why = fault(error)
        raise ConfigError(f"{name}{line} is neither YAML nor JSON: {why}") from None
    if said is None:
        return None
    try:
        written = read(_Written, said)
    except OptionError as error:
        text = f"'{error.option}' {error.text}" if isinstance(said, dict) else "it must be prompt, alt and caption"
        raise ConfigError(f"{name}: {text}") from None
    return _judged(name, written)


def _judged(name: str, written: _Written) -> OwnBrief:
    if not written.prompt.strip():
        raise ConfigError(f"{name}: 'prompt' is empty")
    for field, most in _LONGEST.items():
        if len(getattr(written, field) or "") > most:
            raise ConfigError(f"{name}: '{field}' is longer than {most:,} characters")
    return OwnBrief(prompt=written.prompt, alt=written.alt, caption=written.caption)
