"""Land, water and sky: ridges, rivers, beaches, rocks, planets."""
