"""The files of a picture: what the cache folder says is there is looked at before it is shown."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.pictures.decoding import sound_ones
from mkdocs_illustrate.pictures.sizes import Cut, assets, encode, make, missing
from mkdocs_illustrate.records import Picture
from mkdocs_illustrate.shapes import Shape
from mkdocs_illustrate.testing.pictures import picture


def cut(data: bytes) -> Cut:
    """A cut of a picture of 96x64."""
    return Cut(
        source=hashlib.sha256(data).hexdigest(),
        shape=Shape(96, 64),
        ratio=None,
        widths=(48, 96),
        formats=("avif", "webp", "jpeg"),
        marks=None,
    )


@pytest.mark.parametrize("damage", ["link", "text", "empty", "folder", "linked folder"])
def test_only_pictures_are_hits(tmp_path: Path, damage: str) -> None:
    """A link, a text, an empty file: none is published as a picture; it is made anew."""
    data = picture("boats", (96, 64))
    wanted = assets(cut(data), "boats", tmp_path / "sizes")
    make(cut(data), wanted, data)
    assert not missing(wanted)
    path, secret = wanted[1].path, tmp_path / "secret"
    secret.write_text("secret")
    if damage == "linked folder":
        path.parent.rename(tmp_path / "elsewhere")
        path.parent.symlink_to(tmp_path / "elsewhere")
        assert missing(wanted) == list(wanted)
        return
    path.unlink()
    match damage:
        case "link":
            path.symlink_to(secret)
        case "folder":
            path.mkdir()
        case _:
            path.write_text("secret" if damage == "text" else "")
    assert missing(wanted) == [wanted[1]]
    if damage != "folder":
        make(cut(data), wanted, data)
        assert not missing(wanted)
        assert secret.read_text() == "secret"


def test_formats_do_not_meddle_with_one_another(tmp_path: Path) -> None:
    """Files that are made side by side are the very bytes that each would be alone."""
    data = picture("boats", (1200, 800))
    wide = replace(cut(data), shape=Shape(1200, 800), widths=(600, 1200))
    together = assets(wide, "boats", tmp_path / "together")
    make(wide, together, data)
    for asset in together:
        alone = replace(asset, path=tmp_path / "alone" / asset.path.name)
        make(replace(wide, widths=(asset.width,)), [alone], data)
        if asset.width == 1200:
            assert alone.path.read_bytes() == asset.path.read_bytes()


def test_the_sound_one_of_two_is_shown() -> None:
    """Of several pictures in one answer the first that is sound is shown; none is an error."""
    good = picture("boats", (96, 64))
    came = Picture(data=b"\x89PNG broken", media_type="", width=0, height=0, others=(good, b""))
    (sound,) = sound_ones(came)
    assert (sound.data, sound.width, sound.others) == (good, 96, ())
    with pytest.raises(BadAnswer, match="may have been charged"):
        sound_ones(Picture(data=b"junk", media_type="", width=0, height=0))


@pytest.mark.parametrize("damage", ["a bit", "zeros behind", "zeros within", "cut", "another picture", "no checksums"])
def test_damaged_files_do_not_go_out(tmp_path: Path, damage: str) -> None:
    """A file that is not byte for byte what was written is made anew, also where it begins as it should."""
    data = picture("boats", (96, 64))
    wanted = assets(cut(data), "boats", tmp_path / "sizes")
    make(cut(data), wanted, data)
    path = wanted[1].path
    good = path.read_bytes()
    other = encode(Image.new("RGB", (48, 32)), "avif", None)
    bad = {
        "a bit": good[:-9] + bytes([good[-9] ^ 1]) + good[-8:],
        "zeros behind": good + bytes(100),
        "zeros within": good[:64] + bytes(len(good) - 64),
        "cut": good[:-1],
        "another picture": other,
    }
    if damage == "no checksums":
        (path.parent / "SHA256SUMS").write_bytes(bytes(200))
    else:
        path.write_bytes(bad[damage])
    assert wanted[1] in missing(wanted)
    make(cut(data), wanted, data)
    assert path.read_bytes() == good
    assert not missing(wanted)
