"""Everything that is read about sites, and who may see what."""
