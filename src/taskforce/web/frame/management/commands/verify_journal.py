"""Walk the journal's chain, and name the first line that somebody has changed."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError

from taskforce.web.frame.journal.chain import verify


class Command(BaseCommand):
    """Exit status 1 when the chain is broken."""

    help = "Check that no line of the journal was changed or removed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was found; the seal can be noted elsewhere and compared next time."""
        found = verify()
        if found.broken_at is not None:
            raise CommandError(
                f"The journal is broken at line {found.broken_at}: {found.reason}. "
                "Keep a copy of the database as it is, and compare it with the latest backup."
            )
        self.stdout.write(
            f"The journal is whole: {found.lines} lines, {found.erased} with erased details. "
            f"Seal: {found.seal or 'none yet'}"
        )
