"""What is filled in about a municipality's own words."""
