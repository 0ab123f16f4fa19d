"""See that the accounts of the demonstration are not shown outside it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError

from taskforce.web.people.demonstration import refuse_outside


class Command(BaseCommand):
    """Exit status 1 when they would be."""

    help = "Refuse accounts of the demonstration outside the demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what is wrong, or nothing."""
        try:
            refuse_outside()
        except ImproperlyConfigured as refusal:
            raise CommandError(str(refusal)) from refusal
