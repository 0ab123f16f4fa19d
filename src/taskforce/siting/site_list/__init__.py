"""A municipality's own list of sites: how it is read, proposed from a register, and written."""
