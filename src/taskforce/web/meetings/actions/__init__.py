"""Writing of meetings: plan, invite, fill the agenda, hold, write up, cancel."""
