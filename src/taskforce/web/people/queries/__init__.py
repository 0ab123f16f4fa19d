"""Everything that reads about people; what is meant for everyone is in `public`."""
