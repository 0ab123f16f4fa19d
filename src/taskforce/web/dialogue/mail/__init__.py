"""Mails out and in: each message is sent to its readers, and a reply becomes a message."""
