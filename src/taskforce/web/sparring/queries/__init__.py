"""Reading: who sees which question, by when it is answered, and what advice has led to."""
