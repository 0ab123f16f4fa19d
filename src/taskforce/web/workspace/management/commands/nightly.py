"""The work of the night, for a timer to start."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.workspace.nightly import do_everything


class Command(BaseCommand):
    """Safe to run twice a day: what has been done once is not done again."""

    help = "Let old personal data go, ask people to confirm their details, and send the digests."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each piece of work; exit status 1 when one has failed."""
        done = do_everything(on=localdate(), by=SOFTWARE)
        for one in done:
            self.stdout.write(one.line)
        if not all(one.well for one in done):
            raise CommandError("Not everything was done; see the lines above.")
