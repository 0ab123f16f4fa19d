"""The made-up people and promises of the demonstration; named by role, never by name."""
