"""How templates show cases: their state, their clocks, their texts in two languages."""
