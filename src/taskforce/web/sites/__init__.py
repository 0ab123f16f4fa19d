"""Public property for masts: what there is, whose it is, who sees what, where it helps most."""
