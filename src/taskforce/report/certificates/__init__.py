"""The birth certificates of published figures: what each counts, where it is from, how sure."""
