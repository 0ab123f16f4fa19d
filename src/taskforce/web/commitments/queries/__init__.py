"""Everything that reads about participation, commitments and goals."""
