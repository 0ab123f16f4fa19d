"""The forms of the guidelines: decisions, values of one's own, and filters."""
