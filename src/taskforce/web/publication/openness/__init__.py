"""What programs may rely on: who is let in how often, how a refusal reads, and what is unchanged."""
