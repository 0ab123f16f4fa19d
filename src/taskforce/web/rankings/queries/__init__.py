"""What is read for the pages about rankings."""
