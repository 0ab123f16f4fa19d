"""Writing: open, say, agree, close, and forget."""
