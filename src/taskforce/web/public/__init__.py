"""The citizen's pages: the question, the address, the map, and who we are."""
