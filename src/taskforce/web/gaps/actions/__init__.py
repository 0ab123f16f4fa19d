"""Writing what is kept of missing coverage."""
