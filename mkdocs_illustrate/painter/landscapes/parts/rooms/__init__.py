"""Rooms from the inside: walls, windows, furniture, lamps."""
