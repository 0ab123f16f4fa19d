"""What the templates of reports call by name."""
