"""The forms about participation, commitments and goals."""
