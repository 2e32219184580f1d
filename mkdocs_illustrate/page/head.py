"""og:image and its relatives: what a page says of its picture to those who share it, unless it says so already."""

from __future__ import annotations

import html
import re

from ..characters import visible

# `<meta content="x" property="`; a `<` between is no attribute, so no tag is searched beyond the next one
_META = r"<meta\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?:property|name)\s*=\s*[\"']?"
# `<meta property="og:image"`, `<meta name=og:image:url `, but not og:image:width, which needs an image beside it
_HAS_IMAGE = re.compile(_META + r"og:image(?::(?:secure_)?url)?[\"'\s/>]", re.IGNORECASE)
# `<meta name="twitter:card"`
_HAS_CARD = re.compile(_META + r"twitter:card[\"'\s/>]", re.IGNORECASE)
_END = re.compile(r"</head\s*>|<body(?=[\s>])", re.IGNORECASE)  # minifiers drop </head>


def social_tags(page: str, *, url: str, kind: str, alt: str, width: int, height: int) -> str:
    """The page with og:image and its relatives in its head, if it has none."""
    end = _END.search(page)
    if end is None or _HAS_IMAGE.search(page, 0, end.start()):
        return page
    facts = {
        "og:image": url,
        "og:image:type": kind,
        "og:image:width": str(width),
        "og:image:height": str(height),
        **({"og:image:alt": alt} if alt else {}),
    }
    tags = [f'<meta property="{name}" content="{_escape(said)}">' for name, said in facts.items()]
    if not _HAS_CARD.search(page, 0, end.start()):
        tags.append('<meta name="twitter:card" content="summary_large_image">')
    return f"{page[: end.start()]}{''.join(tags)}{page[end.start() :]}"


def _escape(text: str) -> str:
    return html.escape(visible(text), quote=True)
