"""The start page of everybody who signs in: what awaits me, what changed, and where to go."""
