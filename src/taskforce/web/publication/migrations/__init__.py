"""The table of the questions that are counted."""
