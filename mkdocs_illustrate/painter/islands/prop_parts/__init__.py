"""What props are made of: solids, fronts, lamps, windows."""
