"""What each municipality takes part in and has promised, and how far the region has come."""
