"""What made a picture (a model, a camera, a hand), written into the file where search engines look for it.

The words are IPTC's digital source types. Prompts are not written: they may hold private text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from ..characters import visible
from ..errors import BadAnswer
from .decoding import from_camera

_CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
GENERATED = "trainedAlgorithmicMedia"
DRAWN = "algorithmicMedia"
PHOTO = "digitalCapture"
COMPOSITE = "compositeWithTrainedAlgorithmicMedia"
SOURCES = {
    "ai": GENERATED,
    "ai-edited": COMPOSITE,
    "photo": PHOTO,
    "drawing": "digitalCreation",
    "program": DRAWN,
}
"""What people call it -> IPTC's word."""
PREFIXES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_TOOL = "mkdocs-illustrate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a published file says of itself."""

    source_type: str
    credit: str = ""
    """Whose picture it is."""
    made: str = ""
    """When, as 2026-11-21."""
    model: str = ""
    """Which one made it, where that is to be said."""


def packet(marks: Marks) -> bytes:
    """An XMP packet that says so, in IPTC's and Adobe's words."""
    said = {
        "Iptc4xmpExt:DigitalSourceType": f"{_CODES}{marks.source_type}",
        "Iptc4xmpExt:AISystemUsed": marks.model,
        "photoshop:Credit": marks.credit,
        "photoshop:DateCreated": marks.made,
        "xmp:CreatorTool": _TOOL,
    }
    spaces = "".join(f' xmlns:{name}="{space}"' for name, space in PREFIXES.items() if name not in {"x", "rdf"})
    words = "".join(f"<{name}>{html.escape(visible(text))}</{name}>" for name, text in said.items() if text)
    return (  # the id is the same in all XMP packets, by their specification
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="{PREFIXES["x"]}"><rdf:RDF xmlns:rdf="{PREFIXES["rdf"]}">'
        f'<rdf:Description rdf:about=""{spaces}>{words}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


def source_type_in(file: Path) -> str:
    """What a published file says of itself, as an address; empty where it says nothing."""
    said = _mark(file.read_bytes())
    return f"{_CODES}{said}" if said else ""


def read_source_type(data: bytes) -> str | None:
    """What a file says of itself: its own mark, or what a camera notes."""
    said = _mark(data)
    if said:
        return said
    try:
        return PHOTO if from_camera(data) else None
    except BadAnswer:
        return None  # a drawing


def _mark(data: bytes) -> str:
    # `…/newscodes/digitalsourcetype/trainedAlgorithmicMedia`
    said = re.search(rb"digitalsourcetype/([A-Za-z]{4,60})", data)
    return said[1].decode("ascii") if said else ""
