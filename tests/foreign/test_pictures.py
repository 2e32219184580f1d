"""Files of pictures, bought, committed, cached or brought: a checked picture, or one line."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.pictures.decoding import check, measure
from mkdocs_illustrate.pictures.drawings import looks_drawn
from mkdocs_illustrate.pictures.headers import check_bounds, read_header
from mkdocs_illustrate.pictures.provenance import read_source_type
from mkdocs_illustrate.testing.pictures import drawing, picture

from ..page.test_growth import grows_linearly
from .strangers import TEXT, damaged, one_line

SAVED = [picture("boats", (32, 24), kind) for kind in ("PNG", "JPEG", "WEBP")]
DRAWING = drawing("boats", (32, 24))
NS = "xmlns='http://www.w3.org/2000/svg'"
PIECES = (
    *(
        f"<svg {NS}>",
        f"<svg {NS} width='9' height='9' viewBox='0 0 9 9'>",
        "</svg>",
        "<g>",
        "</g>",
        "<path d='M0 0L9 9'/>",
        "<use href='#a'/>",
    ),
    *(
        "<script>alert(1)</script>",
        "<image href='file:///etc/passwd'/>",
        "<style>@import 'http://x'</style>",
        "<a onclick='x' href='javascript:x'>",
    ),
    *(
        "</a>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
        "&a;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml version='1.0'?>",
        "width='1e999'",
        "<rect width='nan'/>",
    ),
    *(
        "style='fill:url(http://x)'",
        "<foreignObject>",
        "</foreignObject>",
        "<animate/>",
        "<g id='a'>",
        "xlink:href='data:x'",
        ">",
        "<",
        "'",
    ),
)


@given(damaged(*SAVED, DRAWING) | st.binary(max_size=200), st.booleans())
@example(b"\x89PNG\r\n\x1a\n" + b"\x00" * 30, False)
@example(b"RIFF\xff\xff\xff\xffWEBPVP8X", False)
@example(b"\x00\x00\x00\x00ftypavif" + b"\xff" * 40, False)
@example(b"\xff\xd8\xff\xe0\x00\x00" + b"\xff" * 300, False)
@example(b"", True)
def test_any_file(data: bytes, drawn: bool) -> None:
    """What is decoded has a size and a kind; what is not is one line. Both questions agree."""
    try:
        found = check(data, drawing=drawn)
    except BadAnswer as error:
        one_line(error)
        found = None
    try:
        check_bounds(data)
        read_header(data)
        said = measure(data, drawing=drawn)
    except BadAnswer as error:
        one_line(error)
        assert found is None
    else:
        assert found is None or (found.width, found.height, found.media_type) == (
            said.width,
            said.height,
            said.media_type,
        )
    word = read_source_type(data)
    assert word is None or word.isascii()


@given(
    st.lists(st.sampled_from(PIECES) | TEXT, max_size=15).map(
        lambda pieces: f"<svg {NS} viewBox='0 0 9 9'>{''.join(pieces)}</svg>"
    )
)
@example(f"<svg {NS}><g>" + "<g>" * 5000)
@example(f"<svg {NS} viewBox='0 0 1e400 -1'></svg>")
def test_any_drawing(text: str) -> None:
    """Of a drawing that is taken, nothing is left that runs, loads or names an address."""
    data = text.encode("utf-8", "replace")
    assert looks_drawn(data)
    try:
        left = check(data, drawing=True).data.decode().lower()
    except BadAnswer as error:
        one_line(error)
        return
    for bad in (
        "<script",
        "javascript:",
        "onclick",
        "file:",
        "@import",
        "<!entity",
        "<foreignobject",
        "<image",
        "url(http",
    ):
        assert bad not in left


@pytest.mark.parametrize(
    "case",
    [
        (f"<svg {NS}>", piece, "</svg>")
        for piece in ("<g>", "<g/>", "<path d='M0 0'/>", "<!--", "<", "&", " a='b'", "<a ", "'")
    ],
    ids=repr,
)
def test_reading_drawings_grows_with_their_length(case: tuple[str, str, str]) -> None:
    """No drawing, however it was put together, takes more than its length in time."""

    def read(text: str) -> None:
        with contextlib.suppress(BadAnswer):
            check(text.encode(), drawing=True)

    assert grows_linearly(read, case)
