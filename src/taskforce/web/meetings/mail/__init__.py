"""Mails about meetings: invitations that calendars understand, and the minutes afterwards."""
