"""`edit`: the picture that is there is changed by a model that can; what comes of it is a candidate."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from mkdocs_illustrate.testing.answers import FORBIDDEN
from mkdocs_illustrate.testing.pictures import measured, picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, planned
from tests.terminal import typed

OTHER_VILLAGES = "# Quiet Villages\n\nAnother story altogether.\n"


@pytest.fixture
def pictured(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site with one page whose picture was bought; what was asked for it is forgotten."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url, size="1536x1024")
    assert site.build("--strict", **KEYS).code == 0
    server.calls.clear()
    return site


def edited(
    site: SiteMaker, *arguments: str, prompt: str = "make it night", code: int = 0, **env: str
) -> dict[str, Any]:
    """What `edit` answers to programs."""
    done = command(site, "edit", "a.md", "--prompt", prompt, "--json", "--yes", *arguments, **{**KEYS, **env})
    assert done.returncode == code, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def mask(site: SiteMaker, size: tuple[int, int]) -> str:
    """A mask as people draw one: the left half is white."""
    drawn = Image.new("RGB", size, "black")
    drawn.paste("white", (0, 0, size[0] // 2, size[1]))
    drawn.save(site.folder / "mask.png")
    return "mask.png"


def the_picture(site: SiteMaker) -> bytes:
    """What lies in the portfolio."""
    return (site.folder / "illustrations" / site.recipe("a.yml")["file"]).read_bytes()


def test_a_picture_is_changed(pictured: SiteMaker, server: ModelServer) -> None:
    """The model gets the picture and what shall be different; the answer is a candidate, and the picture stays."""
    before, recipe = the_picture(pictured), pictured.recipe("a.yml")
    said = edited(pictured)
    (call,) = server.calls
    form = dict(call.form or {})
    assert call.path == "/v1/images/edits"
    assert form == {
        "model": ["gpt-image-2.5-flare"],
        "prompt": ["make it night"],
        "size": ["1536x1024"],
        "output_format": ["webp"],
        "image[]": [before],
    }
    (candidate,) = said["candidates"]
    assert candidate["made_from"] == [recipe["key"]]
    assert measured((pictured.folder / candidate["file"]).read_bytes())[1] == (1536, 1024)
    assert (the_picture(pictured), pictured.recipe("a.yml")) == (before, recipe)


def test_a_changed_picture_is_picked(pictured: SiteMaker, server: ModelServer) -> None:
    """It is of what the picture was of: alt and prompt stay, the change is noted, and a build keeps it."""
    before = pictured.recipe("a.yml")
    edited(pictured)
    assert command(pictured, "pick", "a.md", "1").returncode == 0
    recipe = pictured.recipe("a.yml")
    same = ("prompt", "alt", "caption", "brief", "draft", "size")
    assert {name: recipe[name] for name in same} == {name: before[name] for name in same}
    assert (recipe["origin"], recipe["edits"]) == ("edited", ["make it night"])
    assert recipe["made_from"] == [before["key"]]
    assert recipe["digital_source_type"] == "trainedAlgorithmicMedia"
    assert [figure["state"] for figure in planned(pictured)["figures"]] == ["kept"]
    server.calls.clear()
    assert pictured.build("--strict", **KEYS).code == 0
    assert server.calls == []
    pictured.page("a.md", OTHER_VILLAGES, illustrate=True)
    pictured.build("--strict", **KEYS)
    assert "night" not in server.asked("/images/generations")[0].body["prompt"]


def test_the_same_change_is_paid_once(pictured: SiteMaker, server: ModelServer) -> None:
    """The same command finds what it made; another change, or --force, is another purchase."""
    edited(pictured)
    assert [c["number"] for c in edited(pictured)["candidates"]] == [1]
    assert len(server.calls) == 1
    assert [c["number"] for c in edited(pictured, prompt="make it day")["candidates"]] == [2]
    edited(pictured, "--force")
    assert len(server.calls) == 3


def test_a_part_is_redrawn(pictured: SiteMaker, server: ModelServer) -> None:
    """White in the mask is redrawn: OpenAI wants it transparent there, a PNG as large as the picture."""
    edited(pictured, "--mask", mask(pictured, (1536, 1024)))
    (sent,) = server.state["mask"]
    image = Image.open(io.BytesIO(sent))
    assert (image.mode, image.size) == ("RGBA", (1536, 1024))
    assert (image.getpixel((10, 10)), image.getpixel((1500, 10))) == ((255, 255, 255, 0), (0, 0, 0, 255))


def test_a_mask_of_another_size(pictured: SiteMaker, server: ModelServer) -> None:
    """It is scaled, and a line says so."""
    name = mask(pictured, (768, 512))
    done = command(pictured, "edit", "a.md", "--prompt", "a boat", "--mask", name, "--yes", **KEYS)
    assert "the mask is 768x512, the picture 1536x1024: it was scaled" in done.stdout
    assert measured(server.state["mask"][0]) == ("PNG", (1536, 1024))


def test_further_pictures(pictured: SiteMaker, server: ModelServer) -> None:
    """They go along in their order, counted by their bytes; a photo without what its camera wrote."""
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    Image.new("RGB", (64, 48), "red").save(pictured.folder / "photo.jpg", exif=exif)
    (pictured.folder / "other.png").write_bytes(picture("other", (64, 48)))
    said = edited(pictured, "--with", "other.png", "--with", "photo.jpg")
    assert len(said["candidates"][0]["made_from"]) == 3
    first, second, third = server.state["inputs"]
    assert (first, second) == (the_picture(pictured), picture("other", (64, 48)))
    assert b"Camera" not in third
    command(pictured, "pick", "a.md", "1")
    assert pictured.recipe("a.yml")["digital_source_type"] == "compositeWithTrainedAlgorithmicMedia"
    (pictured.folder / "other.png").write_bytes(picture("another", (64, 48)))
    command(pictured, "pick", "a.md", "2")
    edited(pictured, "--with", "other.png", "--with", "photo.jpg")
    assert len(server.calls) == 2


def test_a_change_in_a_job(pictured: SiteMaker) -> None:
    """A vendor that works in jobs gets the pictures inside its JSON; the job is noted without them."""
    other = picture("other", (64, 48))
    (pictured.folder / "other.png").write_bytes(other)
    with ModelServer.of("bfl", key="test-key") as bfl:
        pictured.options["image"] = {"provider": "bfl", "base_url": bfl.url}
        said = edited(pictured, "--with", "other.png", BFL_API_KEY="test-key")
        sent = bfl.calls[0].body
    start = the_picture(pictured)
    assert [base64.b64decode(sent[name]) for name in ("input_image", "input_image_2")] == [start, other]
    assert (sent["prompt"], sent["width"], sent["height"]) == ("make it night", 1536, 1024)
    assert [candidate["provider"] for candidate in said["candidates"]] == ["bfl"]


def test_no_note_holds_megabytes(pictured: SiteMaker) -> None:
    """The ledger speaks of pictures by their keys."""
    edited(pictured)
    ledger = pictured.folder / ".cache" / "plugin" / "illustrate" / "ledger.jsonl"
    assert max(map(len, ledger.read_text("utf-8").splitlines())) < 1000


def test_a_photo_that_is_changed_stays(site: SiteMaker, server: ModelServer, tmp_path: Path) -> None:
    """What a person brought is never made anew by itself, also when it was changed; its credit goes along."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(picture("photo", (1536, 1024), "JPEG"))
    command(site, "import", "a.md", str(photo), "--source", "photo", "--credit", "Ada")
    edited(site)
    command(site, "pick", "a.md", "1")
    recipe = site.recipe("a.yml")
    assert (recipe["credit"], recipe["digital_source_type"]) == ("Ada", "compositeWithTrainedAlgorithmicMedia")
    site.page("a.md", OTHER_VILLAGES, illustrate=True)
    assert [figure["state"] for figure in planned(site)["figures"]] == ["pinned"]


def test_a_model_that_can_not(pictured: SiteMaker, server: ModelServer) -> None:
    """It is named, with those that can: the site's own first. Exit 2, and nothing is sent."""
    pictured.options["models"] = {"editor": dict(pictured.options["image"])}
    pictured.options["image"] = {"provider": "recraft"}
    (problem,) = edited(pictured, code=2)["problems"]
    assert problem["text"].startswith("recraft recraftv")
    assert "makes no pictures out of others; of mkdocs.yml's models these can: editor (--model)" in problem["text"]
    assert server.calls == []
    assert edited(pictured, "--model", "editor")["candidates"]
    del pictured.options["models"]
    (problem,) = edited(pictured, code=2)["problems"]
    assert "these can: aimlapi (openai/gpt-image-*), azure, bfl (" in problem["text"]
    pictured.options["image"] = {"provider": "google"}
    (problem,) = edited(pictured, "--mask", mask(pictured, (1536, 1024)), code=2)["problems"]
    assert "takes no mask; these can: aimlapi (openai/gpt-image-*), azure, openai, openai-compatible" in problem["text"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--mask", "black.png"), 2, "black.png: nothing in the mask is white"),
        (("--with", "mkdocs.yml"), 2, "mkdocs.yml: the picture is damaged or of no known format"),
        (("--model", "foto"), 2, "'foto' is no name under 'models:'"),
    ],
)
def test_what_can_not_be_meant(pictured: SiteMaker, arguments: tuple[str, ...], code: int, says: str) -> None:
    """One line that names the file, before anything is sent."""
    Image.new("L", (64, 64), 10).save(pictured.folder / "black.png")
    (problem,) = edited(pictured, *arguments, code=code)["problems"]
    assert says in problem["text"]


def test_there_has_to_be_a_picture(site: SiteMaker, server: ModelServer) -> None:
    """Without one there is nothing to change."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    (problem,) = edited(site, code=1)["problems"]
    assert (problem["code"], "no picture" in problem["text"]) == ("missing", True)


@pytest.mark.parametrize(("answer", "code", "calls"), [("n\n", 3, 0), ("y\n", 0, 1)])
def test_a_person_is_asked(pictured: SiteMaker, server: ModelServer, answer: str, code: int, calls: int) -> None:
    """With the price, before anything is sent; from a pipe nothing is bought without --yes."""
    asked = ("edit", "a.md", "--prompt", "make it night")
    talk = typed(pictured.folder, *asked, answers={"[y/N]": answer}, **KEYS)
    assert (talk.code, len(server.calls)) == (code, calls), talk.text
    assert "about $0.02" in talk.text  # the picture that it starts from is paid, too
    assert command(pictured, "edit", "a.md", "--prompt", "make it dusk", **KEYS).returncode == 3


def test_a_refused_change_is_remembered(pictured: SiteMaker, server: ModelServer) -> None:
    """Asking again would be paying again."""
    said = edited(pictured, prompt=FORBIDDEN, code=1)
    said = edited(pictured, prompt=FORBIDDEN, code=1)
    assert [problem["code"] for problem in said["problems"]] == ["refused"]
    assert len(server.calls) == 1


def test_the_budget_holds(pictured: SiteMaker, server: ModelServer) -> None:
    """A change counts as any picture does."""
    pictured.options["budget"] = {"pictures": 0}
    (problem,) = edited(pictured, code=1)["problems"]
    assert "budget" in problem["text"]
    assert server.calls == []
