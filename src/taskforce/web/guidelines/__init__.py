"""Which municipality follows which clause of the guidelines, and where the seventeen differ."""
