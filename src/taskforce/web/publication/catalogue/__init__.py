"""The catalogue of open data, which national and European portals gather by themselves."""
