"""The pages of plans: short functions that ask, do and show."""
