"""Writes the golden hashes of the landscapes anew, after they changed and were looked at."""

from __future__ import annotations

from scene_goldens import KEPT, SCENE_CASES, digest

if __name__ == "__main__":
    KEPT.write_text("".join(f"{digest(case)}\n" for case in SCENE_CASES), encoding="utf-8")
