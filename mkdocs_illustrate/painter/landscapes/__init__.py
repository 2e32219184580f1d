"""The first manner: a place, composed for its frame. `draw_landscape.py` is the way in."""
