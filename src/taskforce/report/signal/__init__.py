"""The signal of one mast at one place, explained from what lies on the shelf."""
