"""What the reports say, gathered from the figures on show and from what has been agreed."""
