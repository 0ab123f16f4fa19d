"""A few charts of our own, as plain SVG: quick to draw, safe to show, readable on a phone."""
