"""What the isometric tests share: cases for golden hashes, thumbnails, and props drawn alone."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

from articles import titled
from PIL import Image

from mkdocs_illustrate.painter.islands.bench import Bench
from mkdocs_illustrate.painter.islands.island_colours import IslandColours, island_colours
from mkdocs_illustrate.painter.islands.layout import centred
from mkdocs_illustrate.painter.islands.props import Prop
from mkdocs_illustrate.painter.kit.canvas import Canvas
from mkdocs_illustrate.painter.kit.chance import Seed
from mkdocs_illustrate.painter.kit.pixels import rasterise
from mkdocs_illustrate.painter.paint import Painting, paint

HERE = Path(__file__).parent
KEPT = HERE / "isometric_goldens.txt"
MIDDLE = (150, 180)
"""Where the middle of the island's top lands in `alone`, whose canvas is 300 x 300."""
CASES: tuple[tuple[str, int, float, str, tuple[str, ...]], ...] = (
    ("Why our Postgres queries got slow", 1, 1.91, "light", ()),
    ("Why our Postgres queries got slow", 2, 1.5, "dark", ()),
    ("How we moved to Kubernetes without downtime", 3, 3.2, "light", ()),
    ("Passkeys explained", 4, 1.0, "light", ()),
    ("Launching our startup", 5, 0.5625, "light", ()),
    ("Notes", 6, 1.5, "light", ("house", "leaf", "chart")),
    ("Notes", 7, 1.5, "light", ("code", "terminal", "browser")),
    ("Notes", 8, 1.5, "light", ("lock", "key", "shield")),
    ("Notes", 9, 1.5, "light", ("phone", "laptop", "mail")),
    ("Notes", 10, 1.5, "light", ("gears", "conveyor", "robot")),
    ("Notes", 11, 1.5, "light", ("books", "flask", "calendar")),
    ("Notes", 12, 1.5, "light", ("camera", "music", "clock")),
    ("Notes", 13, 1.5, "light", ("network", "server", "chat")),
    ("Notes", 15, 1.5, "light", ("bulb", "chip", "cart")),
    ("Notes", 16, 1.5, "dark", ("pin", "cap", "gamepad")),
    ("Notes", 17, 1.5, "light", ("cup", "target", "trophy")),
    ("Notes", 18, 1.5, "light", ("people", "globe", "scales")),
    ("Notes", 19, 1.5, "light", ("heart", "palette", "microphone")),
    ("Notes", 20, 1.5, "light", ("pencil", "film")),
    ("Notes", 14, 1.5, "light", ("magnifier", "coins", "rocket")),
)


def painting(case: tuple[str, int, float, str, tuple[str, ...]]) -> Painting:
    """Paint a case."""
    title, seed, ratio, scheme, motifs = case
    return paint(titled(title), style="isometric", seed=seed, ratio=ratio, scheme=scheme, motifs=motifs)


def digest(case: tuple[str, int, float, str, tuple[str, ...]]) -> str:
    """Hash a case's drawing."""
    return sha256(painting(case).svg.encode()).hexdigest()


def technical_titles() -> list[tuple[str, str]]:
    """Read the list of technical titles and the prop that stands in the middle for each."""
    lines = (HERE / "technical_titles.tsv").read_text(encoding="utf-8").splitlines()
    return [(title, prop) for title, prop in (line.split("\t") for line in lines if line)]


def thumbnail(svg: str, width: int = 48) -> bytes:
    """Make a small picture of a drawing, as plain red, green and blue bytes."""
    picture = Image.open(io.BytesIO(rasterise(svg, width * 4))).convert("RGB")
    return picture.resize((width, round(width * picture.height / picture.width))).tobytes()


def difference(one: bytes, other: bytes) -> float:
    """Measure how far two thumbnails are apart, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def alone(prop: Prop, seed: str, *, hero: bool) -> tuple[Image.Image, IslandColours]:
    """Draw a prop without its island on a clear canvas, two pixels a unit."""
    canvas, colours = Canvas(300, 300), island_colours(Seed(seed).stream("desk"))
    iso = centred(canvas, *MIDDLE, 1).moved(0, 0, 0 if prop.plinth == "none" else 4)
    prop.draw(Bench(canvas=canvas, iso=iso, colours=colours, seed=Seed(seed), hero=hero))
    return Image.open(io.BytesIO(rasterise(canvas.svg(), 600))).convert("RGBA"), colours
