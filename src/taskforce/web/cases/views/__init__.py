"""The pages of cases: short functions that ask, do and show."""
