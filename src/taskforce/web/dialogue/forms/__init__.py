"""The forms of the dialogue."""
