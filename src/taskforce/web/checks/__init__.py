"""May I dig, may I put up a mast: the rules asked about one case, step by step."""
