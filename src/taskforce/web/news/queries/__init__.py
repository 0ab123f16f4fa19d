"""Read news: what everybody sees, what is being written, and who gets a mail."""
