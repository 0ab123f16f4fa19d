"""Everything that writes about participation, commitments and goals."""
