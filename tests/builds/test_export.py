"""`export` and the Markdown extension: whoever builds the pages, they show the figures that a build of ours shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import markdown
import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

HARBOUR = (
    "# Harbour\n\nBoats come home in the evening.\n\n## Nets\n\nThey are full of fish.\n\n## Ropes\n\nThey are wet.\n"
)


@pytest.fixture
def exported(site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> SiteMaker:
    """A site of two pages, one of which has two figures, exported."""
    site.page("index.md", CITIES, illustrate=True)
    site.page("sea/harbour.md", HARBOUR, illustrate=True, illustrate_with=[{"caption": "At <dusk>"}, {"after": "Nets"}])
    site.options["figure"] = {"caption": True}
    done = command(site, "export")
    assert done.returncode == 0, done.stderr
    monkeypatch.chdir(site.folder)
    return site


def rendered(text: str, **options: Any) -> str:
    """A page by Python-Markdown alone."""
    return markdown.markdown(
        text,
        extensions=["toc", "mkdocs_illustrate.markdown"],
        extension_configs={"mkdocs_illustrate.markdown": options},
    )


def figures(html: str) -> list[str]:
    """The figures of a page, without the way to their files."""
    return [found.replace("../../", "") for found in re.findall(r"<figure class=.illustration.*?</figure>", html)]


def test_the_same_figures(exported: SiteMaker) -> None:
    """As in a build of ours, at the same places; there they stand once, also with the extension beside us."""
    exported.config["markdown_extensions"] = ["mkdocs_illustrate.markdown"]
    built = exported.build("--strict")
    assert built.code == 0, built.log
    assert figures(rendered(CITIES)) == figures(built.html("index.html")) != []
    ours = figures(rendered(HARBOUR))
    assert ours == figures(built.html("sea/harbour/index.html"))
    assert len(ours) == 2
    assert "At &lt;dusk&gt;" in ours[0]
    for name in re.findall(r'src="([^"]+)"', "".join(ours)):
        assert (exported.folder / "docs" / name).is_file()


@pytest.mark.usefixtures("exported")
def test_a_page_is_known_by_its_words() -> None:
    """A typo makes no other page of it, another article of the same title does."""
    assert len(figures(rendered(HARBOUR.replace("evening", "evenings")))) == 2
    assert figures(rendered("# Harbour\n\nA law firm in the old town, founded by three sisters in 1902.\n")) == []
    assert figures(rendered("# Mill\n\nBoats come home in the evening.\n")) == []


@pytest.mark.usefixtures("exported")
def test_a_page_is_known_by_its_name() -> None:
    """Where somebody says it."""
    assert len(figures(rendered("# Something else\n", page="sea/harbour.md"))) >= 1
    assert figures(rendered(HARBOUR, page="elsewhere.md")) == []


@pytest.mark.usefixtures("exported")
def test_addresses_begin_where_somebody_says() -> None:
    """A page may lie deeper than the pictures."""
    assert 'src="/sub/assets/illustrations/' in rendered(CITIES, base="/sub/")


@pytest.mark.usefixtures("exported")
def test_a_heading_in_a_list_is_no_page() -> None:
    """`toc` renders each heading by itself."""
    html = rendered("[TOC]\n\n" + HARBOUR, page="sea/harbour.md")
    assert len(figures(html)) == 2
    assert "figure" not in html[: html.index("</div>")]


@pytest.mark.usefixtures("exported")
def test_each_page_is_its_own() -> None:
    """One instance renders many pages, one after the other."""
    renderer = markdown.Markdown(extensions=["mkdocs_illustrate.markdown"])
    counts = [len(figures(renderer.reset().convert(text))) for text in (CITIES, "# Other\n\nWords.\n", HARBOUR)]
    assert counts == [1, 0, 2]


def test_an_export_after_an_export_changes_nothing(exported: SiteMaker) -> None:
    """Whoever watches the sources builds nothing anew; what no page shows any more is taken away, and nothing else."""
    folder = exported.folder / "docs/assets/illustrations"
    (folder / "mine.png").write_bytes(b"x")
    before = {
        path: path.stat().st_mtime_ns for path in (*folder.iterdir(), exported.folder / "illustrations/figures.json")
    }
    done = json.loads(command(exported, "export", "--json").stdout)
    assert (done["removed"], done["problems"]) == ([], [])
    assert {path: path.stat().st_mtime_ns for path in before} == before
    exported.page("index.md", CITIES)
    done = json.loads(command(exported, "export", "--json").stdout)
    assert [Path(name).name[:6] for name in done["removed"]] == ["index-", "index-"]
    assert {path.name.split("-")[0] for path in folder.iterdir()} == {"mine.png", "sea"}
    assert figures(rendered(CITIES)) == []


def test_nothing_is_taken_away_elsewhere(exported: SiteMaker) -> None:
    """A list that somebody has changed names what is none of ours."""
    manifest = exported.folder / "illustrations/figures.json"
    index = (exported.folder / "docs/index.md").read_text("utf-8")
    for name in ("index.md", "assets/illustrations/../../index.md"):
        told = json.loads(manifest.read_text("utf-8"))
        told["pages"]["index.md"]["figures"][0]["files"][0]["name"] = name
        manifest.write_text(json.dumps(told), "utf-8")
        assert command(exported, "export").returncode == 0
        assert (exported.folder / "docs/index.md").read_text("utf-8") == index


def test_nothing_is_bought(site: SiteMaker, server: ModelServer) -> None:
    """What is missing is named, and the others are exported."""
    site.models(server.url)
    site.options["on_missing"] = "skip"
    site.page("index.md", CITIES, illustrate=True)
    done = command(site, "export", "--json", **KEYS)
    said = json.loads(done.stdout)
    assert (done.returncode, server.calls, said["files"]) == (0, [], [])
    assert [(found["code"], found["page"]) for found in said["problems"]] == [("missing", "index.md")]


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 2}', '{"pages": {"a.md": {"title": 1}}}', "\ud800"])
def test_a_damaged_list(exported: SiteMaker, text: str, caplog: pytest.LogCaptureFixture) -> None:
    """One line says so, and the page is shown without figures."""
    path = exported.folder / "illustrations/figures.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert figures(rendered(CITIES)) == figures(rendered(HARBOUR)) == []
    assert len(caplog.records) == 1
    assert "`mkdocs-illustrate export` writes it anew" in caplog.text
