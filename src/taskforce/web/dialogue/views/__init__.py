"""The pages of the dialogue."""
