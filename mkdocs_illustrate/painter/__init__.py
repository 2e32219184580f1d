"""The built-in artist: an article in, a drawing and its words out. `paint.py` is the way in."""
