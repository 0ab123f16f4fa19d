"""The maps of the figures for map programs, by the standard OGC API – Features."""
