"""Gaps: citizens and firms say where coverage is missing, and follow the answer."""
