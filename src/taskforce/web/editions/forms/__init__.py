"""What a consultant fills in to approve figures."""
