"""In which versions the neighbours were tried last: `python -m tests.neighbours.tried`, then `just tables`."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import yaml

VERSIONS = Path(__file__).with_name("tried.yml")


def main() -> None:
    """Write down what is installed."""
    rows = yaml.safe_load(Path(__file__).with_name("neighbours.yml").read_text("utf-8"))
    names = {row["package"].partition("[")[0] for row in rows} | {"mkdocs", "properdocs", "zensical", "pelican"}
    VERSIONS.write_text(yaml.safe_dump({name: version(name) for name in sorted(names)}), "utf-8")


if __name__ == "__main__":
    main()
