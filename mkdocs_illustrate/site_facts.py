"""What figures have to know of the site that they stand on, whatever builds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """One site, as far as its pictures are concerned."""

    name: str = ""
    description: str = ""
    """What it says of itself: words of these two tell nothing about one of its pages."""
    theme: str = ""
    is_shared: bool = False
    """Its pages have addresses that somebody may share."""
    is_switched: bool = False
    """Readers switch its scheme in the page, and its theme shows what is meant for the one that is on."""

    @property
    def words(self) -> tuple[str, ...]:
        """Name and description, for who reads articles."""
        return (self.name, self.description) if self.name or self.description else ()
