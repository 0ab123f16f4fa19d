"""Writing: set the papers ahead of their readers, and let old ones go."""
