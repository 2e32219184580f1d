"""Laws of the docs page: its lists come from the code, its pictures are light."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from mkdocs_illustrate.painter.__main__ import article_of, main
from mkdocs_illustrate.painter.contact_sheets import with_motifs

DOCS = Path(__file__).parents[2] / "docs"
IMAGES = DOCS / "images" / "painter"


def test_the_page_lists_what_the_code_draws() -> None:
    """The names on the page are those of the code."""
    page = (DOCS / "painter.md").read_text(encoding="utf-8")
    assert with_motifs(page) == page, "renew: just gallery"
    assert "`lighthouse`" in page


def test_the_gallery_is_light_and_full() -> None:
    """Two pictures below 400 KB each show at least forty titles, and nine seeds."""
    titles = (IMAGES / "titles.txt").read_text(encoding="utf-8").splitlines()
    assert len([title for title in titles if title.strip()]) >= 40
    for name in ("titles.webp", "seeds.webp"):
        assert (IMAGES / name).stat().st_size < 400_000
        with Image.open(IMAGES / name) as picture:
            assert picture.width > 1600


def test_a_sheet_takes_columns(tmp_path: Path) -> None:
    """A file of titles becomes one picture of so many columns."""
    titles, out = tmp_path / "titles.txt", tmp_path / "sheet.png"
    titles.write_text("Slow Postgres queries\nHiking in the Alps\n", encoding="utf-8")
    assert main([str(titles), "--sheet", str(out), "--columns", "2"]) == 0
    with Image.open(out) as picture:
        assert picture.width > 2 * picture.height


def test_a_file_is_read_as_a_build_would(tmp_path: Path) -> None:
    """Title, tags and categories come from the front matter; code and comments are no words."""
    file = tmp_path / "x.md"
    front = "---\ntitle: Low tide\ntags: [sea]\ncategories: [Travel]\n---\n"
    file.write_text(f"{front}# Other\n\nMud. <!-- war -->\n\n    code\n", encoding="utf-8")
    article = article_of(str(file))
    assert (article.title, article.tags, article.lead) == ("Low tide", ("sea", "Travel"), "Mud.")
    assert "war" not in article.words
    file.write_text("---\ntitle: [\n---\n# Other\n", encoding="utf-8")
    assert article_of(str(file)).title == "Other"


def test_the_name_says_what_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file is what its name says; another ending is an error, not a PNG in disguise."""
    for name, start in (("a.png", b"\x89PNG"), ("a.svg", b"<svg")):
        assert main(["Bees", "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(start)
    with pytest.raises(SystemExit):
        main(["Bees", "-o", str(tmp_path / "a.webp")])
    assert ".png or .svg" in capsys.readouterr().err


def test_the_gallery_is_made_by_one_command(tmp_path: Path) -> None:
    """The command writes both pictures and the page's lists."""
    (tmp_path / "images" / "painter").mkdir(parents=True)
    (tmp_path / "images" / "painter" / "titles.txt").write_text("Notes\nBees\n", encoding="utf-8")
    page = tmp_path / "painter.md"
    page.write_text("<!-- motifs: written by --gallery --><!-- /motifs -->", encoding="utf-8")
    assert main(["--gallery", str(tmp_path)]) == 0
    assert "`night-sky`" in page.read_text(encoding="utf-8")
    assert (tmp_path / "images" / "painter" / "seeds.webp").is_file()
