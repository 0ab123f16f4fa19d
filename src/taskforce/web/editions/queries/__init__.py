"""Reading: what is on show, what waits, and what changed when."""
