"""The pages of profiles, stories and badges."""
