"""Everything that is read about plans, and who may see what."""
