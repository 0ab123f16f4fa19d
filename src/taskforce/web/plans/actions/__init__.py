"""Everything that writes about plans; each write leaves its line in the journal."""
