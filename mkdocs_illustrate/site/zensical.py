"""zensical.toml -> what MkDocs would read of it: the site's name and address, its pages, and our options."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from ..errors import ConfigError
from .config import MARKDOWN_EXTENSION

NAME = "zensical.toml"
_TAKEN = ("site_name", "site_url", "docs_dir", "use_directory_urls")


def zensical_config(path: Path) -> MkDocsConfig:
    """The configuration; ConfigError says in one line what can't be read."""
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:  # TOML that is none, and text that is none
        raise ConfigError(f"{path.name} can't be read: {' '.join(str(error).split())}") from None
    project = _mapping(read.get("project"))
    options = _options(project)
    if options is None:
        raise ConfigError(f"{path.name} has no [project.plugins.illustrate], where this plugin's options stand")
    taken = {name: project[name] for name in _TAKEN if name in project}
    text = yaml.safe_dump({**taken, "plugins": [{"illustrate": dict(options)}]})
    config = load_config(io.BytesIO(text.encode()), config_file_path=str(path))
    _dressed(config, _mapping(project.get("theme")))
    return config


def _dressed(config: MkDocsConfig, theme: Mapping[str, Any]) -> None:
    """Its look is Material's, whose colours, columns and switch it has; MkDocs need not have that theme."""
    config.theme.name = "material"
    for name in ("palette", "language"):
        if name in theme:
            config.theme[name] = theme[name]


def _options(project: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Those of the plugin, or of the Markdown extension; None where neither is listed."""
    for part, name in (("plugins", "illustrate"), ("markdown_extensions", MARKDOWN_EXTENSION)):
        listed = project.get(part)
        if isinstance(listed, Mapping) and name in listed:
            return _mapping(listed[name])
        if isinstance(listed, list) and name in listed:
            return {}
    return None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
