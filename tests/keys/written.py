"""Writes keys.tsv and recipes/ anew: `python -m tests.keys.written`. A changed line is a changed promise."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import yaml

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, planned

HERE = Path(__file__).parent
SITES: dict[str, Any] = yaml.safe_load((HERE / "sites.yml").read_text("utf-8"))


def keys(folder: Path) -> list[str]:
    """Lines of site, page and key, as `plan` prints them."""
    lines = []
    for number, wanted in enumerate(SITES["sites"]):
        site = SiteMaker(folder / str(number), config=wanted.get("config", {}), options=wanted.get("options", {}))
        pages = dict(wanted["pages"])
        for model in site.options.get("models", {}) if "each_model" in wanted else ():
            meta = {"illustrate": True, "illustrate_with": {"model": model}}
            pages[f"with-{model}.md"] = {"article": wanted["each_model"], "meta": meta}
        for name, page in pages.items():
            site.page(name, SITES["articles"][page["article"]], **page["meta"])
        lines += [f"{wanted['name']}\t{f['page']}\t{f['key']}" for f in planned(site)["figures"]]
    return lines


def recipes(folder: Path) -> dict[str, str]:
    """The recipes of a small site, without their date and what an encoder makes of a picture."""
    site = SiteMaker(folder)
    with ModelServer() as server:
        site.models(server.url, quality="low")
        site.page("a.md", CITIES, illustrate=True)
        site.page("b.md", CITIES, illustrate=True, illustrate_with=[{"seed": 5, "alt": "Türme"}, {"prompt": "A tram"}])
        site.page("deep/c.md", CITIES, illustrate=True, illustrate_with={"style": "futuristic", "pin": True})
        built = site.build("--strict", **KEYS)
    assert built.code == 0, built.log
    found = sorted((folder / "illustrations").rglob("*.yml"))
    texts = {path.relative_to(folder / "illustrations").as_posix(): path.read_text("utf-8") for path in found}
    return {name: re.sub(r"(?m)^(made|sha256): .*$", r"\1: another each time", text) for name, text in texts.items()}


def main() -> None:
    """Write both anew."""
    with tempfile.TemporaryDirectory() as folder:
        (HERE / "keys.tsv").write_text("\n".join(keys(Path(folder) / "keys")) + "\n", "utf-8")
        for name, text in recipes(Path(folder) / "recipes").items():
            path = HERE / "recipes" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
