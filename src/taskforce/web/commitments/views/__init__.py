"""The pages about participation, commitments and goals."""
