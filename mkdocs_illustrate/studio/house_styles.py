"""The styles that mkdocs.yml names: what each comes to, with the pictures whose manner is followed.

Their files may come from anybody who can open a pull request: each is read through the gate for pictures, and none is
behind a link, too large, or made by a model itself, as styles drift that way.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from ..errors import BadAnswer, ConfigError
from ..files import leads_out, read, reason
from ..models.protocols import ImageModel, most_references
from ..models.styles import Manner, manner_of
from ..pictures.decoding import check
from ..records import Order
from ..references import Reference
from ..settings import Settings
from .keys import style_key
from .library import Library
from .recipes import made_by_model, source_type

_MOST = 10 * 2**20  # bytes of one: a picture of a thousand pixels shows a manner, and has a tenth of it
_KINDS = {"image/png", "image/jpeg", "image/webp"}
_Stamp = tuple[int, int]


class HouseStyles:
    """The house styles of one site."""

    def __init__(self, settings: Settings, base: Path, library: Library) -> None:
        self._settings, self._base, self._library = settings, base, library
        self._read: dict[str, tuple[_Stamp, Reference]] = {}
        self._references: dict[str, tuple[Reference, ...]] = {}
        self._unfollowed: dict[str, None] = {}
        self.begin()

    def begin(self) -> None:
        """Another round over the site: what was changed meanwhile is read again. ConfigError says what can't be."""
        styles = self._settings.styles.items()
        fresh = {name: tuple(self._reference(name, file) for file in style.references) for name, style in styles}
        if fresh != self._references:
            self._check_own(fresh)
        self._references, self._unfollowed = fresh, {}

    def manner(self, style: str | None) -> Manner:
        """What a style comes to, by whatever an author calls it."""
        return manner_of(style, self._settings.styles, self._references)

    def followed(self, style: str | None, image: ImageModel) -> Manner:
        """The same for a model; what it does not follow is remembered, so that it can be said."""
        manner = self.manner(style)
        self._note(style, manner, image)
        return manner

    def to_make(self, first: Order | None) -> tuple[str, float | None]:
        """The style that a vendor has to make before a picture, and what that costs; nothing where it has a name."""
        key = style_key(first) if first else ""
        return (key, first.price) if first and not self._library.style_name(key) else ("", 0.0)

    def _note(self, style: str | None, manner: Manner, image: ImageModel) -> None:
        shown, most = len(manner.references), most_references(image)
        if image.free and shown:
            said = (
                f"the built-in painter follows no pictures: of the style '{style}' it takes palette, avoid and family"
            )
        elif shown > most:
            some = f"{most} of the {shown} pictures" if most else "no pictures"
            rest = "" if most else ", and gets it in words"
            said = f"{image.vendor} {image.model} follows {some} of the style '{style}'{rest}"
        else:
            return
        self._unfollowed[said] = None

    @property
    def unfollowed(self) -> list[str]:
        """What there is to say of this round, a line for each style and model."""
        return [*self._unfollowed]

    def _reference(self, style: str, file: str) -> Reference:
        path = self._base / file
        try:
            stamp = self._stamp(path)
            known = self._read.get(file)
            if known is None or known[0] != stamp:
                known = self._read[file] = (stamp, _checked(file, read(path, _MOST)))
            return known[1]
        except FileNotFoundError:
            raise _refused(style, f"{file} is not there; put it there, or take it off the list") from None
        except OSError as error:
            raise _refused(style, f"{file} can't be read ({reason(error)}); put the picture itself there") from None
        except BadAnswer as error:
            raise _refused(style, f"{file}: {error}; put another picture there") from None

    def _stamp(self, path: Path) -> _Stamp:
        if path.is_symlink() or leads_out(path, self._base):
            raise OSError(0, "it is behind a link, and links are not followed")
        found = path.stat()
        return found.st_mtime_ns, found.st_size

    def _check_own(self, references: dict[str, tuple[Reference, ...]]) -> None:
        """Whether the portfolio knows one as made by a model, by its bytes or by its place."""
        digests = {reference.sha256 for shown in references.values() for reference in shown}
        for place, recipe in self._library.pictured(digests) if digests else ():
            if not made_by_model(source_type(recipe)):
                continue
            for style, shown in references.items():
                for reference in shown:
                    if recipe.sha256 == reference.sha256:
                        said = f"{reference.name} was made by a model, for {place}.md; styles drift that way"
                        raise _refused(style, f"{said}: name pictures that people made")


def _checked(name: str, data: bytes) -> Reference:
    found = check(data)
    if found.media_type not in _KINDS:
        kind = found.media_type.removeprefix("image/").upper()
        raise BadAnswer(f"it is {kind} by its bytes, but must be PNG, JPEG or WebP")
    return Reference(name=PurePosixPath(name).as_posix(), data=data, sha256=hashlib.sha256(data).hexdigest())


def _refused(style: str, said: str) -> ConfigError:
    return ConfigError(f"option 'styles.{style}.references': {said}")
