"""The pages of white spots: may you, is it valid, do it, show it."""
