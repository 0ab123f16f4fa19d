"""Words that templates speak about editions with."""
