"""The pages about rankings."""
