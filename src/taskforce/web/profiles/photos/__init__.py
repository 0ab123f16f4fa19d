"""Pictures for the web: opened with care, turned upright, and kept as nothing but the picture."""
