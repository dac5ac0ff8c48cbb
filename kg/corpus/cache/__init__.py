"""What a build keeps for the next one: what was read, linked, written and drawn of each part."""
