"""Read the materials: the list, the search, the way to begin with, and what fits a plan."""
