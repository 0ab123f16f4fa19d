"""The certificates of what the site counts in its own registers, such as public sites on offer."""
