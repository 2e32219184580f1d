"""The third mode: a wall of geometric tiles, at home with any topic and with none."""
