"""The journal: who wrote or read what, when, in a chain where a changed row shows."""
