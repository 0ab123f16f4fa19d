"""The sparring desk: a municipality asks, and a consultant answers by a stated day."""
