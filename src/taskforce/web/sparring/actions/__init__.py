"""Writing: ask, take, answer, close with what came of it, and log advice."""
