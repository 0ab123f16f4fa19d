"""The pages about missing coverage."""
