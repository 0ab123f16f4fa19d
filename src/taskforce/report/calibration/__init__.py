"""Predictions held against measurements of the region, so that their certainty follows from it."""
