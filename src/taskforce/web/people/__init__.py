"""People: who takes part, in which role, and how to reach them; the home of personal data."""
