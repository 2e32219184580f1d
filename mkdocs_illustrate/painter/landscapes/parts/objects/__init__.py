"""Things that stand on tables and shelves, drawn as a few paths in a local box."""
