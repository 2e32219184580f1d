"""The register: all pictures of a site on one sheet to look at, print and keep. One file, nothing in it acts."""

from __future__ import annotations

import base64
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..dates import today
from ..errors import IllustrateError
from ..files import write
from ..site.opened_site import OpenedSite
from ..studio.plans import FigurePlan
from .desk import Desk
from .rendering import register_sheet
from .thumbnails import SMALL, media_type


def write_register(site: OpenedSite, path: Path) -> int:
    """Write the sheet; how many pictures it lists."""
    with Desk(site) as desk, ThreadPoolExecutor(2) as hands:
        pictures = list(hands.map(lambda plan: _inlined(desk, plan), site.plans))
        listed = list(zip(site.plans, pictures, strict=True))
        sheet = register_sheet(site.config.site_name, listed, today().isoformat())
        write(path, sheet.encode())
    return len(site.plans)


def _inlined(desk: Desk, plan: FigurePlan) -> str:
    """A small picture as an address that holds it; empty if there is none."""
    try:
        data = desk.site.run(desk.thumbnail(plan.name, SMALL))
    except (IllustrateError, OSError):
        return ""  # the sheet says that there is none
    return f"data:{media_type(data)};base64,{base64.b64encode(data).decode()}" if data else ""
