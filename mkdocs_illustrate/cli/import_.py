"""`import`: a picture made elsewhere (Midjourney, a photo) goes into the portfolio."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import BadAnswer, StoreError
from ..pictures.provenance import SOURCES
from ..site.opened_site import open_site
from ..studio.recipes import Origin
from .answer import StopError, answering, config_option, json_option


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
    with answering(as_json=as_json) as answer, open_site(config_file) as site:
        plan = site.plan(page)
        try:
            recipe = site.studio.bring(plan, file.read_bytes(), origin)
        except (BadAnswer, StoreError, OSError) as error:
            raise StopError("damaged", f"{file}: {error}", page) from None
        kept = Path(site.settings.portfolio or "", page).with_name(recipe.file).as_posix()
        size = f"{recipe.width}x{recipe.height}"
        kind = recipe.digital_source_type
        answer.facts |= {"page": page, "file": kept, "size": size, "digital_source_type": kind, "alt": recipe.alt}
        answer.say(f"{page}: {kept}, {size}, marked as {kind}; alt: {recipe.alt}")
