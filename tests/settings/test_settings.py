"""Laws of the options in mkdocs.yml. A refused one is a file in `options/`, named after its law."""

from __future__ import annotations

import typing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_illustrate.reading import OptionError, show
from mkdocs_illustrate.settings import Settings, read_settings, where_are_we
from mkdocs_illustrate.shapes import RATIO, SIZE

MODEL: dict[str, Any] = {
    "provider": "offline",
    "model": None,
    "base_url": None,
    "api_key_env": None,
    "options": {},
}
LOOK = {"size": None, "aspect_ratio": None, "quality": None, "seed": None, "soften": False}
IMAGE = {**MODEL, **LOOK}
# What the interface promises, option by option.
DEFAULTS: dict[str, Any] = {
    "enabled": True,
    "chat": {**MODEL, "instructions": None},
    "image": IMAGE,
    "models": {},
    "style": None,
    "styles": {},
    "placement": "after-first-section",
    "include": (),
    "generate": "changed",
    "generate_in": ("build",),
    "frozen": False,
    "on_missing": "placeholder",
    "on_error": "warn",
    "budget": {"pictures": 20, "usd": 5.0},
    "concurrency": 8,
    "portfolio": "illustrations",
    "cache_dir": ".cache/plugin/illustrate",
    "timeout": {"chat": 60.0, "image": 240.0, "job": 600.0},
    "figure": {
        "caption": False,
        "label": None,
        "lightbox": True,
        "formats": ("webp",),
        "widths": (480, 768, 1080, 1536),
        "drawings": "svg",
        "schemes": ("light",),
        "excerpt": "figure",
        "social": True,
        "credit": True,
    },
}
CASES = sorted((Path(__file__).parent / "options").glob("*.yml"), key=lambda path: path.stem)


def settings(text: str, **env: str) -> Settings:
    """The settings that stand under `illustrate:`."""
    return read_settings(yaml.safe_load(text) or {}, env)


def at(settings: object, dotted: str) -> Any:
    """The option of that name."""
    for name in dotted.split("."):
        settings = settings[name] if isinstance(settings, dict) else getattr(settings, name)
    return settings


def test_defaults() -> None:
    """An option that nobody sets is what the interface says."""
    promised = {name: asdict(settings(""))[name] for name in DEFAULTS}
    assert promised == DEFAULTS


@pytest.mark.parametrize("name", DEFAULTS)
def test_null_is_the_default(name: str) -> None:
    """`!ENV` with nothing set gives null: as if the line were not there. Two say what null is."""
    unlimited = {"budget": {"pictures": None, "usd": None}, "portfolio": None}
    taken = asdict(settings(f"{name}: null"))[name]
    assert taken == unlimited.get(name, DEFAULTS[name])


TAKEN = [
    ("budget: {usd: 1}", "budget.pictures", 20),
    ("budget: {usd: 1}", "budget.usd", 1.0),
    ("budget: {usd: null}", "budget.usd", None),
    ("budget: {pictures: 0, usd: 0}", "budget.usd", 0.0),
    ("timeout: {image: 0.5}", "timeout.chat", 60.0),
    ("timeout: {image: null}", "timeout.image", 240.0),
    ("figure: {caption: true}", "figure.widths", (480, 768, 1080, 1536)),
    ("figure: {label: false}", "figure.label", False),
    ("figure: {label: Drawn}", "figure.label", "Drawn"),
    ("figure: {formats: [avif, webp, jpeg]}", "figure.formats", ("avif", "webp", "jpeg")),
    ("chat: {provider: openai}", "chat.model", None),
    ("chat: {base_url: 'https://a.example/v1'}", "chat.base_url", "https://a.example/v1"),
    ("chat: {base_url: 'http://localhost:8080/v1'}", "chat.base_url", "http://localhost:8080/v1"),
    ("chat: {base_url: 'http://127.0.0.1'}", "chat.base_url", "http://127.0.0.1"),
    ("chat: {base_url: 'http://[::1]:80'}", "chat.base_url", "http://[::1]:80"),
    ("image: {api_key_env: _MY_KEY2}", "image.api_key_env", "_MY_KEY2"),
    ("image: {options: {a: {b: [1, null]}}}", "image.options", {"a": {"b": [1, None]}}),
    ("image: {options: null}", "image.options", {}),
    ("models: {photo: {provider: openai}}", "models.photo.provider", "openai"),
    ("models: {photo: {}}", "models.photo.size", None),
    ("models: {photo: {size: 512x512}}\nimage: {aspect_ratio: '1:1'}", "image.size", None),
    ("generate_in: [build, ci]", "generate_in", ("build", "ci")),
    ("generate_in: []", "generate_in", ()),
    ("include: ['blog/**', '*.md']", "include", ("blog/**", "*.md")),
    ("enabled: false", "enabled", False),
    # What `!ENV` brings is a number or text.
    ("enabled: 0", "enabled", False),
    ("enabled: 'false'", "enabled", False),
    ("enabled: ' OFF '", "enabled", False),
    ("frozen: 1", "frozen", True),
    ("frozen: 'yes'", "frozen", True),
    ("image: {soften: 'On'}", "image.soften", True),
    ("portfolio: docs/pictures", "portfolio", "docs/pictures"),
    ("cache_dir: /var/cache/pictures", "cache_dir", "/var/cache/pictures"),
]


@pytest.mark.parametrize(("text", "name", "value"), TAKEN)
def test_taken(text: str, name: str, value: object) -> None:
    """What is written is taken, and what is beside it keeps its default."""
    assert at(settings(text), name) == value


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_refused(path: Path) -> None:
    """What can't be meant is one line: the option, its value, what is allowed, and no secret."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for text in case["written"]:
        with pytest.raises(OptionError) as caught:
            settings(text)
        line = str(caught.value)
        assert line.isprintable()
        assert len(line) < 400
        assert all(words in line for words in case["says"]), line
        assert not any(secret in line for secret in case.get("never", ())), line


def test_a_record_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a record's annotations say is asked of Python once, and not for each page."""
    settings("image: {size: 512x512}")
    asked: list[object] = []
    monkeypatch.setattr(typing, "get_type_hints", lambda *args, **_: asked.append(args))
    settings("image: {size: 1024x512}\nmodels: {photo: {}}")
    assert asked == []


FROZEN = [("1", True), ("true", True), (" TRUE ", True), ("yes", True), ("0", False), ("", False)]


@pytest.mark.parametrize(("value", "frozen"), FROZEN)
def test_frozen_by_the_environment(value: str, frozen: bool) -> None:
    """`ILLUSTRATE_FROZEN=1` is `frozen: true`, and nothing thaws what mkdocs.yml froze."""
    assert settings("", ILLUSTRATE_FROZEN=value).frozen is frozen
    assert settings("frozen: true", ILLUSTRATE_FROZEN=value).frozen is True


CI = [("true", True), ("TRUE", True), ("1", True), ("Yes", True), ("false", False), ("0", False)]
CI += [("", False), ("no", False), ("NO", False), (" False ", False), ("woodpecker", True), ("drone", True)]


@pytest.mark.parametrize(("value", "is_ci"), CI)
def test_ci(value: str, is_ci: bool) -> None:
    """CI is where `CI` is anything but empty, 0, no or false, whatever the command."""
    assert where_are_we("build", {"CI": value}) == ("ci" if is_ci else "build")
    assert where_are_we("serve", {"CI": value}) == ("ci" if is_ci else "serve")


SERVICES = ["TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "READTHEDOCS", "NETLIFY", "CF_PAGES", "VERCEL"]


@pytest.mark.parametrize("name", SERVICES)
def test_services_that_set_no_ci(name: str) -> None:
    """A service that sets a variable of its own is CI too, whatever its value."""
    assert where_are_we("build", {name: "True"}) == where_are_we("serve", {name: "http://x"}) == "ci"
    assert where_are_we("build", {name: ""}) == "build"


def test_nowhere_in_particular() -> None:
    """Without `CI` the command says where we are; all that does not serve, builds."""
    assert [where_are_we(c, {}) for c in ("build", "gh-deploy", "serve")] == [
        "build",
        "build",
        "serve",
    ]


GITLAB = {"CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_PROJECT_ID": "1"}
TRAVIS = {"CI": "true", "TRAVIS_REPO_SLUG": "we/docs"}
PULL_REQUESTS = [
    ({"GITHUB_EVENT_NAME": "pull_request"}, True),
    ({"GITHUB_EVENT_NAME": "pull_request_target", "CI": "true"}, True),
    ({"GITHUB_EVENT_NAME": "push", "CI": "true"}, False),
    ({**GITLAB, "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "2"}, True),
    ({**GITLAB, "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "1"}, False),
    (GITLAB, True),
    ({**TRAVIS, "TRAVIS_PULL_REQUEST": "12", "TRAVIS_PULL_REQUEST_SLUG": "they/docs"}, True),
    ({**TRAVIS, "TRAVIS_PULL_REQUEST": "12", "TRAVIS_PULL_REQUEST_SLUG": "we/docs"}, False),
    ({**TRAVIS, "TRAVIS_PULL_REQUEST": "false", "TRAVIS_PULL_REQUEST_SLUG": ""}, False),
    ({"SYSTEM_PULLREQUEST_ISFORK": "True", "TF_BUILD": "True"}, True),
    ({"SYSTEM_PULLREQUEST_ISFORK": "False", "TF_BUILD": "True"}, False),
    ({"CHANGE_FORK": "they", "JENKINS_URL": "http://x"}, True),
    ({"CIRCLE_PR_NUMBER": "3", "CI": "true"}, True),
    ({"CI_PIPELINE_EVENT": "pull_request", "CI": "woodpecker"}, True),
    ({"DRONE_BUILD_EVENT": "push", "CI": "true"}, False),
    ({"BUILDKITE_PULL_REQUEST": "false", "CI": "true"}, False),
    ({"READTHEDOCS_VERSION_TYPE": "external", "READTHEDOCS": "True"}, True),
    ({"READTHEDOCS_VERSION_TYPE": "branch", "READTHEDOCS": "True"}, False),
    ({"PULL_REQUEST": "true", "NETLIFY": "true"}, True),
    ({"PULL_REQUEST": "false", "NETLIFY": "true"}, False),
    ({"VERCEL_GIT_PULL_REQUEST_ID": "", "VERCEL": "1"}, False),
    ({"VERCEL_GIT_PULL_REQUEST_ID": "9", "VERCEL": "1"}, True),
]


@pytest.mark.parametrize(("env", "is_one"), PULL_REQUESTS)
def test_pull_requests(env: dict[str, str], is_one: bool) -> None:
    """A run for somebody's pull request is known as one, whatever the service calls it; forks count where it tells."""
    for command in ("build", "serve"):
        assert (where_are_we(command, env) == "pull request") is is_one


@pytest.mark.parametrize("text", ["512x512", "1024x320", "16x128"])
def test_sizes(text: str) -> None:
    """A size is width x height, not steeper than 8:1."""
    assert not [limit(text) for limit in SIZE if limit(text)]


@pytest.mark.parametrize("text", ["1:1", "16:9", "8:1", "1:8", "1920:1080"])
def test_ratios(text: str) -> None:
    """A ratio is width:height, not steeper than 8:1."""
    assert not [limit(text) for limit in RATIO if limit(text)]


SHOWN = [
    ("plain", "'plain'"),
    ("two\nlines", r"'two\nlines'"),
    ("it's", '"it\'s"'),
    ("A drawing of the key to a secret garden", "'A drawing of the key to a secret garden'"),
    ("https://a.example/v1/images", "'https://a.example/v1/images'"),
    ("black-forest-labs/FLUX.1.1-pro", "'black-forest-labs/FLUX.1.1-pro'"),
    (None, "null"),
    (True, "true"),
    (7, "7"),
    (1.5, "1.5"),
    ([1], "a list"),
    ({1}, "a list"),
    ({1: 2}, "a mapping"),
    (b"hunter2", "binary data"),
    (10**100, "a very large number"),
]


@pytest.mark.parametrize(("value", "shown"), SHOWN)
def test_a_value_in_a_message(value: object, shown: str) -> None:
    """A value is shown as its author wrote it, in one short line."""
    assert show(value) == shown


SECRETS = [
    "sk-abcdefgh",
    "  sk-proj-abcdefgh  ",
    "see sk-proj-abcdefgh there",
    "AIzaSyA1234567890",
    "r8_abcdefgh",
    "hf_abcdefgh",
    "Bearer abcdefgh",
    "api_key=hunter2",
    "password: hunter2",
    "https://me:hunter2@a.example/v1",
    "https://a.example/?token=hunter2",
    "abcdefghijklmnopqrstuvwxyz01",
    "0" * 20 + "abcd",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_what_looks_like_a_secret_is_not_shown(secret: str) -> None:
    """A message never holds a key, wherever it was written by mistake."""
    assert show(secret) == "a value that is not shown here"


def test_the_end_of_a_long_value_is_not_shown() -> None:
    """A long value is cut."""
    assert len(show("word " * 1_000)) < 80
