"""Where a mast would help most: the rankings of public sites, and the wishes for new ones."""
