"""Reports and press packs: the figures of a municipality or the region as page, PDF and tables."""
