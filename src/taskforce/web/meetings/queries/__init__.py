"""Reading of meetings: who sees which, the agenda, the lists, the paper and the calendars."""
