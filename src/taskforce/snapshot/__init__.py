"""Frozen pictures of the coverage on a day: read-only, checksummed, never half written."""
