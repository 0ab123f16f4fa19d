"""What every page shares: the base page, its components, and the edition on show."""
