"""Materials: guides, templates, cases and links for those who get coverage everywhere."""
