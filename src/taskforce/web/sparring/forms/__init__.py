"""What is asked at the sparring desk."""
