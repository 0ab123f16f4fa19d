"""What is done with a municipality's own words: written, sent, approved, returned."""
