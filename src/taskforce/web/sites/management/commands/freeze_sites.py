"""Put the register's sites on the shelf, for a timer or a hand to start."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from taskforce.vocabulary.errors import Refused
from taskforce.web.sites.freezing import freeze_sites


class Command(BaseCommand):
    """Safe to run at any time: what has not changed is not frozen again."""

    help = "Freeze the confirmed sites on offer as the layer that the ranking chooses among."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line on what was done."""
        try:
            label = freeze_sites(on=localdate())
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        words = f"{label.rows} sites frozen as {label.id}" if label else "nothing has changed"
        self.stdout.write(words)
