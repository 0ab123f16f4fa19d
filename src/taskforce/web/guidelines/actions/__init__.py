"""Everything that writes about following the guidelines."""
