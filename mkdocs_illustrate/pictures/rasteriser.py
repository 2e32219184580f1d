"""A process of its own that turns one SVG into a PNG of a width.

A file from elsewhere can make the rasteriser run out of stack, of memory or of time: only this process dies of it.
"""

from __future__ import annotations

import contextlib
import sys

_SECONDS, _BYTES = 20, 3 * 2**30  # of processor and address space: no drawing needs as much, a bomb does


def main() -> None:
    """Read, draw, write."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system has limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import resvg_py  # noqa: PLC0415

    text = sys.stdin.buffer.read().decode("utf-8")
    png = resvg_py.svg_to_bytes(svg_string=text, width=int(sys.argv[1]), skip_system_fonts=True)
    sys.stdout.buffer.write(bytes(png))


if __name__ == "__main__":
    main()
