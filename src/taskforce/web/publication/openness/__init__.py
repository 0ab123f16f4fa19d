"""What programs may rely on: how often they may ask, how a refusal reads, what is unchanged."""
