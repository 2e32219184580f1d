"""Illustrations for MkDocs pages, kept like dependencies.

The plugin is `mkdocs_illustrate.plugin`; others may build on the records, the errors and the
model protocols. No room of this package imports from here.
"""

__version__ = "0.1.0"
