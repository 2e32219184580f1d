"""`plan --format github`: what a pull request changes, as Markdown for its comment."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from mkdocs_illustrate.testing.pictures import picture
from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command

HOSTILE = '"><img src=x onerror=alert(1)> @everyone `x` | #1\n\n# Boo'


def git(site: SiteMaker, *arguments: str) -> str:
    """Git, in the site's folder."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=site.folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(site: SiteMaker) -> None:
    """All that is there."""
    git(site, "add", "-A")
    git(site, "commit", "-qm", "x")


@pytest.fixture
def repository(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site with two pictures, committed on main; its cache is not."""
    site.folder.mkdir()
    git(site, "init", "-q", "-b", "main")
    git(site, "remote", "add", "origin", "git@github.com:owner/site.git")
    (site.folder / ".gitignore").write_text(".cache/\nsite/\n")
    site.page("a.md", CITIES, illustrate=True)
    site.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    site.models(server.url, quality="low")
    site.build("--strict", **KEYS)
    commit(site)
    git(site, "checkout", "-qb", "work")
    return site


def comment(site: SiteMaker, *arguments: str, **env: str) -> str:
    """What it prints."""
    done = command(site, "plan", "--format", "github", *(arguments or ("--base", "main")), **env)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_nothing_where_nothing_changed(repository: SiteMaker) -> None:
    """Also where a page changed that keeps its picture."""
    assert comment(repository) == ""
    repository.page("a.md", CITIES.replace("silent", "quiet"), illustrate=True)
    assert comment(repository) == ""
    assert json.loads(command(repository, "plan", "--format", "github", "--json").stdout)["markdown"] == ""


def test_old_beside_new(repository: SiteMaker) -> None:
    """Each by an address that shows it for ever, with prices; the rest is folded."""
    old, before = git(repository, "rev-parse", "main"), repository.recipe("a.yml")
    (repository.folder / "mine.png").write_bytes(picture("mine", (900, 600)))
    done = command(repository, "import", "a.md", "mine.png", "--source", "photo", "--alt", HOSTILE)
    assert done.returncode == 0
    assert "not committed yet" in comment(repository)
    commit(repository)
    told = comment(repository)
    new = git(repository, "rev-parse", "work")
    assert told.startswith("<!-- mkdocs-illustrate -->\n### Illustrations: 1 changed\n")
    assert re.findall(r'<img src="([^"]*)"', told) == [
        f"https://github.com/owner/site/raw/{old}/illustrations/{before['file']}",
        f"https://github.com/owner/site/raw/{new}/illustrations/a.png",
    ]
    assert "<details><summary>1 others</summary>" in told
    assert "<code>b.md</code>" in told.split("<details>")[1]
    shown = told.split("<details>")[0]
    assert "onerror=alert(1)&gt;" in shown
    assert "<img src=x" not in shown
    assert "\n# Boo" not in shown
    assert "`" not in shown
    assert not re.search("@everyone", re.sub(r"<code>.*?</code>|alt=\"[^\"]*\"", "", shown))


def test_what_is_to_make(repository: SiteMaker) -> None:
    """A page that wants a picture since the change has its price, also where nothing may be bought."""
    repository.page("c & <d>.md", "# C\n\nOne more story.\n", illustrate=True)
    told = comment(repository, GITHUB_EVENT_NAME="pull_request", GITHUB_REPOSITORY="owner/site")
    assert "### Illustrations: 1 changed, 1 to make for about $0.0064" in told
    assert "<code>c &amp; &lt;d&gt;.md</code>" in told
    assert "missing: to make" in told


def test_words_and_what_is_gone(repository: SiteMaker) -> None:
    """Another alt and a recipe that is gone are changes, too."""
    recipe = repository.folder / "illustrations/a.yml"
    recipe.write_text(re.sub(r"(?m)^alt: .*", "alt: A quay at dawn", recipe.read_text()))
    for path in (repository.folder / "illustrations").glob("b.*"):
        path.unlink()
    (repository.folder / "docs/b.md").unlink()
    told = comment(repository)
    assert "<b>another alt or caption</b><br><code>a.md</code>" in told
    assert "alt: <code>A quay at dawn</code>" in told
    assert "<b>gone</b><br><code>b.md</code>" in told


def test_against_what(repository: SiteMaker) -> None:
    """Without --base it is the branch that the pull request goes to; a commit that git does not know is one line."""
    repository.page("c.md", "# C\n\nOne more.\n", illustrate=True)
    commit(repository)
    assert comment(repository, "--base", "HEAD") == ""
    git(repository, "update-ref", "refs/remotes/origin/main", "main")
    assert "1 to make" in comment(repository, "--base", "main")
    told = command(repository, "plan", "--format", "github", GITHUB_BASE_REF="main").stdout
    assert "1 to make" in told
    for wrong in ("nowhere", "--output=x"):
        done = command(repository, "plan", "--format", "github", f"--base={wrong}")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert command(repository, "plan", "--base", "main").returncode == 2
