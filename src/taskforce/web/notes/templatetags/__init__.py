"""What other pages write to show notes."""
