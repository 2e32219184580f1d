"""Writes the isometric golden hashes anew, after the drawing changed and was looked at."""

from __future__ import annotations

from isometric import CASES, KEPT, digest

if __name__ == "__main__":
    KEPT.write_text("".join(f"{digest(case)}\n" for case in CASES), encoding="utf-8")
