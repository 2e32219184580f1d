"""Nobody but the browser that was given the address gets anything from a desk, or changes anything."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sites import SiteMaker

from .desks import OpenDesk, open_desk


def snapshot(site: SiteMaker) -> dict[str, bytes]:
    """All recipes, byte by byte."""
    folder = site.folder / "illustrations"
    return {str(path): path.read_bytes() for path in folder.rglob("*.yml")}


def test_the_address_lets_one_browser_in(blog: SiteMaker) -> None:
    """The first line is the address on loopback; its token is exchanged once for a cookie that no script can read."""
    with open_desk(blog) as desk:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", desk.address)
        answer = desk.client.get(desk.address)
        cookie = answer.headers["set-cookie"].lower()
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert desk.client.get("/").status_code == 200
        assert httpx.get(desk.address, trust_env=False).status_code == 403  # another browser, later


def strangers(desk: OpenDesk) -> list[dict[str, Any]]:
    """Requests that come from elsewhere, each with all that is right but one thing."""
    cookies = dict(desk.client.cookies)
    port = desk.origin.rpartition(":")[2]
    return [
        {"cookies": {}},
        {"cookies": {}, "params": {"token": "guessed"}},
        {"cookies": dict.fromkeys(cookies, "guessed")},
        {"cookies": cookies, "headers": {"Host": f"evil.example:{port}"}},
        {"cookies": cookies, "headers": {"Host": f"localhost:{port}"}},
        {"cookies": cookies, "headers": {"Origin": "https://evil.example"}},
        {"cookies": cookies, "headers": {"Origin": "null"}},
        {"cookies": cookies, "headers": {"Sec-Fetch-Site": "cross-site"}},
        {"cookies": cookies, "headers": {"Sec-Fetch-Site": "same-site"}},
    ]


@pytest.mark.parametrize("number", range(9))
def test_strangers(desk: OpenDesk, blog: SiteMaker, number: int) -> None:
    """Another site's form, a rebinding name, a guessed token, no cookie: 403, and nothing changes."""
    before = snapshot(blog)
    fields = {"figure": "cities.md", "what": "approve", "seen": desk.seen("cities.md")}
    request = strangers(desk)[number]
    with httpx.Client(base_url=desk.origin, trust_env=False, cookies=request.pop("cookies")) as stranger:
        answers = [stranger.post("/decide", data=fields, **request)]
        answers += [stranger.post(path, data=fields, **request) for path in ("/undo", "/anew")]
        answers += [stranger.get(path, **request) for path in ("/", "/figure", "/news", "/static/desk.css")]
        answers.append(stranger.get("/picture?figure=cities.md", **request))
    assert {answer.status_code for answer in answers} == {403}
    assert snapshot(blog) == before
    assert desk.press("cities.md", "approve").status_code == 200


def test_headers(desk: OpenDesk) -> None:
    """Each answer forbids whatever the desk does not need, and opens nothing to other sites."""
    for path in ("/", "/figure", "/static/desk.js", "/nowhere"):
        headers = desk.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert not [name for name in headers if name.startswith("access-control")]


def test_foreign_text_is_text(desk: OpenDesk, blog: SiteMaker) -> None:
    """What a model or a stranger wrote into a recipe stands on the page as text."""
    path = blog.folder / "illustrations" / "cities.yml"
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    path.write_text(
        re.sub(r"^alt: .*\n(?:  .*\n)*", f"alt: '{hostile}'\n", path.read_text("utf-8"), flags=re.MULTILINE)
    )
    page = desk.look("cities.md")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize(
    "query",
    [
        "figure=../../mkdocs.yml",
        "figure=/etc/passwd",
        "figure=cities.md&candidate=../1",
        "figure=",
        "figure=cities.yml",
    ],
)
def test_nothing_is_a_path(desk: OpenDesk, query: str) -> None:
    """What a request names is looked up among the figures."""
    assert desk.client.get(f"/picture?{query}").status_code == 404


@pytest.mark.parametrize("name", ["..%2froutes.py", "register.css", "%2e%2e/desk.py"])
def test_only_its_own_files(desk: OpenDesk, name: str) -> None:
    """The files of the page are listed; there is no folder to look into."""
    assert desk.client.get(f"/static/{name}").status_code == 404


def test_pictures_are_pictures(desk: OpenDesk, blog: SiteMaker) -> None:
    """What lies in the portfolio goes through the gate: a page that calls itself a picture is not shown."""
    recipe = blog.recipe("cities.yml")
    (blog.folder / "illustrations" / recipe["file"]).write_text("<!doctype html><script>alert(1)</script>" * 99)
    path = blog.folder / "illustrations" / "cities.yml"
    path.write_text(path.read_text("utf-8").replace(recipe["sha256"], "f" * 64))
    desk.look("cities.md")
    answer = desk.client.get("/picture?figure=cities.md")
    assert answer.status_code == 404
    assert "script" not in answer.text


def test_a_long_form_is_no_form(desk: OpenDesk, blog: SiteMaker) -> None:
    """More than any of its forms holds is not read."""
    before = snapshot(blog)
    fields = {"figure": "cities.md", "what": "words", "seen": desk.seen("cities.md"), "alt": "x" * 200_000}
    assert desk.client.post("/decide", data=fields).status_code == 404
    assert snapshot(blog) == before


def test_ctrl_c(blog: SiteMaker, tmp_path: Path) -> None:
    """It ends in peace, without a trace, and says nothing but its address."""
    errors = tmp_path / "errors"
    with errors.open("wb") as file, open_desk(blog, stderr=file) as desk:
        desk.enter()
        assert desk.end() == 0
    assert errors.read_text() == ""


def test_a_port_that_is_taken(desk: OpenDesk, blog: SiteMaker) -> None:
    """One line, no traceback."""
    port = desk.origin.rpartition(":")[2]
    with open_desk(blog, "--port", port, stderr=subprocess.PIPE) as second:
        assert second.process.wait(60) == 2
        assert second.address == ""
        assert second.process.stderr is not None
        assert f"port {port} can't be had" in second.process.stderr.read().decode()
        second.process.stderr.close()
