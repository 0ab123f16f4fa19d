"""Show the reports as pages, and hand them out as files."""
