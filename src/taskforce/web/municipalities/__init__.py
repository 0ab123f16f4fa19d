"""The list of municipalities, their comparison, and a profile of each."""
