"""Small helpers that templates speak with: numbers as people read them, and components."""
