"""How templates of the guidelines write states and values."""
