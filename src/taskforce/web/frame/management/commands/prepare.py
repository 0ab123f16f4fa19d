"""Make the database and the static files ready, so that the web can start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    """Safe to run again: what is ready already is left as it is."""

    help = "Bring the database up to date and gather the static files."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do both, quietly, and see that what is in the database may be shown."""
        Path(settings.VAR).mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("check_accounts")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
