"""The second manner: props on isometric islands. `draw_islands.py` is the way in."""
