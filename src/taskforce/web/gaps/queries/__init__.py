"""Reading what is kept of missing coverage."""
