"""The third manner: a wall of geometric tiles. `draw_mosaic.py` is the way in."""
