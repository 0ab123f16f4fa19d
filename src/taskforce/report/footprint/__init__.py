"""Footprints of masts as files: rasters, cells, and a summary that says what they rest on."""
