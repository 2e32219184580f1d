"""What made a picture (a model, a camera, a hand), written into the file where search engines look for it.

The words are IPTC's digital source types. Prompts are not written: they may hold private text.
"""

from __future__ import annotations

import re
from pathlib import Path

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


def packet(source_type: str) -> bytes:
    """An XMP packet that names the digital source type, and nothing else."""
    return (  # the id is the same in all XMP packets, by their specification
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about=""'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<Iptc4xmpExt:DigitalSourceType>{_CODES}{source_type}</Iptc4xmpExt:DigitalSourceType>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
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
