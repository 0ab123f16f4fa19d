"""What each table promises: its columns, their types and units, and the key that is unique."""
