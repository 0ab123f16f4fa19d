"""The forms of plans: a file with what holds for all of it."""
