"""What those who show shared pages refuse, or show wrong: a judge of a page's head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from PIL import Image

_MOST = 300_000  # bytes; WhatsApp shows no larger one
_NEEDED = ("og:title", "og:type", "og:url", "og:image", "og:image:type", "og:image:width", "og:image:height")


def problems(folder: Path, page: str, site_url: str) -> list[str]:
    """All that is wrong with the head of a page that has a figure."""
    return list(_problems(folder, page, site_url))


def _problems(folder: Path, page: str, site_url: str) -> Iterator[str]:
    head = BeautifulSoup((folder / page).read_text("utf-8"), "html.parser").head
    if head is None:
        yield "there is no head"
        return
    said = _said(head)
    yield from (f"{name} stands {len(words)} times" for name, words in said.items() if len(words) > 1)
    yield from (f"{name} is missing" for name in (*_NEEDED, "twitter:card") if not said.get(name))
    one = {name: words[0] for name, words in said.items()}
    address = one.get("og:image", "")
    if not address.startswith(site_url):
        yield f"og:image is '{address}': no address of this site"
        return
    path = folder / unquote(urlsplit(address).path).removeprefix(urlsplit(site_url).path)
    yield from _of_file(path, one)
    if not one.get("og:url", "").startswith(site_url):
        yield "og:url is no address of this site"
    if one.get("twitter:card") != "summary_large_image":
        yield "twitter:card is no large one"
    if "max-image-preview:large" not in one.get("robots", ""):
        yield "search engines show a small picture"
    yield from _of_data(head, one)


def _said(head: Tag) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in head.select("meta[property], meta[name]"):
        name = str(meta.get("property") or meta.get("name"))
        if name.startswith(("og:", "twitter:")) or name == "robots":
            found.setdefault(name, []).append(str(meta.get("content") or ""))
    return found


def _of_file(path: Path, said: dict[str, str]) -> Iterator[str]:
    if not path.is_file():
        yield f"{path.name} is not there"
        return
    with Image.open(path) as image:
        size, kind = image.size, str(image.format).lower()
    if size != (1200, 630):
        yield f"{path.name} is {size[0]}x{size[1]}"
    if path.stat().st_size > _MOST:
        yield f"{path.name} has {path.stat().st_size} bytes"
    if kind not in {"jpeg", "png"}:
        yield f"{path.name} is a {kind}"
    told = (said.get("og:image:width"), said.get("og:image:height"), said.get("og:image:type"))
    if told != (str(size[0]), str(size[1]), f"image/{kind}"):
        yield f"{path.name} is not what is said of it: {told}"


def _of_data(head: Tag, said: dict[str, str]) -> Iterator[str]:
    scripts = head.select('script[type="application/ld+json"]')
    data = {one["@type"]: one for one in (json.loads(script.get_text()) for script in scripts)}
    image, page = data.get("ImageObject", {}), data.get("WebPage", {})
    if not str(image.get("digitalSourceType", "")).startswith("http://cv.iptc.org/newscodes/digitalsourcetype/"):
        yield "nothing says what made the picture"
    if image.get("description", "") != said.get("og:image:alt", ""):
        yield "og:image:alt and the data say different things"
    if page.get("primaryImageOfPage") != {"@id": image.get("@id")} or page.get("url") != said.get("og:url"):
        yield "the picture is not said to be the page's"
