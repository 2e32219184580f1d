"""Laws of our options in a real mkdocs.yml, read by MkDocs itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from mkdocs_illustrate.settings import Settings, read_settings
from mkdocs_illustrate.site.config import IllustrateConfig


def write(folder: Path, plugin: str) -> Path:
    """A site of one page with this list item under `plugins:`."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Title\n\nText.\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(f"site_name: Site\nplugins:\n  - {plugin}\n", encoding="utf-8")
    return config


def load(folder: Path, plugin: str) -> MkDocsConfig:
    """The site's configuration as MkDocs loads it."""
    return load_config(str(write(folder, plugin)))


def ours(config: MkDocsConfig) -> IllustrateConfig:
    """Our part of a configuration."""
    found = config.plugins["illustrate"].config
    assert isinstance(found, IllustrateConfig)
    return found


@pytest.mark.parametrize("plugin", ["illustrate", "illustrate:", "illustrate: {}"])
def test_one_line_is_enough(tmp_path: Path, plugin: str) -> None:
    """The plugin's name alone sets everything up."""
    assert ours(load(tmp_path, plugin)).settings == read_settings({}, {}) == Settings()


def test_options_arrive(tmp_path: Path) -> None:
    """What is written arrives checked; null stays null where it means something."""
    options = "{chat: {provider: openai}, budget: null, portfolio: null, enabled: true}"
    settings = ours(load(tmp_path, f"illustrate: {options}")).settings
    assert settings.chat.provider == "openai"
    assert settings.budget.usd is None
    assert settings.portfolio is None


def test_enabled_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs leaves `enabled` to us, the environment's value included."""
    monkeypatch.setenv("WITH_PICTURES", "false")
    text = "illustrate: {enabled: !ENV [WITH_PICTURES, true]}"
    assert ours(load(tmp_path, text)).settings.enabled is False


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("Yes", True), ("off", False)])
def test_flags_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, on: bool) -> None:
    """A variable that says 1, yes or on in any case is true, whatever YAML makes of it."""
    monkeypatch.setenv("WITH_PICTURES", value)
    settings = ours(load(tmp_path, "illustrate: {enabled: !ENV [WITH_PICTURES], frozen: !ENV WITH_PICTURES}")).settings
    assert (settings.enabled, settings.frozen) == (on, on)


def test_enabled_of_an_unset_variable(tmp_path: Path) -> None:
    """A variable that is not set leaves the default."""
    assert ours(load(tmp_path, "illustrate: {enabled: !ENV NO_SUCH_VARIABLE}")).settings.enabled


def test_frozen_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ILLUSTRATE_FROZEN=1` is `frozen: true`."""
    monkeypatch.setenv("ILLUSTRATE_FROZEN", "1")
    assert ours(load(tmp_path, "illustrate")).settings.frozen


def test_configured_by_nobody() -> None:
    """A configuration that MkDocs never filled is the default one."""
    config = IllustrateConfig()
    assert config.validate() == ([], [])
    assert config.settings == Settings()


def test_filled_in_two_steps() -> None:
    """What is loaded later adds to what was loaded before, as MkDocs' own configurations do."""
    config = IllustrateConfig()
    config.load_dict({"style": "ink", "concurrency": 2})
    config.load_dict({"concurrency": 3})
    assert config.validate() == ([], [])
    assert (config.settings.style, config.settings.concurrency) == ("ink", 3)


WRONG = [
    ("concurrency: many", ["'concurrency'", "'many'", "a whole number"]),
    ("placment: end", ["'placment'", "did you mean 'placement'?"]),
    ("chat: {api_key: sk-abcdefgh}", ["'chat.api_key'", "did you mean 'api_key_env'?"]),
    ("image: {size: 512x512, aspect_ratio: '1:1'}", ["'image.aspect_ratio'", "'size'"]),
    ("enabled: sometimes", ["'enabled'", "'sometimes'", "true or false"]),
    ("image: {base_url: 'https://[::1'}", ["'image.base_url'", "an https address"]),
]


@pytest.mark.parametrize(("option", "says"), WRONG)
def test_a_mistake_is_one_line(tmp_path: Path, caplog: pytest.LogCaptureFixture, option: str, says: list[str]) -> None:
    """MkDocs says which option of which plugin, its value and what is allowed, once."""
    with pytest.raises((Abort, ConfigurationError)):
        load(tmp_path, f"illustrate: {{{option}}}")
    errors = [r.getMessage() for r in caplog.records if r.levelname == "ERROR"]
    assert len(errors) == 1
    assert "\n" not in errors[0]
    assert all(words in errors[0] for words in ["Plugin 'illustrate' option ", *says])
    assert "sk-abcdefgh" not in caplog.text
    assert not [r for r in caplog.records if r.levelname == "WARNING"]


def test_a_mistake_stops_the_build(tmp_path: Path) -> None:
    """`mkdocs build` ends with 1, one line on stderr, and no traceback."""
    config = write(tmp_path, "illustrate: {image: {api_key: sk-abcdefgh}}")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(config)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("option 'image.api_key'") == 1
    assert "Traceback" not in done.stderr
    assert "sk-abcdefgh" not in done.stderr
    assert not (tmp_path / "site").exists()
