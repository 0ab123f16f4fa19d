"""Mobile coverage as everyone sees it: reported, measured and predicted, page and map."""
