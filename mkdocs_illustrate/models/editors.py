"""Models that make pictures out of others, by what the vendors' files say: for who asked one that does not."""

from __future__ import annotations

from collections.abc import Iterator

from .input_records import Edits
from .vendor_files import vendors
from .vendor_records import Vendor


def editors(*, masks: bool) -> list[str]:
    """Vendors, with the names or patterns of their models; `masks`: only those that redraw a part."""
    found = ((vendor.name, [*dict.fromkeys(_models(vendor, masks=masks))]) for vendor in vendors())
    return [name if "*" in models else f"{name} ({', '.join(models)})" for name, models in found if models]


def _models(vendor: Vendor, *, masks: bool) -> Iterator[str]:
    role = vendor.image
    if role is None:
        return
    if role.edits is not None and _takes(role.edits, masks=masks):
        yield from role.edits.by
    for name, row in role.models.items():
        if _takes(row.edits, masks=masks):
            yield name


def _takes(edits: Edits | None, *, masks: bool) -> bool:
    return edits is not None and (bool(edits.mask) or not masks)
