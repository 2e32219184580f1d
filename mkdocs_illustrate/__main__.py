"""`python -m mkdocs_illustrate` is `mkdocs-illustrate`."""

from .cli.main import main

main(prog_name="mkdocs-illustrate")
