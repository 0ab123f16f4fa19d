"""What the pages of meetings write."""
