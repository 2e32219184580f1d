"""Laws of how a page is cut into tags, comments and text: as a browser cuts it."""

from __future__ import annotations

import pytest

from mkdocs_illustrate.page.html_tokens import has_class, tokens

# A page, and its pieces: S opens, E ends, C closes itself, T is text; comments say what they say, with a sign.
CUTS = [
    ("a<b>c</b>", "T'a' S'b' T'c' E'b'"),
    ("1 < 2 <3 a<", "T'1 < 2 <3 a<'"),
    ("<IMG SRC=a>", "S'img'"),
    ("<br/><br /><br / >", "C'br' C'br' S'br'"),
    ("<a href=b/>c", "S'a' T'c'"),
    ("<a title='x>y' b=\"<p>\">", "S'a'"),
    ("<a b'c>d", "S'a' T'd'"),
    ('<a b="c"d=e f = g h=>i', "S'a' T'i'"),
    ('<a ="b>c', "S'a' T'c'"),
    ('<a "b>c">', "S'a' T'c\">'"),
    ("<a\n b\t=\n'c'\r\f>d", "S'a' T'd'"),
    ("<my-tag:x.y>", "S'my-tag:x.y'"),
    ("</p a='>'>b", "E'p' T'b'"),
    ("</P\n>", "E'p'"),
    ("</><a>", "!'' S'a'"),
    ("</ a><!b><?c d?>e", "!'' !'' !'' T'e'"),
    ("<!doctype html>a", "!'' T'a'"),
    ("<!--a--><!----><!--><!--->b", "!'a' !'' !'' !'' T'b'"),
    ("<!--a--!>b<!-- c -- > d -->", "!'a' T'b' !' c -- > d '"),
    ("<script>a<b>'</p>'</script >c", "S'script' T\"a<b>'</p>'\" E'script' T'c'"),
    ("<STYLE>a</styles></STYLE>", "S'style' T'a</styles>' E'style'"),
    ("<script/>a<b>", "C'script' T'a' S'b'"),
    ("<textarea><p></textarea>", "S'textarea' T'<p>' E'textarea'"),
    ("<iframe><p></iframe>", "S'iframe' T'<p>' E'iframe'"),
    ("<noembed><p></noembed>", "S'noembed' T'<p>' E'noembed'"),
    ("<noframes><p></noframes>", "S'noframes' T'<p>' E'noframes'"),
    ("<xmp><p></xmp>", "S'xmp' T'<p>' E'xmp'"),
    ("<title><p></title>", "S'title' T'<p>' E'title'"),
    ("<script></script>", "S'script' T'' E'script'"),
    ("<script>a<b>", "S'script' T'a<b>'"),
    ("<title>", "S'title' T''"),
    ("", ""),
]


@pytest.mark.parametrize(("page", "cut"), CUTS, ids=[page for page, _ in CUTS])
def test_a_page_is_cut_as_a_browser_cuts_it(page: str, cut: str) -> None:
    """Tags, comments and text follow one another without a gap, up to the end."""
    signs = {"text": "T", "start": "S", "end": "E", "closed": "C", "comment": "!"}
    found = list(tokens(page))
    said = [t.name if t.kind.value != "text" else page[t.start : t.end] for t in found]
    assert " ".join(f"{signs[t.kind.value]}{s!r}" for t, s in zip(found, said, strict=True)) == cut
    assert [t.start for t in found] == [0, *(t.end for t in found)][: len(found)]
    assert not found or found[-1].end == len(page)


@pytest.mark.parametrize(
    "broken", ["<b c", "</b", '<b c="d>', "<b c='>\">", "<!-- c", "<!-- >", "<!c", "<?c", "<b ", "<b c="]
)
def test_what_never_ends_is_left_out(broken: str) -> None:
    """A tag or comment that the page's end cuts off swallows the rest, as a browser has it."""
    assert [t.end for t in tokens(f"<p>a</p>{broken}")] == [3, 4, 8]


CLASSES = [
    ('<a class="x headerlink">', True),
    ("<a CLASS='headerlink'>", True),
    ("<a class=headerlink>", True),
    ("<a id=b class = headerlink />", True),
    ('<a class="headerlinks">', False),
    ('<a title="headerlink">', False),
    ("<a headerlink>", False),
    ('<a class="x" class="headerlink">', False),
    ("<headerlink class=x>", False),
    ("<a class>", False),
]


@pytest.mark.parametrize(("tag", "has"), CLASSES, ids=[tag for tag, _ in CLASSES])
def test_classes(tag: str, has: bool) -> None:
    """A class is a whole word of the first attribute of that name."""
    assert has_class(tag, next(tokens(tag)), "headerlink") == has
