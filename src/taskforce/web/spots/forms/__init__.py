"""What is filled in about white spots."""
