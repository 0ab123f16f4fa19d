"""The pages of the materials: for everybody to read, and for the taskforce to write."""
