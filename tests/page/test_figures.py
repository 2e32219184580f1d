"""Laws of a figure's HTML, and of its way into a page, through other plugins, and out again."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from mkdocs_illustrate.page.columns import ANYWHERE
from mkdocs_illustrate.page.figures import Figure, loading_of, render
from mkdocs_illustrate.page.insertion import by_one_file, captioned, fill, pending, put_in, take_out

PLAIN = Figure(
    key="0123abcd",
    src="../assets/illustrations/a-1536.webp",
    srcsets=(("webp", "../a-640.webp 640w, ../a-1536.webp 1536w"),),
    alt="A city",
    width="1536",
    height="1024",
)
HOSTILE = "\"><script>alert('1')</script>&amp;<!-- {{ x }} \\1 \\g<0> <figcaption></figure>"
FIGURES = {
    "plain": PLAIN,
    "decorative": replace(PLAIN, alt=""),
    "captioned": replace(PLAIN, caption="A caption"),
    "labelled": replace(PLAIN, label="AI-generated illustration"),
    "captioned and labelled": replace(PLAIN, caption="A caption", label="A label"),
    "in several formats": replace(
        PLAIN, srcsets=(("avif", "a.avif 640w"), ("webp", "a.webp 640w"), ("jpeg", "a.jpg 640w"))
    ),
    "without a lightbox": replace(PLAIN, lightbox=False),
    "further down": replace(PLAIN, loading="later"),
    "on a ground": replace(PLAIN, ground="#a1b2c3"),
    "placeholder": replace(PLAIN, state="missing"),
    "hostile": replace(PLAIN, alt=HOSTILE, caption=HOSTILE, label=HOSTILE),
    "in another place": replace(PLAIN, src="/a&b/x.webp", srcsets=(("webp", "/a&b/x.webp 640w"),)),
}
PAGE = '<h1 id="t">Title</h1>\n<p>Text &amp; more.</p>\n<h2 id="s">Second</h2>\n<p>End.</p>'
OFFSETS = [0, PAGE.index("\n"), PAGE.index("<p>"), PAGE.index("<h2"), len(PAGE)]
figures = pytest.mark.parametrize("name", FIGURES)


def waiting(figure: Figure, *, mark: str = "illustrate0a1b2c3dn1") -> Figure:
    """What stands in the page as long as the figure's words are not known."""
    there = f"{figure.src}&expected"
    nothing = replace(figure, src=there, key="", alt="", width="", height="", ground="", caption="", label="")
    return pending(nothing, mark)


def test_a_figure_with_all_that_it_can_have() -> None:
    """What stands in a page is this, to the letter: themes and lightboxes hold on to it."""
    whole = replace(
        PLAIN,
        srcsets=(("jpeg", "a.jpg 1w"), ("avif", "a.avif 1w"), ("webp", "a.webp 1w")),
        caption="A caption",
        label="A label",
        state="missing",
        lightbox=False,
        loading="later",
    )
    sizes = f"auto, {ANYWHERE}"
    assert render(whole) == (
        '<figure class="illustration illustration--placeholder" data-illustrate="0123abcd"'
        ' data-illustrate-state="missing" data-search-exclude>'
        f'<picture><source type="image/jpeg" srcset="a.jpg 1w" sizes="{sizes}">'
        f'<source type="image/avif" srcset="a.avif 1w" sizes="{sizes}">'
        f'<img class="off-glb" src="../assets/illustrations/a-1536.webp" srcset="a.webp 1w" sizes="{sizes}"'
        ' alt="A city" width="1536" height="1024" loading="lazy" decoding="async"'
        ' style="max-width:100%;height:auto"></picture>'
        '<figcaption>A caption <small class="illustration__label">A label</small></figcaption></figure>'
    )


def test_a_token_for_each_word_that_is_not_known() -> None:
    """Each token names its place after the figure's own mark, so that no two are the same."""
    tokens = pending(replace(PLAIN, srcsets=(("avif", "a"), ("webp", "b")), label="A label"), "m-")
    assert tokens == replace(
        PLAIN,
        key="m-key",
        srcsets=(("avif", "m-avif"), ("webp", "m-webp")),
        alt="m-alt",
        alt_language="m-lang",
        width="m-width",
        height="m-height",
        ground="m-ground",
        state="m-state",
    )


PUT_IN = [
    ("a\nb", 0, "F\na\nb"),
    ("a\nb", 2, "a\nF\nb"),
    ("a\nb", 1, "a\nF\nb"),
    ("a\nb", 3, "a\nb\nF"),
    ("", 0, "F\n"),
]


@pytest.mark.parametrize(("page", "offset", "whole"), PUT_IN)
def test_a_figure_begins_a_line(page: str, offset: int, whole: str) -> None:
    """One line break comes with a figure: below it where a line begins, else above it."""
    assert put_in(page, offset, "F") == whole


class Twin(HTMLParser):
    """Writes a page anew as a careless plugin would: attributes in another order and in quotes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Sort, and quote singly."""
        said = "".join(
            f" {k}='{(v or '').replace('&', '&amp;').replace(chr(39), '&#39;')}'"
            for k, v in sorted(attrs, reverse=True)
        )
        self.text += f"<{tag}{said}>"

    def handle_endtag(self, tag: str) -> None:
        """Write it."""
        self.text += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        """Write it."""
        self.text += data

    def handle_charref(self, name: str) -> None:
        """Write it."""
        self.text += f"&#{name};"

    def handle_entityref(self, name: str) -> None:
        """Write it."""
        self.text += f"&{name};"


def twin(page: str) -> str:
    """The page written anew, attributes in another order and in other quotes."""
    parser = Twin()
    parser.feed(page)
    parser.close()
    return parser.text


def lexbor(page: str) -> str:
    """The page as lightboxes leave it: a whole document."""
    return LexborHTMLParser(page).html or ""


def soup(page: str) -> str:
    """The page as BeautifulSoup writes it."""
    return str(BeautifulSoup(page, "html.parser"))


def pretty(page: str) -> str:
    """The page as BeautifulSoup indents it."""
    return BeautifulSoup(page, "html.parser").prettify()


def same(page: str) -> str:
    """The page untouched."""
    return page


REWRITERS = [same, soup, pretty, lexbor, twin]
rewritten = pytest.mark.parametrize("rewrite", REWRITERS, ids=lambda f: f.__name__)


def parsed(page: str) -> str:
    """What a browser makes of a page, white space between elements and attribute order apart."""
    tree = BeautifulSoup(lexbor(page), "html.parser")
    for element in tree.find_all(True):
        element.attrs = dict(sorted(element.attrs.items()))
        if not element.attrs.get("class", True):
            del element["class"]
    for text in tree.find_all(string=True):
        words = " ".join(text.split())
        if words:
            text.replace_with(words)
        else:
            text.extract()
    return str(tree)


def test_a_figure() -> None:
    """A figure is what the interface shows."""
    image = (
        '<img src="../assets/illustrations/a-1536.webp"'
        ' srcset="../a-640.webp 640w, ../a-1536.webp 1536w"'
        f' sizes="{ANYWHERE}" alt="A city" width="1536" height="1024"'
        ' decoding="async" style="max-width:100%;height:auto">'
    )
    assert render(PLAIN) == (
        f'<figure class="illustration" data-illustrate="0123abcd" data-search-exclude>{image}</figure>'
    )


def test_a_placeholder() -> None:
    """A placeholder says so, for style sheets and for scripts."""
    figure = LexborHTMLParser(render(FIGURES["placeholder"])).css_first("figure")
    assert figure is not None
    assert figure.attributes["class"] == "illustration illustration--placeholder"
    assert figure.attributes["data-illustrate-state"] == "missing"
    assert "data-illustrate-state" not in render(PLAIN)


def test_several_formats() -> None:
    """Several formats make a picture; the last is the image's own."""
    tree = LexborHTMLParser(render(FIGURES["in several formats"]))
    sources = tree.css("figure > picture > source")
    assert [s.attributes["type"] for s in sources] == ["image/avif", "image/webp"]
    assert [s.attributes["srcset"] for s in sources] == ["a.avif 640w", "a.webp 640w"]
    images = tree.css("figure > picture > source + img")
    assert [i.attributes["srcset"] for i in images] == ["a.jpg 640w"]


CAPTIONS = [("", "", None), ("Words", "", "Words"), ("", "Made", "Made"), ("W", "M", "W M")]


@pytest.mark.parametrize(("caption", "label", "text"), CAPTIONS)
def test_captions_and_labels(caption: str, label: str, text: str | None) -> None:
    """There is a caption only where something is said in it."""
    tree = LexborHTMLParser(render(replace(PLAIN, caption=caption, label=label)))
    found = tree.css_first("figcaption")
    assert (found.text() if found else None) == text


def test_lightbox() -> None:
    """Without a lightbox the image has the class that lightboxes skip."""
    assert 'class="off-glb"' in render(FIGURES["without a lightbox"])
    assert "off-glb" not in render(PLAIN)


def test_only_further_figures_wait() -> None:
    """The first figure is loaded at once, a further one when it is near; the largest thing above all before others."""
    assert 'loading="lazy"' in render(FIGURES["further down"])
    assert "loading" not in render(PLAIN)
    first = render(replace(PLAIN, loading="first"))
    assert 'fetchpriority="high"' in first
    assert "lazy" not in first
    short, long = "<h1>A title</h1><p class='a b c d e f'>A sentence.</p>", f"<p>{'word ' * 200}</p>"
    asked = [(short, 1), (short, 2), (long, 1), ("<br>" * 10_000, 1)]
    assert [loading_of(*one) for one in asked] == ["first", "later", "", ""]


def test_words_are_only_words() -> None:
    """Whatever a model or an author writes, it is text to a browser."""
    tree = LexborHTMLParser(render(FIGURES["hostile"]))
    image, caption = tree.css_first("img"), tree.css_first("figcaption")
    assert image is not None
    assert caption is not None
    assert image.attributes["alt"] == HOSTILE
    assert caption.text() == f"{HOSTILE} {HOSTILE}"
    assert not tree.css("script")


@figures
def test_what_is_filled_in_is_what_would_have_been_rendered(name: str) -> None:
    """A figure whose words came later is, byte for byte, the one whose words were there."""
    figure = FIGURES[name]
    there = put_in(PAGE, OFFSETS[3], render(figure))
    came = put_in(PAGE, OFFSETS[3], render(waiting(figure)))
    filled = fill(came, waiting(figure), figure)
    assert filled == put_in(PAGE, OFFSETS[3], render(figure, words=False))
    assert captioned(captioned(filled, figure), figure) == there


@figures
@rewritten
def test_filled_in_after_others_wrote_the_page_anew(name: str, rewrite: object) -> None:
    """Other plugins may write the page anew meanwhile: a browser sees no difference."""
    assert callable(rewrite)
    figure = FIGURES[name]
    there = put_in(PAGE, OFFSETS[3], render(figure))
    came = rewrite(put_in(PAGE, OFFSETS[3], render(waiting(figure))))
    assert parsed(captioned(fill(came, waiting(figure), figure), figure)) == parsed(there)
    before = rewrite(put_in(PAGE, OFFSETS[3], render(figure, words=False)))
    assert parsed(captioned(before, figure)) == parsed(there)


@pytest.mark.parametrize("offset", OFFSETS)
@pytest.mark.parametrize("page", [PAGE, PAGE.replace("\n", ""), PAGE.replace("\n", "\n\n"), ""])
def test_taken_out_it_was_never_there(page: str, offset: int) -> None:
    """A figure that could not be had leaves the page as it was, byte for byte."""
    offset = min(offset, len(page))
    there = put_in(page, offset, render(waiting(PLAIN)))
    assert take_out(there, waiting(PLAIN)) == page


@rewritten
def test_taken_out_after_others_wrote_the_page_anew(rewrite: object) -> None:
    """Taken out of a page that was written anew, it leaves nothing a browser would show."""
    assert callable(rewrite)
    came = rewrite(put_in(PAGE, OFFSETS[3], render(waiting(PLAIN))))
    assert parsed(take_out(came, waiting(PLAIN))) == parsed(PAGE)


def test_two_figures_do_not_meet() -> None:
    """Of two figures at one place each is filled in, or taken out, by itself."""
    one, eleven = (waiting(PLAIN, mark=f"illustrate0a1b2c3dn{n}") for n in (1, 11))
    page = put_in(put_in(PAGE, OFFSETS[3], render(eleven)), OFFSETS[3], render(one))
    second = replace(PLAIN, key="second", caption="Words")
    there = put_in(put_in(PAGE, OFFSETS[3], render(second)), OFFSETS[3], render(PLAIN))
    assert captioned(fill(fill(page, one, PLAIN), eleven, second), second) == there
    assert take_out(take_out(page, one), eleven) == PAGE
    assert take_out(fill(page, one, PLAIN), eleven) == put_in(PAGE, OFFSETS[3], render(PLAIN))


def test_a_figure_that_somebody_took() -> None:
    """Where another plugin took the figure away, the page is left alone."""
    assert fill(PAGE, waiting(PLAIN), PLAIN) == PAGE
    assert captioned(PAGE, FIGURES["captioned"]) == by_one_file(PAGE, PLAIN) == PAGE
    assert take_out(f"\n{PAGE}", waiting(PLAIN)) == f"\n{PAGE}"
    other = put_in(PAGE, 0, render(FIGURES["placeholder"]))
    assert fill(other, waiting(PLAIN), PLAIN) == other


def squeezed(page: str) -> str:
    """The same without a space anywhere."""
    return parsed(page).replace(" ", "")


@figures
@rewritten
def test_by_one_file(name: str, rewrite: object) -> None:
    """Who moves a page elsewhere rewrites `src` alone: nothing else names a file then, and the words stay."""
    assert callable(rewrite)
    figure = FIGURES[name]
    page = by_one_file(rewrite(put_in(PAGE, OFFSETS[3], render(figure))), figure)
    tree = LexborHTMLParser(page)
    assert not tree.css("source")
    assert [image.attributes.get("srcset", image.attributes.get("sizes")) for image in tree.css("img")] == [None]
    whole = put_in(PAGE, OFFSETS[3], render(replace(figure, srcsets=())))
    if rewrite is not pretty:  # which moves white space
        assert re.sub("</?picture>", "", squeezed(page)) == squeezed(whole)
