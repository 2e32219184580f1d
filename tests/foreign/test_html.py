"""Rendered pages, whatever wrote them: a place for the figure between the blocks, and the rest as it was."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.page.blocks import Blocks
from mkdocs_illustrate.page.head import Card, social_tags
from mkdocs_illustrate.page.html_tokens import tokens
from mkdocs_illustrate.page.insertion import put_in
from mkdocs_illustrate.page.placement import find_spot

from .strangers import TEXT

CARD = Card(url="https://x.example/a.jpg", kind="image/jpeg", alt='A "boat" \u202e<', width=1, height=1)
PIECES = (
    *(
        "<h1>",
        "</h1>",
        "<h2 id='a'>",
        "</h2>",
        "<p>",
        "</p>",
        "<p ",
        "<div>",
        "</div>",
        "<ul><li>",
        "</li></ul>",
        "<br>",
        "<br/>",
    ),
    *(
        "<!-- illustrate -->",
        "<!--",
        "-->",
        "--!>",
        "<!",
        "<?",
        "</",
        "<",
        ">",
        '"',
        "'",
        "=",
        "\n",
        "A few words",
        "&nbsp;",
        "&#xD800;",
    ),
    *(
        "<script>",
        "</script>",
        "<style>",
        "<svg><path/></svg>",
        "<table>",
        "</table>",
        "<a class='headerlink'>",
        "</a>",
        "<textarea>",
    ),
    *("<template>", "<head>", "</head>", "<body>", "<meta property='og:image'", "\x00", "<div class='footnote'>"),
)
PAGES = st.lists(st.sampled_from(PIECES) | TEXT, max_size=25).map("".join)
PLACEMENTS = ["after-first-section", "after-title", "after-first-paragraph", "end", "none"]
FIGURE = '<figure data-illustrate="k">x</figure>'


@given(PAGES)
@example("<p <!-- illustrate -->")
@example("<!-->x")
@example("<script><!-- </script>")
def test_any_page_is_cut_without_a_gap(page: str) -> None:
    """Tokens follow one another, blocks do too, and marks lie within the page."""
    end = 0
    for token in tokens(page):
        assert token.start == end
        assert token.end >= token.start
        end = token.end
    blocks = list(Blocks(page))
    marks = Blocks(page).marks()
    edges = [edge for block in blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(page) for edge in (*edges, *marks))


@given(PAGES, st.sampled_from(PLACEMENTS), st.none() | TEXT | st.just("A few words"), st.integers(1, 5))
@example("<h1>a</h1><!-- illustrate -->", "none", None, 5)
@example("", "end", "", 1)
def test_any_page_has_a_place(page: str, placement: str, after: str | None, number: int) -> None:
    """A figure goes between two blocks; without it, the page is what it was."""
    spot = find_spot(page, placement, after, number)
    if spot is None:
        assert placement == "none"
        return
    assert 0 <= spot <= len(page)
    blocks = list(Blocks(page))
    marks = Blocks(page).marks()
    assert not any(block.start < spot < block.end for block in blocks) or spot in marks
    written = put_in(page, spot, FIGURE)
    assert written.replace(f"{FIGURE}\n", "", 1) == page or written.replace(f"\n{FIGURE}", "", 1) == page


@given(PAGES)
@example("<head><meta content='og:image' property=\"og:image\"></head>")
@example("<head></head >")
def test_any_head(page: str) -> None:
    """Tags for sharing go into the head once."""
    once = social_tags(page, CARD)
    assert social_tags(once, CARD) == once
    assert len(once) >= len(page)
    assert "\u202e" not in once.replace(page, "") or "\u202e" in page
