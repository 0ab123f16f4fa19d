"""The pages of news: for everybody to read, and for those who write it."""
