"""Figures, maps, files and charts of a region, frozen for everyone to read."""
