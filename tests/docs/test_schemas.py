"""The reader and the schemas for editors judge alike; a case is a line in settings.yml or vendors.yml."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from mkdocs.utils.yaml import get_yaml_loader

from mkdocs_illustrate.models import vendor_files
from mkdocs_illustrate.models.vendor_files import explain
from mkdocs_illustrate.reading import OptionError
from mkdocs_illustrate.settings import read_settings

from .json_schemas import settings_schema, vendor_schema

HERE = Path(__file__).parent
OPTIONS = HERE.parent / "settings" / "options"
OURS = sorted(Path(str(vendor_files.__file__)).parent.joinpath("vendors").glob("*.yml"))
SETTINGS: dict[str, list[str]] = yaml.safe_load((HERE / "settings.yml").read_text("utf-8"))
VENDORS: dict[str, list[Any]] = yaml.safe_load((HERE / "vendors.yml").read_text("utf-8"))


class _Editor(yaml.SafeLoader):
    """YAML as an editor sees it: no dates, and of `!ENV` what stands behind it."""


_Editor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
_Editor.add_constructor(
    "!ENV",
    lambda loader, node: (
        loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else loader.construct_sequence(node)
    ),
)


_same = settings(deadline=None, derandomize=True, database=None)
"""The same cases in each run, however busy the machine is."""


def _loaded(text: str, loader: Any) -> Any:
    return yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders


@cache
def _validator(make: Callable[[], dict[str, Any]]) -> Draft7Validator:
    return Draft7Validator(make())


def _as_json(value: Any, deep: int = 0) -> Any:
    """Keys are text in JSON. What holds itself is cut off."""
    if isinstance(value, Mapping) and deep < 20:
        return {str(k): _as_json(v, deep + 1) for k, v in value.items()}
    return [_as_json(item, deep + 1) for item in value] if isinstance(value, list) and deep < 20 else value


def schema_takes(make: Callable[[], dict[str, Any]], text: str) -> bool:
    """Whether an editor would be content."""
    try:
        return _validator(make).is_valid(_as_json(_loaded(text, _Editor)))
    except ValueError:  # the validator refuses a number that it then can't print
        return False


def settings_taken(item: str) -> bool:
    """Whether the reader takes an item under `plugins:`, environment and all."""
    raw = _loaded(item, get_yaml_loader())
    options = None if isinstance(raw, str) else raw["illustrate"]
    try:
        read_settings({} if options is None else options, {})
    except OptionError:
        return False
    return True


def vendor_refused(text: str) -> str | None:
    """The line that says why a vendor's file is not taken."""
    try:
        vendor_files.vendor_of("x", text)
    except OptionError as error:
        return f"{error.option}: {error.text}"
    except yaml.YAMLError as error:
        return explain(error)
    return None


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the cases with `!ENV` find there."""
    monkeypatch.setenv("ONE", "1")
    monkeypatch.delenv("CI", raising=False)


def test_the_schemas_are_schemas() -> None:
    """Both are JSON Schema of draft 7."""
    for make in (settings_schema, vendor_schema):
        Draft7Validator.check_schema(make())


@pytest.mark.parametrize("item", SETTINGS["good"])
def test_good_settings(item: str) -> None:
    """What the reader takes, the schema takes."""
    assert settings_taken(item)
    assert schema_takes(settings_schema, item)


@pytest.mark.parametrize("item", SETTINGS["bad"])
def test_bad_settings(item: str) -> None:
    """What the reader refuses, the schema refuses."""
    assert not settings_taken(item)
    assert not schema_takes(settings_schema, item)


@pytest.mark.parametrize("item", SETTINGS["reader_only"])
def test_settings_that_no_schema_can_judge(item: str) -> None:
    """What only the reader refuses is known, and little."""
    assert not settings_taken(item)
    assert schema_takes(settings_schema, item)


# Beyond a schema: numbers within a text (sizes), texts with numbers for ranges, and not-a-number.
_READER_ONLY = {
    "image: {size: 99999x99999}",
    "image: {aspect_ratio: '9:1'}",
    "image: {size: 1024x100}",
    "include: ['[z-a]']",
    "budget: {usd: .nan}",
    "timeout: {chat: .nan}",
    "frozen: 1.0",  # the same as 1, in JSON
    "style: 2026-01-01",  # a text, for editors
}
_WRITTEN = [
    text for path in sorted(OPTIONS.glob("*.yml")) for text in yaml.safe_load(path.read_text("utf-8"))["written"]
]


@pytest.mark.parametrize("text", _WRITTEN, ids=lambda text: text[:40])
def test_options_that_are_refused(text: str) -> None:
    """Each option that the reader's own tests see refused is refused by the schema."""
    indented = textwrap.indent(text, "  ")
    assert schema_takes(settings_schema, f"illustrate:\n{indented}") is (text in _READER_ONLY)


@pytest.mark.parametrize("text", VENDORS["good"])
def test_good_vendor_files(text: str) -> None:
    """What the reader takes, the schema takes."""
    assert vendor_refused(text) is None
    assert schema_takes(vendor_schema, text)


@pytest.mark.parametrize(("text", "words"), VENDORS["bad"])
def test_bad_vendor_files(text: str, words: str) -> None:
    """A mistake is one line: where it stands, what it is, what is allowed; the schema refuses it too."""
    said = vendor_refused(text)
    assert said is not None
    assert words in said
    assert said.isprintable()
    assert not schema_takes(vendor_schema, text)


@pytest.mark.parametrize(("text", "words"), VENDORS["reader_only"])
def test_vendor_files_that_no_schema_can_judge(text: str, words: str) -> None:
    """What only the reader refuses is known, and little."""
    said = vendor_refused(text)
    assert said is not None
    assert words in said
    assert said.isprintable()
    try:
        seen = _loaded(text, _Editor)
    except yaml.YAMLError:
        return
    assert _validator(vendor_schema).is_valid(_as_json(seen))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_vendor_files(path: Path) -> None:
    """Our own files are taken by both."""
    text = path.read_text("utf-8")
    assert vendor_refused(text) is None
    assert schema_takes(vendor_schema, text)


_SIGNS = st.text(alphabet="htps:/@?#[].-_x 0159abAZ%\\\n\u200b", max_size=24)
_OF = st.sampled_from(
    ["", "https://", "http://localhost", "http://127.0.0.1", "https://a.example:", "./", "a/", "..", "16"]
)


@pytest.mark.parametrize("dotted", ["image.base_url", "image.api_key_env", "portfolio", "cache_dir"])
@_same
@given(start=_OF, signs=_SIGNS)
@example(start="", signs="A\n")
@example(start="https://a.example:", signs="65536")
@example(start="a/", signs="../b")
def test_texts_are_judged_alike(dotted: str, start: str, signs: str) -> None:
    """Whatever stands at an option of text, both say the same."""
    value = start + signs
    options: Any = value
    for name in reversed(dotted.split(".")):
        options = {name: options}
    try:
        read_settings(options, {})
        taken = True
    except OptionError:
        taken = False
    assert _validator(settings_schema).is_valid({"illustrate": options}) is taken


@_same
@given(
    of=st.recursive(
        st.none() | st.booleans() | st.integers(-9, 99) | st.floats(-2, 2) | st.sampled_from(["1:1", "64x64", "m", ""]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["picture", "style", "of", "prompt", "size", "price", "low"]), inner)
        ),
        max_leaves=8,
    )
)
def test_a_row_is_taken_or_refused(of: Any) -> None:
    """Whatever stands in a row, the reader takes it or names it in one line; a schema never refuses what it takes."""
    text = json.dumps({"image": {"dialect": "posts", "models": {"m": of}}})
    said = vendor_refused(text)
    if said is None:
        assert schema_takes(vendor_schema, text)
    else:
        assert said.isprintable()
        assert said.startswith("image.models.m")


def test_a_date_of_yaml_is_a_text() -> None:
    """`2026-11-20` without quotes is the same as with them."""
    for written in ("2026-11-20", "'2026-11-20'"):
        found = vendor_files.vendor_of("x", f"image: {{dialect: posts, unknown: {{retires: {written}}}}}")
        assert found.image
        assert found.image.unknown.retired(date(2026, 11, 20))
