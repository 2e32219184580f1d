"""A closed book that lies flat."""

from __future__ import annotations

from ..bench import Bench
from ..island_colours import Solid
from .details import white
from .facing import Facing


def lay_book(
    f: Facing,
    bench: Bench,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    tones: Solid,
) -> None:
    """Lay one book down, its back at the right end."""
    u, out, z = place
    width, depth, thick = size
    paper = white(bench.colours)
    f.box(u, out, z, (width, depth, 2), tones)
    f.box(u + 1.5, out + 1.5, z + 2, (width - 3.5, depth - 3.5, thick - 4), paper)
    with f.face(u + 1.5, out + depth - 2, z + thick - 2):
        lines = "".join(f"M1 {v:.1f}H{width - 5:.1f}" for v in (2, 4.4, 6.8) if v < thick - 4)
        bench.canvas.path(lines, "none", stroke=bench.colours.faint.lighter(-0.08), width=0.7)
    f.box(u, out, z + thick - 2, (width, depth, 2), tones)
    end = u + width - 3 if f.side == "left" else u
    f.box(end, out, z, (3, depth, thick), tones, r=0)
    with f.face(end, out + depth, z + thick):
        bench.canvas.rect(0, 2.4, 3, 2, tones.top)
