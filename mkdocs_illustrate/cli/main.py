"""The door for the command line: `mkdocs-illustrate COMMAND [-f mkdocs.yml]`.

Exit 0: done. 1: something is missing or failed. 2: wrong usage or configuration.
"""

from __future__ import annotations

import click

from .. import __version__
from .bringing import import_
from .catalogue import models
from .standing import check, plan


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-illustrate")
def main() -> None:
    """Illustrations for MkDocs pages, kept like dependencies."""


for command in (plan, check, import_, models):
    main.add_command(command)
