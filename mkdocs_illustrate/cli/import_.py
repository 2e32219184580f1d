"""`import`: a picture made elsewhere (Midjourney, a photo) goes into the portfolio."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..errors import BadAnswer, StoreError
from ..pictures.provenance import SOURCES
from ..studio.recipes import Origin
from .open_site import FailedError, config_option, json_option, open_site


@click.command("import")
@click.argument("page")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--prompt", help="The prompt it was made with.")
@click.option("--alt", help="What can be seen on it.")
@click.option("--caption", help="The words below it, where captions are shown.")
@click.option("--credit", default="", help="Whose it is; shown with the picture.")
@click.option(
    "--source",
    type=click.Choice(list(SOURCES)),
    help="How it was made. Without it, what the file says of itself, else ai.",
)
@config_option
@json_option
def import_(
    page: str,
    file: Path,
    config_file: str | None,
    *,
    as_json: bool,
    source: str | None,
    **said: str,
) -> None:
    """Take a picture made elsewhere for PAGE, instead of buying one. PAGE is named as `plan` prints it."""
    origin = Origin(source=SOURCES.get(source or ""), **said)
    with open_site(config_file) as site:
        plan = site.plan(page)
        try:
            recipe = site.studio.bring(plan, file.read_bytes(), origin)
        except (BadAnswer, StoreError, OSError) as error:
            raise FailedError(f"{file}: {error}") from None
    kept = Path(site.settings.portfolio or "", page).with_name(recipe.file).as_posix()
    facts = {
        "page": page,
        "file": kept,
        "size": f"{recipe.width}x{recipe.height}",
        "digital_source_type": recipe.digital_source_type,
        "alt": recipe.alt,
    }
    said_so = f"{page}: {kept}, {facts['size']}, marked as {recipe.digital_source_type}"
    click.echo(json.dumps(facts, indent=2) if as_json else f"{said_so}; alt: {recipe.alt}")
