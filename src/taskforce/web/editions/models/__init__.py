"""What is kept of an approval: which edition, by whom, when, and why."""

from taskforce.web.editions.models.release import Act, Release

__all__ = ["Act", "Release"]
