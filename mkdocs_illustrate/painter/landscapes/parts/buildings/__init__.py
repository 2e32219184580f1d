"""What people built: houses, streets, castles, bridges, quays, cranes."""
