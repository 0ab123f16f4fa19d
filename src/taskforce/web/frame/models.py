"""What the frame keeps in the database: the journal."""

from taskforce.web.frame.journal.models import Details, Entry, Seal

__all__ = ["Details", "Entry", "Seal"]
