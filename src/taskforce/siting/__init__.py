"""Siting finds the public sites where masts would help most, and proves it."""
