"""What a municipality tells about itself, and the badges it has earned."""
