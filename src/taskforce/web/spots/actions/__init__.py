"""Writing of white spots: reading a mapping, following up, issuing a list, and answering it."""
