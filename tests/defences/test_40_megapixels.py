"""A picture of more than 40 megapixels is not decoded."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.pictures.decoding import check


def _picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


def test_40_megapixels_and_no_row_more() -> None:
    """A small file may be a picture that fills the memory: it is refused by its size."""
    with pytest.raises(BadAnswer, match="8000x5001 pixels; make it smaller than 40 megapixels"):
        check(_picture(8000, 5001))


def test_40_megapixels_are_decoded() -> None:
    """A picture that is just as large is taken."""
    assert check(_picture(8000, 5000)).width == 8000
