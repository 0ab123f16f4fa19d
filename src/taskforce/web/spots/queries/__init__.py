"""Reading of white spots: who sees which, the list, one of them, and what is public."""
