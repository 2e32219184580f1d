"""A crop keeps the subject of a picture, wherever that stands."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFilter

from mkdocs_illustrate.pictures.sizes import Cut, assets, make
from mkdocs_illustrate.pictures.subject import centre_of
from mkdocs_illustrate.shapes import Shape

WIDE, TALL, CARD = (1200, 300), (400, 800), (1200, 630)
GROUNDS = ["plain", "sky and land", "noise"]
PLACES = [(x, y) for x in (0.12, 0.5, 0.88) for y in (0.15, 0.5, 0.85)]


def picture(ground: str, place: tuple[float, float] | None) -> Image.Image:
    """A disc on a ground."""
    image = Image.new("RGB", (600, 400), "#9db4c0")
    draw = ImageDraw.Draw(image)
    if ground == "sky and land":
        draw.rectangle((0, 250, 600, 400), fill="#7f9a6a")
    if ground == "noise":
        image.paste(Image.effect_noise((600, 400), 12).convert("RGB"))
        image = image.filter(ImageFilter.GaussianBlur(1))
        draw = ImageDraw.Draw(image)
    if place:
        x, y = place[0] * 600, place[1] * 400
        draw.ellipse((x - 32, y - 32, x + 32, y + 32), fill="#c1272d", outline="#3b0a0c", width=8)
    return image


def part(image: Image.Image, ratio: tuple[int, int]) -> tuple[int, int]:
    """The largest part of that ratio."""
    width, height = image.size
    wanted = ratio[0] / ratio[1]
    return (width, round(width / wanted)) if width / height < wanted else (round(height * wanted), height)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("ratio", [WIDE, TALL, CARD], ids=["wide", "tall", "card"])
def test_the_subject_is_kept(ground: str, place: tuple[float, float], ratio: tuple[int, int]) -> None:
    """All of it, but for a rim."""
    image = picture(ground, place)
    size = part(image, ratio)
    centre = centre_of(image, size)
    for at, free, where, side in zip(centre, (600 - size[0], 400 - size[1]), place, (600, 400), strict=True):
        first = at * free
        last = first + side - free
        assert first - 16 <= where * side - 32, (first, last)
        assert where * side + 32 <= last + 16, (first, last)


@pytest.mark.parametrize("ratio", [WIDE, TALL, CARD])
def test_nothing_to_see_is_cut_in_the_middle(ratio: tuple[int, int]) -> None:
    """A picture of one colour has no better part."""
    image = picture("plain", None)
    assert centre_of(image, part(image, ratio)) == (0.5, 0.5)


def test_a_card_of_a_drawing_and_of_its_pixels_show_the_same(tmp_path: object) -> None:
    """Whatever a picture is made of."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400">'
        '<rect width="600" height="400" fill="#9db4c0"/><circle cx="300" cy="330" r="30" fill="#c1272d"/></svg>'
    )
    raster = Image.new("RGB", (600, 400), "#9db4c0")
    ImageDraw.Draw(raster).ellipse((270, 300, 330, 360), fill="#c1272d")
    buffer = io.BytesIO()
    raster.save(buffer, "PNG")
    red = []
    for data in (drawing.encode(), buffer.getvalue()):
        cut = Cut(
            source=f"{len(data):064d}",
            shape=Shape(600, 400),
            ratio=1200 / 630,
            widths=(),
            formats=("jpeg",),
            marks=None,
            whole=Shape(1200, 630),
            most=300_000,
        )
        files = assets(cut, "a", tmp_path, "card")  # type: ignore[arg-type]
        make(cut, files, data)
        with Image.open(files[0].path) as card:
            assert card.size == (1200, 630)
            rows = card.convert("RGB").resize((60, 63)).tobytes()
        red.append([n for n in range(63) if rows[(n * 60 + 30) * 3] > 160 and rows[(n * 60 + 30) * 3 + 1] < 90])
    assert red[0]
    assert abs(red[0][0] - red[1][0]) <= 1
    assert red[0][-1] < 62  # whole, with something below it
