"""The pages about who follows the guidelines."""
