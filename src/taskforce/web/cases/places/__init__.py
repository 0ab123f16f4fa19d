"""Where a case is: a point or a line, however it was given."""
