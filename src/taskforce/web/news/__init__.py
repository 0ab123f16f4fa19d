"""News and milestones, and mails about them to those who asked."""
