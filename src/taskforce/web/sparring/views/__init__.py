"""The pages of the sparring desk."""
