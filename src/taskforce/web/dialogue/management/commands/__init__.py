"""Commands that the dialogue is run with."""
