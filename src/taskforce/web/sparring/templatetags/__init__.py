"""What the templates of the sparring desk write."""
