"""Who is there: people, animals, whole crowds."""
