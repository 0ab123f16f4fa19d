"""Open data, the API and the standards that they keep to."""
