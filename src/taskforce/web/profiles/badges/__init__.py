"""What a municipality has earned: each badge with its rule, its evidence and its picture."""
