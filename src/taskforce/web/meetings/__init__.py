"""Meetings: who is invited, what is on the agenda, what was decided, and what comes of it."""
