"""Prediction tells how strong a mast's signal would be at a place, and how sure that is."""
