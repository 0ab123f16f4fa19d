"""The pages of sites: short functions that ask, do and show."""
