"""Operators' plans: how they are read, and what became of what they promised."""
