"""A made-up region in the official file layouts, to try the software without real data."""
