"""What can be said in a table is: one row, one case."""

from __future__ import annotations

import base64
import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_illustrate import errors
from mkdocs_illustrate.models.briefs import read_brief
from mkdocs_illustrate.models.image_answers import read_answer
from mkdocs_illustrate.models.vendor_files import vendor
from mkdocs_illustrate.models.vendor_records import Reads
from mkdocs_illustrate.models.wire.error_rules import RULES, Rule
from mkdocs_illustrate.models.wire.http_errors import ServerFailed, http_error, retry_after
from mkdocs_illustrate.models.wire.redaction import redact
from mkdocs_illustrate.records import Article
from mkdocs_illustrate.shapes import parse_ratio, parse_size
from mkdocs_illustrate.testing.pictures import picture

TABLES = Path(__file__).parent / "tables"
PICTURE = base64.b64encode(picture("table", (32, 32))).decode()


def rows(name: str) -> list[Any]:
    """The cases of a table."""
    cases = yaml.safe_load((TABLES / f"{name}.yml").read_text("utf-8"))
    return [pytest.param(case, id=str(case.get("name", n))) for n, case in enumerate(cases)]


def _class(name: str) -> type[errors.ModelError]:
    found: type[errors.ModelError] = getattr(errors, name, ServerFailed)
    return found


@pytest.mark.parametrize("case", rows("faults"))
def test_faults(case: dict[str, Any]) -> None:
    """Each error of each vendor means one thing, in one line that says what to do about it."""
    body = case["body"]
    raw = (body if isinstance(body, str) else json.dumps(body)).encode()
    found = http_error(case["status"], case.get("headers", {}), raw, known=case.get("known"))
    assert type(found) is _class(case["means"])
    assert case.get("words", "") in str(found)
    assert f"HTTP {case['status']}" in str(found)
    assert "\n" not in str(found)
    assert ";" in str(found) or isinstance(found, errors.Unavailable)
    if "wait" in case:
        assert found.retry_after == case["wait"]


def _examples(field: str) -> list[Any]:
    return [pytest.param(rule, *row, id=row[1]) for rule in RULES for row in getattr(rule, field)]


@pytest.mark.parametrize(("rule", "pattern", "example"), _examples("codes"))
def test_each_code_of_a_rule_catches_its_example(rule: Rule, pattern: str, example: str) -> None:
    """A code that stands in a row of the rules means what its rule says, and the row says which code it is."""
    assert re.search(pattern, example, re.IGNORECASE)
    _means(rule, {"error": {"code": example}})


@pytest.mark.parametrize(("rule", "pattern", "example"), _examples("sentences"))
def test_each_sentence_of_a_rule_catches_its_example(rule: Rule, pattern: str, example: str) -> None:
    """A sentence that stands in a row of the rules means what its rule says, by this row alone."""
    assert [row for row in rule.sentences if re.search(row[0], example, re.IGNORECASE)] == [(pattern, example)]
    _means(rule, {"error": {"message": example}})


def _means(rule: Rule, body: dict[str, Any]) -> None:
    for status in (400, 403, 422, 429):
        if status in rule.statuses:
            found = http_error(status, {}, json.dumps(body).encode())
            assert type(found) is rule.error
            assert rule.cure.partition("{}")[2] in str(found)


@pytest.mark.parametrize("case", rows("waits"))
def test_waits(case: dict[str, Any]) -> None:
    """Who says how long to wait is understood, in all the ways in which it is said."""
    assert retry_after(case["headers"], case.get("body", "").encode()) == case["seconds"]


@pytest.mark.parametrize("case", rows("redaction"))
def test_redaction(case: dict[str, Any]) -> None:
    """A key is never repeated, known or not; what is left is one line."""
    said = redact(case["text"], case.get("key"))
    assert case.get("gone", "\n") not in said
    assert said == case.get("same", said)
    assert len(redact("x" * 9999)) == 200


@pytest.mark.parametrize("case", rows("answers"))
def test_answers(case: dict[str, Any]) -> None:
    """The picture is found wherever servers put it; what is none is refused, and said to be."""
    if "raw" in case:
        body = picture("raw", (32, 32), case["raw"].upper())
    else:
        text = case["text"] if "text" in case else json.dumps(case["body"])
        unpadded, safe = PICTURE.rstrip("="), PICTURE.translate(str.maketrans("+/", "-_"))
        spelt = (("PICTURE", PICTURE), ("UNPADDED", unpadded), ("URLSAFE", safe))
        body = functools.reduce(lambda t, pair: t.replace(*pair), spelt, text).encode()
    reads = Reads(**case.get("reads", {}))
    if "error" in case:
        with pytest.raises(_class(case["error"]), match=case.get("words")) as raised:
            read_answer(body, reads)
        assert type(raised.value) is _class(case["error"])
        return
    answer = read_answer(body, reads)
    assert bool(answer.data) is case.get("bytes", False)
    assert answer.address == case.get("address", "")
    assert (answer.usd, answer.seed) == (case.get("usd"), case.get("seed"))
    assert answer.revised_prompt == case.get("revised")


@pytest.mark.parametrize("case", rows("fitting"))
def test_fitting(case: dict[str, Any]) -> None:
    """One question for all: nearest ratio first, then nearest size, always a legal one."""
    name, model = case["of"]
    role = vendor(name).image
    assert role
    shape = None
    if "size" in case:
        shape = parse_size(case["size"])
    if "ratio" in case:
        shape = parse_ratio(case["ratio"])
    assert role.row(model).size.params(shape) == case["sent"]


@pytest.mark.parametrize("case", rows("briefs"))
def test_briefs(case: dict[str, Any]) -> None:
    """However a chat model dresses its answer up, the prompt is what is left."""
    article = Article(page="tides.md", title="Tides", words="Tides come and go.")
    if case.get("error"):
        kind = errors.BadAnswer if case["error"] is True else getattr(errors, case["error"])
        with pytest.raises(kind):
            read_brief(case["said"], article)
        return
    brief = read_brief(case["said"], article)
    assert brief.prompt == case["prompt"]
    assert case.get("alt", brief.alt) == brief.alt
    assert case.get("caption", brief.caption) == brief.caption
