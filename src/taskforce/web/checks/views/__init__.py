"""The pages of a check: the start, the questions, the answer, and the same case elsewhere."""
