"""Words that the municipalities' pages need of their own."""
