"""The calculations that wait, for those who will not wait for the night."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.workspace.nightly import calculate_rankings, hold_promises, set_papers


class Command(BaseCommand):
    """Safe to run at any time: each wish is calculated once."""

    help = "Calculate the rankings asked for, compare new plans, and set the reports."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each; exit status 1 when a calculation has failed."""
        done = [
            calculate_rankings(by=SOFTWARE),
            hold_promises(by=SOFTWARE),
            set_papers(on=localdate()),
        ]
        for one in done:
            self.stdout.write(one.line)
        if not all(one.well for one in done):
            raise CommandError("Not everything was calculated; the requests tell why.")
