"""What is cooked, baked, eaten and drunk."""
