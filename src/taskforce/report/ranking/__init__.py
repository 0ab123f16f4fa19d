"""Which public sites would newly cover most homes and firms, kept so that anyone can look."""
