"""Commands that prepare the web."""
