"""What a build keeps for the next one: readings, and what was written of each article."""
