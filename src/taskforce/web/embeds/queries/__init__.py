"""What is read for the frames on other sites."""
