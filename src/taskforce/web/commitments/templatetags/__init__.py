"""How templates show the state of things."""
