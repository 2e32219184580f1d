"""The door's lock: MkDocs' idea of our options, checked by ours.

MkDocs warns about unknown options and explains wrong ones in its own words. So it only learns the
options' names here; what they may be is said once, in `settings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings

from ..reading import OptionError
from ..settings import Settings, read_settings

MARKDOWN_EXTENSION = "mkdocs_illustrate.markdown"
"""The door for builders without hooks."""


class _Anything(BaseConfigOption[object]):
    """An option that MkDocs takes as it is. Not set is not there, so that our default holds."""


class IllustrateConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' own is untyped
    """All options of the plugin, as they stand in mkdocs.yml. Never holds a key."""

    settings: Settings
    _written: Mapping[str, object] = MappingProxyType({})

    def load_dict(self, patch: dict[str, object]) -> None:
        """Remember what was written: for some options, null is a value."""
        super().load_dict(patch)
        self._written = {**self._written, **patch}

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check everything at once; the first mistake is one line."""
        try:
            self.settings = read_settings(self._written)
        except OptionError as error:
            return [(error.option, Exception(error.text))], []
        return [], []


# MkDocs reads its schema from the class; ours is made from the settings' own fields.
IllustrateConfig._schema = tuple(  # noqa: SLF001
    (f.name, _Anything()) for f in fields(Settings)
)
