"""Who lacks what, where: the need for proper internet, counted from frozen snapshots."""
