"""Reading cases: who may see which, what is on them, what awaits, what has changed."""
