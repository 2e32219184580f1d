"""What landscapes are made of, by what it is; a part never imports a scene."""
