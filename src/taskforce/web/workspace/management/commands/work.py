"""The calculations that wait, for those who will not wait for the night."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.workspace.nightly import calculate_rankings


class Command(BaseCommand):
    """Safe to run at any time: each wish is calculated once."""

    help = "Calculate the rankings that have been asked for."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line; exit status 1 when a calculation has failed."""
        done = calculate_rankings(by=SOFTWARE)
        self.stdout.write(done.line)
        if not done.well:
            raise CommandError("Not everything was calculated; the requests tell why.")
