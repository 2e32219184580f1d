"""Laws of what a top-level block is, where it ends, and what in it counts as words."""

from __future__ import annotations

from itertools import accumulate

import pytest

from mkdocs_illustrate.page.blocks import Blocks

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
VOID = "area base br col embed hr img input link meta param source track wbr"  # as HTML lists them
ENDS_A_PARAGRAPH = (
    "address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form header "
    "hgroup hr li main menu nav ol p pre search section summary table ul h1 h2 h3 h4 h5 h6"
)


def spans(page: str) -> list[str]:
    """The blocks of a page, as they are written."""
    return [page[block.start : block.end] for block in Blocks(page)]


@pytest.mark.parametrize("tag", HEADINGS)
def test_headings_have_all_their_text(tag: str) -> None:
    """A heading of any level is one, with all of its text but its permalink."""
    (block,) = Blocks(f'<{tag}>a <b>b</b> &amp; c<a class="headerlink" href="#"><svg/>¶</a></{tag}>')
    assert block.is_heading
    assert block.text == "a b & c"


@pytest.mark.parametrize("tag", VOID.split())
def test_an_element_without_content_is_never_open(tag: str) -> None:
    """What stands behind an element that has no content is a block of its own."""
    assert spans(f"<{tag}><p>a</p>")[-1] == "<p>a</p>"
    assert spans(f"<{tag}/><p>a</p>")[-1] == "<p>a</p>"
    assert spans(f"<div><{tag}></div><p>a</p>")[-1] == "<p>a</p>"


@pytest.mark.parametrize("tag", ENDS_A_PARAGRAPH.split())
def test_a_block_ends_an_open_paragraph(tag: str) -> None:
    """A paragraph that nobody closed ends where a block begins."""
    assert spans(f"<p>a <{tag}>b</{tag}>")[0] == "<p>a "


@pytest.mark.parametrize("tag", ["a", "b", "code", "em", "img", "span", "svg", "button", "video"])
def test_what_is_in_a_line_ends_no_paragraph(tag: str) -> None:
    """Whatever else stands in a paragraph leaves it open."""
    assert spans(f"<p>a <{tag}>b</{tag}> c</p>") == [f"<p>a <{tag}>b</{tag}> c</p>"]


# A page, and whether its one block shows something without words, and has words.
SHOWN = [
    ("<p>a</p>", (False, True)),
    ("<p> &nbsp;\n</p>", None),
    ('<p><a id="x"></a><span></span></p>', None),
    ("<p><img></p>", (True, False)),
    ("<p><br>a</p>", (True, True)),
    ("<p><svg><text>a</text></svg></p>", (True, False)),
    ("<p><svg><path/></svg>a</p>", (True, True)),
    ("<p><svg><g></g>a</svg></p>", (True, False)),
    ("<p><script>a</script></p>", (True, False)),
    ("<p><template>a</template>b</p>", (True, True)),
    ("<div></div>", (True, False)),
    ("a", (False, True)),
    ("<script>a</script>", None),
    ("<style>a</style>", None),
    ("<template>a</template>", None),
    ("<link>", None),
    ("<meta>", None),
    ("<!-- a -->", None),
]


@pytest.mark.parametrize(("page", "seen"), SHOWN, ids=[page for page, _ in SHOWN])
def test_what_a_block_shows(page: str, seen: tuple[bool, bool] | None) -> None:
    """A block that shows nothing is none; one with words is told from one with only something to look at."""
    blocks = Blocks(page)
    assert [(block.shows, block.has_text) for block in blocks] == ([seen] if seen else [])


# Where a page's blocks are: what closes inside, what is left open, what is loose.
SPANS = [
    ("a<p>b</p>c<p>d</p>\n", ["a", "<p>b</p>", "c", "<p>d</p>"]),
    ("a\n<!-- b -->\nc", ["a\n<!-- b -->", "\nc"]),
    ("<ul><li>a<li>b</ul><p>c</p>", ["<ul><li>a<li>b</ul>", "<p>c</p>"]),
    ("<div><div>a</div></div>b", ["<div><div>a</div></div>", "b"]),
    ("<div><p>a</div><p>b</p>", ["<div><p>a</div>", "<p>b</p>"]),
    ("</div><p>a</p>", ["<p>a</p>"]),
    ("<p>a</p><img src=a><hr>", ["<p>a</p>", "<img src=a>", "<hr>"]),
    ("<p><b>a<div>b</div></b></p>", ["<p><b>a<div>b</div></b></p>"]),
    ("<div>a</b></div>b", ["<div>a</b></div>", "b"]),
    ("<p>a\n", ["<p>a"]),
    ("<p>a\n<!-- b", ["<p>a"]),
    ("a <b", ["a "]),
    ("<div>a\n", [""]),
    ("<p>a</p>\n<div>b", ["<p>a</p>", ""]),
    ("<p><b>a", [""]),
    ("<div/>a</div>b", ["<div/>", "a</div>", "b"]),
    ('<p>a</p><div class="footnote">b</div>', ["<p>a</p>", '<div class="footnote">b</div>']),
]


@pytest.mark.parametrize(("page", "blocks"), SPANS, ids=[page for page, _ in SPANS])
def test_where_blocks_are(page: str, blocks: list[str]) -> None:
    """A block reaches to its own end; what is left open, no figure enters, but a paragraph ends with the page."""
    assert spans(page) == blocks


def test_only_a_division_is_the_footnotes() -> None:
    """The footnotes are told by their class, at the top level."""
    pages = ['<div class="footnote">a</div>', '<p class="footnote">a</p>', '<div><div class="footnote">a</div></div>']
    assert [next(iter(Blocks(page))).tag for page in pages] == ["footnotes", "p", "div"]


MARK = "<!-- illustrate -->"
# A page and where its marks are; the sign is where one is expected.
MARKS = [
    (f"<p>a</p>\n@{MARK}\n<p>b</p>", "before its own place"),
    (f"@{MARK}", "alone"),
    (f"<p>a</p>\n  @{MARK}  \n", "between spaces"),
    (f"<p>a</p>{MARK}", "behind a tag"),
    (f"a {MARK}", "behind words"),
    (f"<!-- a -->{MARK}", "behind a comment"),
    (f"{MARK} a", "before words"),
    (f"{MARK}<b>\n", "before a tag"),
    (f"<ul><li>a\n{MARK}</li> </ul>@\nb", "in a list"),
    (f"<div>\n{MARK}\n</div>@<div>\n{MARK}\n</div>@", "in two blocks"),
    (f"<div>\n{MARK}\n</div>@<p>a</p>", "in a block above another"),
    (f"<script>\n{MARK}\n</script>", "in a script"),
    ("@<!--illustrate-->", "without spaces"),
    ("<!-- illustrated -->", "another word"),
]


@pytest.mark.parametrize("page", [page for page, _ in MARKS], ids=[where for _, where in MARKS])
def test_marks(page: str) -> None:
    """A mark stands alone on its line, and stands for a place that is in no block."""
    before = [len(piece) for piece in page.split("@")[:-1]]
    assert Blocks(page.replace("@", "")).marks() == list(accumulate(before))
