"""Which edition of the figures the public sees, and where each figure comes from."""
