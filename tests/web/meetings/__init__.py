"""What the pages of meetings promise."""
