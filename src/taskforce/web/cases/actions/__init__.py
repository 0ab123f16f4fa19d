"""Everything that writes about cases; each write leaves its line in the journal."""
