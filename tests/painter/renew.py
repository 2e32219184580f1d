"""Writes all golden hashes anew, after drawings changed and were looked at: `just goldens`."""

from __future__ import annotations

from pathlib import Path

import brand_goldens
import goldens
import isometric
import scene_goldens


def main() -> None:
    """Mosaics, islands, landscapes, and some of each in a site's colours."""
    mosaics = "".join(f"{goldens.digest(case)}\n" for case in goldens.CASES)
    (Path(__file__).parent / "goldens.txt").write_text(mosaics, encoding="utf-8")
    isometric.KEPT.write_text("".join(f"{isometric.digest(case)}\n" for case in isometric.CASES), encoding="utf-8")
    branded = "".join(f"{brand_goldens.brand_line(case)}\n" for case in brand_goldens.BRAND_CASES)
    brand_goldens.KEPT.write_text(branded, encoding="utf-8")
    scene_goldens.KEPT.write_text("".join(f"{scene_goldens.line(c)}\n" for c in scene_goldens.SCENE_CASES), "utf-8")


if __name__ == "__main__":
    main()
