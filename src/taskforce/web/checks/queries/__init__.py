"""What the rules say of a case, what is still to be asked, and whom to ask."""
