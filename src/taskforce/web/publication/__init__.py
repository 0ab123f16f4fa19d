"""What others can take away: map tiles, open data, the API, and how each figure is made."""
