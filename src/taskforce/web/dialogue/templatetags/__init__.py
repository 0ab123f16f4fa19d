"""What the templates of the dialogue write."""
