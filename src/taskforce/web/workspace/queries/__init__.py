"""What the workspace gathers from the apps below it."""
