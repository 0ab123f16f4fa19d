"""What is asked about missing coverage."""
