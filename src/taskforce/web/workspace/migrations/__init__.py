"""How this part of the database came to look as it does."""
