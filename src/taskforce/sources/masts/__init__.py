"""The mast register's own formats, and the only place that knows their words."""
