"""Reading: who sees which dialogue, and what stands in it."""
