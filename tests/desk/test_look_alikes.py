"""Pictures that can't be told apart at a glance are named; others are not."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageEnhance

from mkdocs_illustrate.desk.look_alikes import LookAlikes, print_of


def picture(kind: str) -> Image.Image:
    """A scene: a few shapes on a ground that grows brighter to one side."""
    image = Image.linear_gradient("L").rotate({"towers": 90, "loaf": 0}[kind]).resize((640, 400)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for n in range(6):
        if kind == "towers":
            draw.rectangle((40 + 100 * n, 90 + 37 * (n * 5 % 7), 100 + 100 * n, 400), fill=(30, 20 * n, 90))
        else:
            draw.ellipse((20 + 60 * n, 80 + 9 * n, 260 + 60 * n, 330), fill=(200 - 25 * n, 150, 20 * n))
    return image


def seen(image: Image.Image, quality: int = 88) -> int:
    """What a picture looks like."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return print_of(buffer.getvalue())


def test_the_same_in_another_light() -> None:
    """A copy that is smaller, coarser or brighter looks alike; another scene does not."""
    towers = picture("towers")
    prints = {
        "towers": seen(towers),
        "smaller": seen(towers.resize((320, 200)), quality=60),
        "brighter": seen(ImageEnhance.Brightness(towers).enhance(1.15)),
        "loaf": seen(picture("loaf")),
    }
    seen_so_far = LookAlikes()
    for count in range(1, len(prints) + 1):  # as pictures come in
        seen_so_far.see(dict(list(prints.items())[:count]))
    alike = seen_so_far.found
    assert set(alike) == {"towers", "smaller", "brighter"}
    assert all(alike[name] != name and alike[name] in alike for name in alike)
    seen_so_far.see({**prints, "towers": prints["loaf"], "smaller": prints["loaf"] ^ (2**256 - 1)})
    assert set(seen_so_far.found) == {"towers", "loaf"}
    seen_so_far.see({"loaf": prints["loaf"]})
    assert seen_so_far.found == {}
