"""Turns a drawing into pixels. The only place that needs the rasteriser."""

from __future__ import annotations


def rasterise(svg: str, width: int) -> bytes:
    """Give the drawing as PNG bytes of this width; no font of the machine is looked at."""
    import resvg_py  # noqa: PLC0415 drawing must work, and start quickly, without it

    # Without the machine's fonts: looking them up takes longer than the drawing, and no picture holds text.
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
