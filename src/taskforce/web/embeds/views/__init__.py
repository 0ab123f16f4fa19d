"""What other sites show, and the page that says how."""
