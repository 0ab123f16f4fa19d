"""The digging and mast rules as data, and the check that says what they mean for one case."""
