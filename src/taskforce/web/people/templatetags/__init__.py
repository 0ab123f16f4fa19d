"""What templates ask people for."""
