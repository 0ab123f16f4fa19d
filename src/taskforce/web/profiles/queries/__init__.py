"""What is read of the profiles, the stories and the badges."""
