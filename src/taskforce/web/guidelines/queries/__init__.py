"""Everything that reads about following the guidelines."""
