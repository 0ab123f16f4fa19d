"""The tables of the app, in the order they came."""
