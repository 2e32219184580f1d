"""A moved page takes its picture along: paid once, whatever its page is called by now."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, planned

VILLAGES = """# Quiet Villages

Bakers open early, and a bus comes twice a day to the square under the lime trees.

Old houses have thick walls; swallows nest below their roofs, and a brook runs behind the gardens.

In winter smoke stands straight above the chimneys, and everybody hears the church bell.
"""


@pytest.fixture
def two(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site of two pages with pictures, committed as an author would."""
    site.page("cities.md", CITIES, illustrate=True)
    site.page("life/villages.md", VILLAGES, illustrate=True)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    git(site, "init", "-q")
    commit(site)
    server.calls.clear()
    return site


def git(site: SiteMaker, *words: str) -> str:
    """What git says."""
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "diff.renames=true")
    done = subprocess.run(["git", *names, *words], cwd=site.folder, check=True, capture_output=True, text=True)
    return done.stdout


def commit(site: SiteMaker) -> list[str]:
    """What a commit says of the portfolio: `R098 old new`."""
    git(site, "add", "docs", "illustrations")
    git(site, "commit", "-qm", "A step")
    lines = git(site, "show", "-M", "--format=", "--name-status").splitlines()
    return [line for line in lines if "illustrations/" in line]


def files(site: SiteMaker) -> list[str]:
    """What lies in the portfolio."""
    folder = site.folder / "illustrations"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def rename(site: SiteMaker, old: str, new: str, text: str | None = None) -> None:
    """Move a page, and write it anew where it is edited on the way."""
    (site.folder / "docs" / old).unlink()
    site.page(new, VILLAGES if text is None else text, illustrate=True)


def test_a_page_is_renamed(two: SiteMaker, server: ModelServer) -> None:
    """Recipe and picture go along with one line, git sees a rename, nothing is bought; the next build says nothing."""
    rename(two, "life/villages.md", "country/quiet.md")
    built = two.build("--strict", **KEYS)
    assert (built.code, server.calls) == (0, []), built.log
    assert built.lines("moved") == ["INFO    -  country/quiet.md: moved here from life/villages.md, with the picture"]
    assert built.figures("country/quiet/index.html")
    assert files(two) == ["cities.webp", "cities.yml", "country", "country/quiet.webp", "country/quiet.yml"]
    assert [line[0] for line in commit(two)] == ["R", "R"]
    again = two.build("--strict")
    assert (again.code, again.lines("moved"), again.html("country/quiet/index.html")) == (
        0,
        [],
        built.html("country/quiet/index.html"),
    )


def test_a_page_is_renamed_and_edited(two: SiteMaker, server: ModelServer) -> None:
    """Some other words and a title that is spelt differently are no other page; then it moves back."""
    rename(
        two, "life/villages.md", "quiet.md", VILLAGES.replace("# Quiet Villages", "# Quiet villages!") + "\nA fair.\n"
    )
    assert two.build("--strict", **KEYS).lines("moved")
    assert two.recipe("quiet.yml")["title"] == "Quiet Villages"
    rename(two, "quiet.md", "life/villages.md")
    assert two.build("--strict", **KEYS).lines("moved")
    assert server.calls == []
    assert git(two, "status", "--porcelain", "illustrations") == ""


def test_a_page_with_the_title_of_its_file(two: SiteMaker, server: ModelServer) -> None:
    """A page without a heading is called as its file is: another name is no other picture, in any later build."""
    words = VILLAGES.partition("\n")[2]
    two.page("first-steps.md", words, illustrate=True)
    (two.folder / "docs/life/villages.md").unlink()
    assert two.build("--strict", **KEYS).lines("moved")
    assert two.recipe("first-steps.yml")["title"] == "First steps"
    for env in ({}, {"ILLUSTRATE_FROZEN": "1"}):
        assert two.build("--strict", **env).code == 0
    assert server.calls == []


def test_another_page_of_that_title(two: SiteMaker, server: ModelServer) -> None:
    """Another text under the same title is another page, and the old picture stays as an orphan."""
    rename(two, "life/villages.md", "new.md", "# Quiet Villages\n\nA list of ten places to see from a bicycle.\n")
    assert two.build("--strict", **KEYS).lines("moved") == []
    assert server.count("/images/generations") == 1
    assert {"life/villages.yml", "new.yml"} <= set(files(two))


@pytest.mark.parametrize(
    "env", [{"CI": "true"}, {"ILLUSTRATE_FROZEN": "1"}, {"CI": "1", "GITHUB_EVENT_NAME": "pull_request"}]
)
def test_where_nobody_commits(two: SiteMaker, server: ModelServer, env: dict[str, str]) -> None:
    """In CI, frozen and in a pull request it is used where it lies, each time, with one line."""
    before = files(two)
    rename(two, "life/villages.md", "quiet.md")
    for _ in range(2):
        built = two.build("--strict", **env, **KEYS)
        assert built.code == 0, built.log
        assert len(built.lines("still lies where the page was, life/villages.md")) == 1
        assert built.figures("quiet/index.html")
        assert (files(two), server.calls) == (before, [])


def test_plan_and_check_write_nothing(two: SiteMaker) -> None:
    """Both see it as kept and say where it comes from; a change of its recipe takes it along first."""
    before = files(two)
    rename(two, "life/villages.md", "quiet.md")
    figures = {figure["page"]: figure for figure in planned(two)["figures"]}
    assert (figures["quiet.md"]["state"], figures["quiet.md"]["why"]) == ("kept", "moved here from life/villages.md")
    assert command(two, "check").returncode == 0
    assert files(two) == before
    picture = two.folder / "illustrations/cities.webp"
    done = command(two, "import", "quiet.md", str(picture), "--source", "photo")
    assert done.returncode == 0, done.stderr
    assert [name for name in files(two) if "villages" in name] == []


def test_pages_that_are_there_lose_nothing(two: SiteMaker) -> None:
    """A copy, a translation and a hidden page: whoever is on the disk keeps its picture."""
    two.page("copy.md", VILLAGES, illustrate=True)
    two.page("life/villages.de.md", VILLAGES, illustrate=True)
    two.config["exclude_docs"] = "life/villages.md"
    built = two.build("--strict", **KEYS)
    assert built.lines("moved") == []
    assert two.recipe("life/villages.yml")["file"] == "villages.webp"
    assert two.recipe("copy.yml")["file"] == "copy.webp"


def test_a_folder_is_renamed(site: SiteMaker, server: ModelServer) -> None:
    """Thirty pages at once, some alike: each takes its own picture, and one line says so."""
    site.models(server.url)
    texts = {
        n: f"# Walk {n}\n\nFrom farm {n * 7} to mill {n * 11} it is {n} hours on foot, past the same old chapel.\n"
        for n in range(30)
    }
    for n, text in texts.items():
        site.page(f"walks/{n}.md", text, illustrate=True)
    site.options["budget"] = {"pictures": 30}
    assert site.build("--strict", **KEYS).code == 0
    kept = {n: site.recipe(f"walks/{n}.yml") for n in texts}
    server.calls.clear()
    (site.folder / "docs/walks").rename(site.folder / "docs/tours")
    built = site.build("--strict", **KEYS)
    assert (built.code, server.calls) == (0, [])
    (line,) = built.lines("moved here from")
    assert "and 27 more pages" in line
    assert {n: site.recipe(f"tours/{n}.yml") for n in texts} == kept
    assert not Path(site.folder / "illustrations/walks").exists()


def test_several_figures(site: SiteMaker, server: ModelServer) -> None:
    """Each figure of a page keeps its own; what the page does not ask for any more stays as an orphan."""
    wishes = [{"seed": 1, "alt": "One"}, {"prompt": "A tram"}, {"prompt": "A boat"}]
    site.page("a.md", CITIES, illustrate=True, illustrate_with=wishes)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    server.calls.clear()
    (site.folder / "docs/a.md").unlink()
    site.page("b.md", CITIES, illustrate=True, illustrate_with=wishes[:2])
    built = site.build("--strict", **KEYS)
    assert (built.code, server.calls) == (0, [])
    assert built.lines("moved here from") == ["INFO    -  b.md: moved here from a.md, with the picture"]
    assert files(site) == ["a.3.webp", "a.3.yml", "b.2.webp", "b.2.yml", "b.webp", "b.yml"]
    assert site.recipe("b.2.yml")["prompt"] == "A tram"


def test_a_letter_changes_its_case(two: SiteMaker, server: ModelServer) -> None:
    """`Cities.md` and `cities.md` are two names here, and the picture goes along."""
    rename(two, "cities.md", "Cities.md", CITIES)
    assert two.build("--strict", **KEYS).lines("moved here from cities.md")
    assert server.calls == []
    assert "Cities.webp" in files(two)


def test_a_portfolio_that_can_not_be_written(two: SiteMaker, server: ModelServer) -> None:
    """The picture is shown from where it lies, with one warning."""
    rename(two, "life/villages.md", "new/quiet.md")
    (two.folder / "illustrations/new").write_text("in the way")
    built = two.build(**KEYS)
    assert built.code == 0
    assert built.figures("new/quiet/index.html")
    assert len(built.warnings()) == 1
    assert server.calls == []


def test_tolerance_zero(two: SiteMaker, server: ModelServer) -> None:
    """Who holds pictures to each word has them moved with the very same words only."""
    two.options["tolerance"] = 0
    rename(two, "life/villages.md", "quiet.md", VILLAGES + "\nA fair.\n")
    rename(two, "cities.md", "towns.md", CITIES)
    assert two.build("--strict", **KEYS).lines("towns.md: moved here from cities.md")
    assert server.count("/images/generations") == 1


def test_a_picked_drawing(site: SiteMaker) -> None:
    """A drawing that somebody chose goes along with its page; so it does where another is chosen before a build."""
    site.page("a.md", CITIES, illustrate=True)
    assert command(site, "pick", "a.md", "3").returncode == 0
    chosen = site.recipe("a.yml")
    rename(site, "a.md", "b.md", CITIES)
    assert site.build("--strict").lines("b.md: moved here from a.md")
    assert site.recipe("b.yml") == chosen
    rename(site, "b.md", "c.md", CITIES)
    done = command(site, "pick", "c.md", "2")
    assert done.returncode == 0, done.stderr
    assert files(site) == ["c.yml"]


KEPT_BY = ["prompt", "pin", "import"]


@pytest.mark.parametrize("kept_by", KEPT_BY)
def test_what_a_person_kept_goes_along_too(site: SiteMaker, server: ModelServer, kept_by: str) -> None:
    """A picture that stays whatever its page says is that page's also when it moves, years later."""
    wishes = {"pin": True} if kept_by == "pin" else {}
    site.page("life/villages.md", VILLAGES, illustrate=True, illustrate_with=wishes)
    site.models(server.url)
    assert site.build("--strict", **KEYS).code == 0
    if kept_by == "prompt":
        (site.folder / "brief.yml").write_text("prompt: A boat by hand\nalt: A boat, said by a person\n", "utf-8")
        assert command(site, "prompt", "life/villages.md", "--from", "brief.yml").returncode == 0
        assert site.build("--strict", **KEYS).code == 0
    if kept_by == "import":
        mine = site.folder / "illustrations/life/villages.webp"
        (site.folder / "mine.webp").write_bytes(mine.read_bytes())
        done = command(site, "import", "life/villages.md", "mine.webp", "--source", "photo", "--alt", "A photo")
        assert done.returncode == 0, done.stderr
    before = site.recipe("life/villages.yml")
    server.calls.clear()
    now = "# Quiet Villages\n\n" + "\n\n".join(f"Sentence {n} is about {w}." for n, w in enumerate(_OTHERS)) + "\n"
    site.page("life/villages.md", now, illustrate=True, illustrate_with=wishes)
    for _ in range(2):
        assert site.build("--strict", **KEYS).code == 0
        noted = site.recipe("life/villages.yml")
    assert noted.pop("seen") != before["sketch"]
    assert noted == before
    rename(site, "life/villages.md", "rest.md", now + "\nAnd a little more.\n")
    site.page("rest.md", now + "\nAnd a little more.\n", illustrate=True, illustrate_with=wishes)
    built = site.build("--strict", **KEYS)
    assert (built.code, server.calls) == (0, []), built.log
    assert {**site.recipe("rest.yml"), "file": ""} == {**before, "seen": site.recipe("rest.yml")["seen"], "file": ""}


_OTHERS = (
    *("lighthouses", "tides", "foghorns", "ropes", "anchors", "gulls", "ferries", "harbours", "lamps", "storms"),
    *("sailors", "charts", "compasses", "reefs", "currents", "islands", "whales", "nets", "oysters", "piers"),
)
