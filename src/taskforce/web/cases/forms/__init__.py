"""The forms of cases, each with its words and its checks."""
