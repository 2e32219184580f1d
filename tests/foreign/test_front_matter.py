"""Front matter: wishes that can be meant, and a line for each that can't."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.page.article import read_article
from mkdocs_illustrate.page.wishes import _FORBIDDEN, read_wishes
from mkdocs_illustrate.records import Wish

from .strangers import TEXT, mappings, values

NAMES = (
    "illustrate",
    "illustrate_with",
    "title",
    "tags",
    "categories",
    *Wish.__dataclass_fields__,
    "base_url",
    "api_key",
    "budget",
    "file",
)
LIKELY = (
    True,
    "a boat",
    "16:9",
    "1536x1024",
    "99999x99999",
    "0:0",
    7,
    "after-title",
    ["a", "b"],
    "\u202egnp",
    "x" * 40_000,
)
META = mappings(*NAMES, likely=LIKELY)


@given(META)
@example({"illustrate": {"size": "1x1", "seed": 10**400}})
@example({"illustrate": True, "illustrate_with": [None, [], {}, {"seed": True}, {7: 7}] * 9})
@example({"illustrate": True, "illustrate_with": {"aspect_ratio": 16.9, "motifs": ["a"] * 1000}})
@example({"illustrate": True, "illustrate_with": {"api_key": "sk-proj-0123456789abcdef"}})
def test_any_front_matter(meta: dict[str, Any]) -> None:
    """Wishes are sound and bounded; what can't be meant is one line that names it, and shows no secret."""
    wishes = read_wishes(meta)
    assert len(wishes.figures) <= 20
    for problem in wishes.problems:
        assert "\n" not in problem
        assert len(problem) < 1000
        assert "sk-proj" not in problem
    for wish in filter(None, wishes.figures):
        assert isinstance(wish, Wish)
        assert wish.seed is None or (type(wish.seed) is int and 0 <= wish.seed < 2**32)
        assert all(len(text or "") <= 32_000 for text in (wish.prompt, wish.note, wish.alt, wish.caption))
    assert read_wishes(meta) == wishes


@given(st.sampled_from(sorted(_FORBIDDEN)), values())
def test_no_page_sets_what_is_not_its_own(name: str, value: Any) -> None:
    """An address, a key, a file or a limit is refused by its name, whatever its value."""
    wishes = read_wishes({"illustrate": True, "illustrate_with": {name: value, "seed": 7}})
    assert [wish and wish.seed for wish in wishes.figures] == [7]
    assert len(wishes.problems) == 1
    assert name in wishes.problems[0]


@given(TEXT, META)
@example("# \u202e\n\n", {"title": 1984, "tags": [1, None, "a"]})
@example("# `\n", {"title": float("nan")})
@example("#\t\n", {"title": " "})
def test_any_article(source: str, meta: dict[str, Any]) -> None:
    """A page has a title and words, each in one line, that UTF-8 can hold."""
    article = read_article("a.md", source, meta)
    assert article.title
    assert len(article.title) <= 200
    for text in (article.title, article.words, article.lead, *article.headings, *article.tags):
        text.encode()
        assert "\n" not in text
    again = read_article("a.md", source, meta)
    assert again == article


@given(st.text(max_size=200))
@example("illustrate: !!python/object:os.system x")
@example("illustrate: {size: 16:9}")
def test_any_yaml(text: str) -> None:
    """What YAML makes of it, reads."""
    try:
        meta = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(meta, dict):
        read_wishes(meta)
        json.dumps(read_wishes(meta).problems)
