"""How wide a picture stands in the page, by theme: what browsers have to know before they have laid it out.

Measured in a browser, from 320 to 2560 pixels. A phone of three pixels a point gets the file for two: nobody sees the
difference at that distance, and it is half the bytes.
"""

from __future__ import annotations

_SHARP_PHONE = "(max-width: 30em) and (min-resolution: 2.5dppx)"
_MATERIAL = (
    f"{_SHARP_PHONE} calc(67vw - 22px), (min-width: 125em) 826px, (min-width: 100em) 757px, (min-width: 76.25em) 688px,"
    " (min-width: 60em) calc(100vw - 274px), calc(100vw - 32px)"
)
_MKDOCS = (
    f"{_SHARP_PHONE} calc(67vw - 16px), (min-width: 1400px) 966px, (min-width: 1200px) 831px, (min-width: 992px) 696px,"
    " (min-width: 576px) 516px, calc(100vw - 24px)"
)
_READTHEDOCS = (
    f"{_SHARP_PHONE} calc(67vw - 35px), (min-width: 1100px) 696px, (min-width: 769px) calc(100vw - 404px),"
    " calc(100vw - 52px)"
)
ANYWHERE = f"{_SHARP_PHONE} 67vw, (min-width: 60em) 44rem, 100vw"
"""As wide as a column of text in most themes."""
_THEMES = {"material": _MATERIAL, "materialx": _MATERIAL, "mkdocs": _MKDOCS, "readthedocs": _READTHEDOCS}


def column_of(theme: str) -> str:
    """What `sizes` says in that theme."""
    return _THEMES.get(theme, ANYWHERE)
