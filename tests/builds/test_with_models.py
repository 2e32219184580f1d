"""A chat model writes, an image model draws, on a server that answers like the real ones."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest

from mkdocs_illustrate.studio.library import Library
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.pictures import drawing
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, widths

WALKTHROUGH = (
    "Read this article and generate a short prompt for illustration generation "
    "(no need to output the words like Prompt):"
)


@pytest.mark.parametrize("shape", ["images", "data-url", "data-b64", "output"])
def test_the_walkthrough(site: SiteMaker, server: ModelServer, shape: str) -> None:
    """AI/ML API's walkthrough runs unchanged: gpt-4o, flux-pro at 1024x320, second place."""
    server.state.update(shape=shape, fields={"model", "prompt", "image_size"})
    site.page("index.md", CITIES, illustrate=True)
    site.options["chat"] = {
        "provider": "aimlapi",
        "base_url": server.url,
        "model": "gpt-4o",
        "instructions": WALKTHROUGH,
    }
    site.options["image"] = {
        "provider": "aimlapi",
        "base_url": server.url,
        "model": "flux-pro",
        "size": "1024x320",
    }
    built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    (asked,), (drawn,) = server.asked("/chat/completions"), server.asked("/images/generations")
    assert asked.body["model"] == "gpt-4o"
    (message,) = asked.body["messages"]
    assert message["content"].startswith(f"{WALKTHROUGH} Futuristic Cities. Cities of the future")
    assert "response_format" not in asked.body
    assert drawn.body["image_size"] == {"width": 1024, "height": 320}
    assert drawn.body["model"] == "flux-pro"
    html = built.html("index.html")
    places = ("Cities of the future promise", "<figure", "Transportation will")
    assert [html.index(p) for p in places] == sorted(html.index(p) for p in places)
    image = built.figures()[0]["img"]
    assert (image["width"], image["height"]) == ("1024", "320")
    assert widths(image["srcset"]) == [480, 768, 1024]
    recipe = site.recipe("index.yml")
    assert recipe["prompt"] == drawn.body["prompt"]
    assert recipe["seed" if shape == "images" else "model"] in {550911681, "flux-pro"}


def test_reve_takes_a_ratio(site: SiteMaker, server: ModelServer) -> None:
    """A model that knows ratios gets the nearest; the picture is cropped to what was asked."""
    server.state.update(shape="data-url", fields=None)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, provider="aimlapi", model="reve/create-image", size="1200x400")
    built = site.build("--strict", **KEYS)
    assert server.asked("/images/generations")[0].body["aspect_ratio"] == "16:9"
    image = built.figures()[0]["img"]
    assert int(image["width"]) / int(image["height"]) == pytest.approx(3.0, abs=0.01)
    assert site.recipe("index.yml")["cost"] == 0.0502  # the picture and its brief


def test_any_compatible_server(site: SiteMaker, server: ModelServer) -> None:
    """An unknown model is sent as it is, its options too, and no key is asked for."""
    server.key = None
    server.state["fields"] = None
    site.page("index.md", CITIES, illustrate=True)
    for role in ("chat", "image"):
        site.options[role] = {
            "provider": "openai-compatible",
            "base_url": server.url,
            "model": "my-own",
            "options": {"steps": 12},
        }
    site.options["image"] |= {"size": "777x333", "seed": 7}
    assert site.build("--strict").code == 0
    body = server.asked("/images/generations")[0].body
    assert body["size"] == "777x333"
    assert (body["steps"], body["seed"], body["model"]) == (12, 7, "my-own")
    assert "authorization" not in server.calls[0].headers
    assert server.asked("/chat/completions")[0].body["steps"] == 12


@pytest.mark.parametrize(
    ("forms", "asked"),
    [
        (("json_schema", "text"), ["json_schema"] * 3),
        (("json_object", "text"), ["json_schema", "json_object", "json_object", "json_object"]),
        (("text",), ["json_schema", "json_object", None, None, None]),
    ],
)
def test_the_ladder(site: SiteMaker, server: ModelServer, forms: tuple[str, ...], asked: list[str | None]) -> None:
    """The strictest form that the endpoint takes is found once, and kept for the next pages."""
    server.state["forms"] = forms
    site.models(server.url)
    site.options["concurrency"] = 1
    for name in ("a", "b", "c"):
        site.page(f"{name}.md", f"# Title {name}\n\nWords about {name}.\n", illustrate=True)
    assert site.build("--strict", **KEYS).code == 0
    sent = [c.body.get("response_format") for c in server.asked("/chat/completions")]
    assert [s["type"] if s else None for s in sent] == asked


@pytest.mark.parametrize(
    "said",
    [
        "```json\n%s\n```",
        "Sure! Here is your brief:\n\n```\n%s\n```\nLet me know!",
        "<think>hm, a { brace</think>%s",
    ],
)
def test_an_answer_in_disguise(site: SiteMaker, server: ModelServer, said: str) -> None:
    """A fence, a greeting or a thought around the answer does not reach the picture."""
    brief = {"prompt": "A red boat on a lake.", "alt": "A red boat", "caption": "Afloat"}
    server.state["brief"] = said % json.dumps(brief)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.options["figure"] = {"caption": True}
    built = site.build("--strict", **KEYS)
    assert server.asked("/images/generations")[0].body["prompt"] == "A red boat on a lake."
    figure = built.figures()[0]
    assert figure["img"]["alt"] == "A red boat"
    assert figure["caption"] == "Afloat AI-generated illustration"


@pytest.mark.parametrize("said", ["Here is your prompt: A red boat.", '**Prompt:** "A red boat."', "A red boat."])
def test_prose_is_a_brief_too(site: SiteMaker, server: ModelServer, said: str) -> None:
    """A model that knows no JSON still gives a clean prompt, and an alt text."""
    server.state.update(brief=said, forms=("text",))
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    built = site.build("--strict", **KEYS)
    assert server.asked("/images/generations")[0].body["prompt"] == "A red boat."
    assert built.figures()[0]["img"]["alt"] == "A red boat."


def test_style_is_ours_and_the_limit_holds(site: SiteMaker, server: ModelServer) -> None:
    """The house style stands behind every prompt, never cut; the prompt gives way at a word."""
    words = [hashlib.sha256(b"%d" % number).hexdigest()[:6] for number in range(600)]
    server.state.update(brief=json.dumps({"prompt": " or ".join(words), "alt": "a", "caption": "c"}))
    server.state.update(prompt_limit=2560, fields=None)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, provider="aimlapi", model="reve/create-image")
    site.options["style"] = "Charcoal on grey paper."
    assert site.build("--strict", **KEYS).code == 0
    (asked,), (drawn,) = server.asked("/chat/completions"), server.asked("/images/generations")
    assert drawn.body["prompt"].endswith("Charcoal on grey paper.")
    assert drawn.body["prompt"].removesuffix(" Charcoal on grey paper.").split()[-1] in [*words, "or"]
    assert len(drawn.body["prompt"]) <= 2560
    assert "Charcoal" not in json.dumps(asked.body)


def test_wishes_of_a_page(site: SiteMaker, server: ModelServer) -> None:
    """A page's own prompt is used as it is, with its model, size, alt and caption."""
    site.page(
        "index.md",
        CITIES,
        illustrate=True,
        illustrate_with={
            "prompt": "A single green apple.",
            "alt": "",
            "caption": "Green",
            "model": "photo",
            "aspect_ratio": "1:1",
        },
    )
    site.models(server.url)
    site.options["figure"] = {"caption": True, "label": False}
    site.options["models"] = {"photo": {"provider": "openai", "base_url": server.url, "model": "gpt-image-2"}}
    built = site.build("--strict", **KEYS)
    assert server.count("/chat/completions") == 0
    body = server.asked("/images/generations")[0].body
    assert (body["prompt"], body["model"]) == ("A single green apple.", "gpt-image-2")
    width, height = (int(edge) for edge in body["size"].split("x"))
    assert width == height
    figure = built.figures()[0]
    assert (figure["img"]["alt"], figure["caption"]) == ("", "Green")


def test_a_note_goes_to_the_chat_model(site: SiteMaker, server: ModelServer) -> None:
    """A hint from the author reaches the chat model, and only the chat model."""
    site.page("index.md", CITIES, illustrate=True, illustrate_with={"note": "show a yellow tram"})
    site.models(server.url)
    site.build("--strict", **KEYS)
    assert "yellow tram" in server.asked("/chat/completions")[0].body["messages"][-1]["content"]


def test_one_purchase_for_one_article(site: SiteMaker, server: ModelServer) -> None:
    """Two pages with the same article share a purchase; each has its own recipe and copy."""
    site.page("a.md", CITIES, illustrate=True)
    site.page("b/c.md", CITIES.replace("Cities of", "Cities  of"), illustrate=True)
    site.models(server.url)
    built = site.build("--strict", **KEYS)
    assert (server.count("/chat/completions"), server.count("/images/generations")) == (1, 1)
    recipes = [site.recipe("a.yml"), site.recipe("b/c.yml")]
    assert recipes[0]["sha256"] == recipes[1]["sha256"]
    assert (site.folder / "illustrations/b/c.webp").is_file()
    pages = ("a/index.html", "b/c/index.html")
    assert all("assets/illustrations/" in built.figures(p)[0]["img"]["src"] for p in pages)


def test_markup_in_generated_words_is_inert(site: SiteMaker, server: ModelServer) -> None:
    """Whatever a model writes reaches the page as text: no tag, no macro, no snippet."""
    evil = '"><script>alert(1)</script> {{ config }} --8<-- ".env" ](javascript:x) Boats at sea'
    server.state["brief"] = json.dumps({"prompt": "A boat", "alt": evil, "caption": evil})
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    site.config["plugins"] = ["search", "macros"]
    site.options["figure"] = {"caption": True}
    built = site.build("--strict", **KEYS)
    assert "<script>alert" not in built.html("index.html")
    assert "{{ config }}" in built.figures()[0]["img"]["alt"]


def test_a_packed_answer_is_read(site: SiteMaker, server: ModelServer) -> None:
    """Raw picture bytes instead of JSON are a picture as well."""
    from mkdocs_illustrate.testing.pictures import picture

    raw = Reply(body=picture("raw", (640, 480)), headers={"Content-Type": "text/plain"})
    server.fail("/images/generations", reply=raw)
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).figures()[0]["img"]["width"] == "640"


def test_a_drawing_by_a_model(site: SiteMaker, server: ModelServer) -> None:
    """An SVG that was asked for is kept as one, cleaned, and published as pixels."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, model="gpt-image-2.6-flare", options={"output_format": "svg"})
    assert site.build("--strict", **KEYS).code == 0
    kept = site.folder / "illustrations/index.svg"
    assert kept.read_bytes().startswith(b"<svg")
    server.calls.clear()
    shutil.rmtree(site.folder / ".cache")
    (figure,) = site.build("--strict", ILLUSTRATE_FROZEN="1").figures()
    assert figure["img"]["src"].endswith(".webp")
    assert figure["img"]["width"] == "1536"
    assert server.calls == []
    kept.write_bytes(kept.read_bytes().replace(b"<circle", b"<image"))
    built = site.build(ILLUSTRATE_FROZEN="1")
    assert (built.code, len(built.lines("<image> may not stand in it"))) == (1, 1)


def test_a_drawing_that_could_act(site: SiteMaker, server: ModelServer) -> None:
    """What does not pass the lists is one warning, and no picture."""
    site.page("index.md", CITIES, illustrate=True)
    server.state["drawing"] = drawing("x").replace(b"<circle", b"<script")
    site.models(server.url, model="gpt-image-2.6-flare", options={"output_format": "svg"})
    built = site.build(**KEYS)
    (line,) = built.warnings()
    assert "<script> may not stand in it" in line
    assert not (site.folder / "illustrations").exists()


def test_the_budget_counts_pictures_not_calls(site: SiteMaker, server: ModelServer) -> None:
    """An order of three pictures takes three out of the budget, or is not given."""
    for n in range(3):
        site.page(f"p{n}.md", f"# Page {n}\n\nStory {n}.\n", illustrate=True)
    site.models(server.url, options={"n": 3})
    site.options["budget"] = {"pictures": 5}
    site.build(**KEYS)
    assert server.count("/images/generations") == 1


def test_further_pictures_are_not_lost(site: SiteMaker, server: ModelServer) -> None:
    """Of two pictures of one call the first is shown, the second kept in the cache."""
    site.page("index.md", CITIES, illustrate=True)
    site.models(server.url, options={"n": 2})
    assert site.build("--strict", **KEYS).code == 0
    shelf = Library(None, site.folder / ".cache/plugin/illustrate")
    key = site.recipe("index.yml")["key"]
    first, second = shelf.picture(key), shelf.other(key, 2)
    shelf.close()
    assert first is not None
    assert second is not None
    assert (first.width, first.data != second.data) == (second.width, True)
