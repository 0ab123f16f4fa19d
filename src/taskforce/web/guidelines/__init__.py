"""Which municipality follows which clause of the common guidelines, and where the seventeen differ."""
