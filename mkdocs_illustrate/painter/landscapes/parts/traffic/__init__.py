"""What moves by wheel, wing, rail or sail."""
