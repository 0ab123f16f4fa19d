"""The parts of `taskforce predict`, one file each."""
