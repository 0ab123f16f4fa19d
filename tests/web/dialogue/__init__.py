"""The promises of the dialogue."""
