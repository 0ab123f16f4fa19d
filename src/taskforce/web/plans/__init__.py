"""Roll-out plans of the operators, and which of their promises were kept."""
