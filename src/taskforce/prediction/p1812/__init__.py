"""Recommendation ITU-R P.1812: how much of a signal is lost on the way over hills and fields."""
