"""What is filled in about news: the text itself, its time, and whom to send mails to."""
