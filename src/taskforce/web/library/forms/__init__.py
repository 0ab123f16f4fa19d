"""What readers ask for, and what editors fill in."""
