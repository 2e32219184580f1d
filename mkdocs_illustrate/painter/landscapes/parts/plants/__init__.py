"""What grows: trees, woods, gardens."""
