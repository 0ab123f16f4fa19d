"""How an answer is said on a page."""
