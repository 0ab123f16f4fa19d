"""Dig, mast and lease cases with their papers, deadlines and decisions."""
