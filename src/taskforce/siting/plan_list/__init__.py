"""An operator's list of where it will build what, and when: how it is read."""
