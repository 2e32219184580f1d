"""What every manner draws with: canvas, colour, outlines, chance, frame, glyphs."""
