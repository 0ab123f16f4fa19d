"""Everything that writes about people: each checks, writes, and leaves its line in the journal."""
