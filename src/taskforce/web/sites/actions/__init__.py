"""Everything that writes about sites; each write leaves its line in the journal."""
