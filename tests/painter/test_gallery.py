"""Laws of the docs page: its lists come from the code, its pictures are light."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from mkdocs_illustrate.painter.__main__ import main
from mkdocs_illustrate.painter.sheets import with_motifs

DOCS = Path(__file__).parents[2] / "docs"
IMAGES = DOCS / "images" / "painter"


def test_the_page_lists_what_the_code_draws() -> None:
    """The names on the page are those of the code (else: --gallery docs)."""
    page = (DOCS / "painter.md").read_text(encoding="utf-8")
    assert with_motifs(page) == page
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


def test_the_gallery_is_made_by_one_command(tmp_path: Path) -> None:
    """The command writes both pictures and the page's lists."""
    (tmp_path / "images" / "painter").mkdir(parents=True)
    (tmp_path / "images" / "painter" / "titles.txt").write_text("Notes\nBees\n", encoding="utf-8")
    page = tmp_path / "painter.md"
    page.write_text("<!-- motifs: written by --gallery --><!-- /motifs -->", encoding="utf-8")
    assert main(["--gallery", str(tmp_path)]) == 0
    assert "`night-sky`" in page.read_text(encoding="utf-8")
    assert (tmp_path / "images" / "painter" / "seeds.webp").is_file()
