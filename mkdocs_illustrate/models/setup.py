"""All that a dialect needs to know of its model: the row, the author's settings, the connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeVar

from ..errors import ConfigError
from ..reading import OptionError, read
from ..settings import TimeoutSettings
from ..shapes import Shape
from .input_records import Edits, Inputs, References
from .vendor_records import Role, Row, Vendor
from .wire.connection import Connection

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """One model of one vendor, as this site uses it."""

    vendor: Vendor
    role: Role
    model: str
    connection: Connection
    timeouts: TimeoutSettings
    options: Mapping[str, Any] = field(default_factory=dict)
    quality: str | None = None
    folder: Path = Path()
    """Where mkdocs.yml lies: files that `options` name are looked for here."""
    row: Row = field(init=False)
    """What is known about the model."""
    _sizes: dict[Shape | None, Mapping[str, Any]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "row", self.role.row(self.model))  # looked up once: patterns are tried one by one

    def size_fields(self, wanted: Shape | None) -> Mapping[str, Any]:
        """The parameters for a size; the pages of a site ask for few different ones."""
        if wanted not in self._sizes:
            self._sizes[wanted] = self.row.size.params(wanted)
        return self._sizes[wanted]

    @property
    def told(self) -> str:
        """The model's name as the vendor is told; empty where it is not."""
        return self.model if self.row.sent_as is None else self.row.sent_as

    @property
    def edits(self) -> Edits | None:
        """How this model takes pictures to start from; None if it takes none."""
        usual = self.role.edits
        takes = usual is not None and any(fnmatchcase(self.model, pattern) for pattern in usual.by)
        return self.row.edits or (usual if takes else None)

    @property
    def references(self) -> References | None:
        """How this model takes pictures to be like; None if it takes none."""
        usual = self.role.references
        takes = usual is not None and any(fnmatchcase(self.model, pattern) for pattern in usual.by)
        found = self.row.references or (usual if takes else None)
        if found is None or not (found.sent or self.edits):
            return None
        return None if found.kept and found.kept.param in self.options else found  # its author made one already

    @property
    def reference_inputs(self) -> Inputs | None:
        """How those are sent."""
        found = self.references
        return (found.sent or self.edits) if found else None

    @property
    def path(self) -> str:
        """Where requests go, below base_url."""
        return self.row.path or self.role.path

    def how(self, record: type[T]) -> T:
        """What the vendor's file says to this dialect alone."""
        how = self.role.how
        try:
            return how if isinstance(how, record) else read(record, how or {}, "how")
        except OptionError as error:
            text = f"vendor '{self.vendor.name}' is wrong: {error.option}: {error.text}"
            raise ConfigError(text) from None
